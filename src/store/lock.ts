import { setTimeout } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { codeOf, soundly } from './faults.ts';

const RETRY_MS = 50;

/** What the lock guards, and who is told (once, one sentence) when somebody else holds it. */
export interface LockOptions {
  readonly file: string;
  readonly onWait: (message: string) => void;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Waits for the run lock of a database and takes it: a write lock on an empty SQLite file beside it. The operating system
 * gives it back when the process ends, however it ends. Returns what releases it.
 */
export async function takeLock(Sqlite: typeof Database, { file, onWait, signal }: LockOptions): Promise<() => void> {
  const database = soundly(file, () => new Sqlite(`${file}.lock`, { timeout: 0 }));
  let isTold = false;
  while (!tryLock(database, file)) {
    if (!isTold) onWait(`Another run of hackdebt is at work on ${file}: waiting for it.`);
    isTold = true;
    await pause(database, signal);
  }
  return () => database.close();
}

async function pause(database: Database.Database, signal: AbortSignal | undefined): Promise<void> {
  try {
    await setTimeout(RETRY_MS, undefined, { signal });
  } catch (error) {
    database.close();
    throw error;
  }
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
