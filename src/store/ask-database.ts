import { fork, type ChildProcess } from 'node:child_process';
import { UnsoundError, UsageError } from '../errors.ts';
import type { Answer } from '../model/sql.ts';
import type { Reply, Task } from './asking-process.ts';
import type { Part } from './limit-views.ts';
import type { Query } from './read-query.ts';

/** A query of a database file, for how long it may take (seconds), and what ends it early. */
export interface Asking extends Query {
  readonly file: string;
  /** The part of the repository that it is asked of; null: all of it. */
  readonly part: Part | null;
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/** The asking process ends itself so much later than it would be ended from here. */
const GRACE_MS = 2000;

/**
 * Asks a question of a database that is only read. SQLite works without a pause and cannot be interrupted from here, so it does so
 * in a process of its own, which is killed when time is up or the signal says so. Throws UsageError for a bad query, UnsoundError
 * for a bad or missing file and when the time is up.
 */
export async function askDatabase({ file, seconds, signal, ...query }: Asking): Promise<Answer> {
  signal.throwIfAborted();
  const child = fork(new URL('./asking-process.js', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(stop, seconds * 1000);
  signal.addEventListener('abort', stop);
  const started = performance.now();
  try {
    const task: Task = { ...query, file, life: seconds * 1000 + GRACE_MS };
    const reply = await converse(child, task);
    signal.throwIfAborted();
    if (reply === null) throw endedEarly(performance.now() - started >= seconds * 1000, seconds);
    return readReply(reply);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/** What the process replies; null if it ends without a word. */
function converse(child: ChildProcess, task: Task): Promise<Reply | null> {
  return new Promise((resolve, reject) => {
    child.once('message', (reply) => resolve(reply as Reply));
    child.once('error', reject);
    child.once('close', () => resolve(null));
    child.send(task, (error) => error && resolve(null));
  });
}

function endedEarly(isLate: boolean, seconds: number): UnsoundError {
  if (isLate) {
    const time = seconds === 1 ? 'a second' : `${seconds} seconds`;
    return new UnsoundError(`the query was ended after ${time}: narrow it, or give it longer with --time-limit.`);
  }
  return new UnsoundError('the query was ended by the system, most likely for want of memory: narrow it.');
}

function readReply(reply: Reply): Answer {
  switch (reply.kind) {
    case 'answer':
      return { columns: reply.columns, rows: reply.rows, hasMore: reply.hasMore };
    case 'usage':
      throw new UsageError(reply.message);
    case 'unsound':
      throw new UnsoundError(reply.message);
    case 'bug':
      throw Object.assign(new Error(reply.message), { stack: reply.stack });
    default:
      return reply satisfies never;
  }
}
