import { Worker } from 'node:worker_threads';
import { UnsoundError, UsageError } from '../errors.ts';
import type { Answer } from '../model/sql.ts';
import { soundly } from './faults.ts';
import { limitViews, type Part } from './limit-views.ts';
import { openFile } from './open.ts';
import { prepareDatabase } from './prepare.ts';
import { readQuery, type Query } from './read-query.ts';

/** What the process is asked, once. */
export interface Task extends Query {
  readonly file: string;
  /** Null: everything. */
  readonly part: Part | null;
  /** After so many milliseconds it ends itself, should whoever started it be gone. */
  readonly life: number;
}

/** What it says. */
export type Reply =
  | ({ readonly kind: 'answer' } & Answer)
  | { readonly kind: 'usage' | 'unsound'; readonly message: string }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string };

process.once('message', (task) => {
  void answerTo(task as Task).then((reply) => process.send?.(reply, () => process.disconnect()));
});

async function answerTo({ life, ...task }: Task): Promise<Reply> {
  // SQLite cannot be interrupted from this thread while it works.
  const watchdog = new Worker(new URL('./watchdog.js', import.meta.url), { workerData: life });
  watchdog.unref();
  try {
    return { kind: 'answer', ...(await readFrom(task)) };
  } catch (error) {
    const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
    if (error instanceof UsageError) return { kind: 'usage', message };
    return error instanceof UnsoundError ? { kind: 'unsound', message } : { kind: 'bug', message, stack };
  }
}

async function readFrom({ file, part, ...query }: Omit<Task, 'life'>): Promise<Answer> {
  const { database } = await openFile({ file, readonly: true });
  try {
    prepareDatabase(database, { file, repository: '', isOnDisk: true });
    if (part !== null) soundly(file, () => limitViews(database, part));
    return soundly(file, () => readQuery(database, query));
  } finally {
    database.close();
  }
}
