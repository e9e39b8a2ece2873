import { setTimeout } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { codeOf, soundly } from './faults.ts';

const RETRY_MS = 50;

/** What the lock guards, and who is told (once, one sentence) when somebody else holds it. */
export interface LockOptions {
  readonly file: string;
  readonly onWait: (message: string) => void;
}

/**
 * Waits for the run lock of a database and takes it: a write lock on an empty SQLite file beside it. The operating system
 * gives it back when the process ends, however it ends. Returns what releases it.
 */
export async function takeLock(Sqlite: typeof Database, { file, onWait }: LockOptions): Promise<() => void> {
  const database = soundly(file, () => new Sqlite(`${file}.lock`, { timeout: 0 }));
  let isTold = false;
  while (!tryLock(database, file)) {
    if (!isTold) onWait(`Another run of hackdebt is at work on ${file}: waiting for it.`);
    isTold = true;
    await setTimeout(RETRY_MS);
  }
  return () => database.close();
}

function tryLock(database: Database.Database, file: string): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY')) return false;
    database.close();
    return soundly(file, () => {
      throw error;
    });
  }
}
