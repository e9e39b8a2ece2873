import { setTimeout } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { codeOf, soundly } from './faults.ts';

const RETRY_MS = 50;

/**
 * Waits for the run lock and takes it: a write lock on an empty SQLite file. The operating system gives it back when the
 * process ends, however it ends. `onWait` is called once if somebody else holds it. Returns what releases it.
 */
export async function takeLock(open: () => Database.Database, onWait: () => void): Promise<() => void> {
  const database = open();
  let isTold = false;
  while (!tryLock(database)) {
    if (!isTold) onWait();
    isTold = true;
    await setTimeout(RETRY_MS);
  }
  return () => database.close();
}

function tryLock(database: Database.Database): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY')) return false;
    database.close();
    return soundly(database.name, () => {
      throw error;
    });
  }
}
