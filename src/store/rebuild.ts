import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import type { Rebuilt } from '../model/store.ts';
import { codeOf } from './faults.ts';
import { loadSqlite } from './load.ts';
import { takeLock } from './lock.ts';
import { openStore } from './open.ts';
import { salvage, type Salvaged } from './salvage.ts';

interface RebuildOptions {
  readonly file: string;
  readonly onWait?: (message: string) => void;
  /** Ends the waiting for another run. */
  readonly signal?: AbortSignal;
}

/**
 * Moves the database aside (`<file>.1`, the first free number; nothing is deleted) and makes a new one with the observed
 * snapshots and aliases that can still be read. What is derived comes back with the next scan. Waits for a run at work.
 */
export async function rebuildStore({ file, onWait = () => {}, signal }: RebuildOptions): Promise<Rebuilt> {
  const Sqlite = await loadSqlite();
  await mkdir(dirname(file), { recursive: true });
  const release = await takeLock(Sqlite, { file, onWait, signal });
  try {
    const movedTo = await moveAside(file);
    const salvaged = movedTo === null ? [] : readSalvage(Sqlite, movedTo);
    return { movedTo, ...(await writeSalvage(file, salvaged)) };
  } finally {
    release();
  }
}

async function moveAside(file: string): Promise<string | null> {
  if (!(await exists(file))) return null;
  let number = 1;
  while (await exists(`${file}.${number}`)) number++;
  const movedTo = `${file}.${number}`;
  await rename(file, movedTo);
  // SQLite finds the log by the database's name, and it holds the newest rows.
  for (const suffix of ['-wal', '-shm']) {
    if (await exists(`${file}${suffix}`)) await rename(`${file}${suffix}`, `${movedTo}${suffix}`);
  }
  return movedTo;
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function readSalvage(Sqlite: typeof Database, file: string): readonly Salvaged[] {
  try {
    const database = new Sqlite(file, { fileMustExist: true });
    try {
      database.pragma('trusted_schema = OFF');
      return salvage(database);
    } finally {
      database.close();
    }
  } catch (error) {
    // Not even its first page can be read: there is nothing to keep, and the file stays for whoever knows more.
    if (codeOf(error).startsWith('SQLITE_')) return [];
    throw error;
  }
}

async function writeSalvage(file: string, salvaged: readonly Salvaged[]): Promise<Omit<Rebuilt, 'movedTo'>> {
  let kept = { snapshots: 0, aliases: 0 };
  if (salvaged.length === 0) (await openStore({ file })).close();
  for (const { repository, line, snapshots, aliases } of salvaged) {
    const store = await openStore({ file, repository });
    for (const snapshot of snapshots) await store.writeSnapshot(line, snapshot);
    await store.writeAliases(line, aliases);
    await store.freezeBefore(Math.max(0, ...snapshots.filter(({ frozen }) => frozen).map(({ endsAt }) => endsAt)));
    await store.close();
    kept = { snapshots: kept.snapshots + snapshots.length, aliases: kept.aliases + aliases.length };
  }
  return kept;
}
