import type Database from 'better-sqlite3';
import { UnsoundError } from '../errors.ts';

let loaded: Promise<typeof Database> | undefined;

/** The database's package, with its program for this Node. An UnsoundError where it is not installed, or not built: only what needs history needs it. */
export function loadSqlite(): Promise<typeof Database> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<typeof Database> {
  try {
    const { default: Sqlite } = await import('better-sqlite3');
    new Sqlite(':memory:').close();
    return Sqlite;
  } catch (cause) {
    const isAbsent = (cause as NodeJS.ErrnoException).code?.endsWith('MODULE_NOT_FOUND');
    throw new UnsoundError(
      isAbsent
        ? 'better-sqlite3 is not installed, and history is kept in it. Install it: npm install better-sqlite3'
        : `better-sqlite3 has no program that this Node (${process.versions.node}) can load. Build it: npm rebuild better-sqlite3`,
      { cause },
    );
  }
}
