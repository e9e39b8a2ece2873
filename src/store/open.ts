import { accessSync, constants, mkdirSync, readFileSync, statSync, type PathLike } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { UnsoundError } from '../errors.ts';
import { Connection } from './connection.ts';
import { codeOf, soundly } from './faults.ts';
import { loadSqlite } from './load.ts';
import { takeLock } from './lock.ts';
import { prepareDatabase } from './prepare.ts';
import { buildStore } from './methods.ts';
import type { Store } from './store.ts';

/** Where and how to open the store. `:memory:` as the file keeps nothing. */
export interface StoreOptions {
  readonly file: string;
  readonly readonly?: boolean;
  /** Name of the repository in a database that holds several. */
  readonly repository?: string;
  /** Milliseconds to wait for another program's lock on the file; five seconds unless told. */
  readonly patience?: number;
  /** Called with one sentence when another run has to be waited for. */
  readonly onWait?: (message: string) => void;
  /** Ends the waiting for another run. */
  readonly signal?: AbortSignal;
}

type Sqlite = typeof Database;

const PATIENCE_MS = 5000;

/**
 * Opens the database, made or brought up to date if need be; `close` it when done. Where it cannot be written it is worked
 * on in memory, and `note` says so. Throws UnsoundError if it is no database, newer, damaged, locked or not to be trusted.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { file, repository = '', onWait = () => {}, signal } = options;
  const { database, note, Sqlite } = await openFile(options);
  const isOnDisk = !database.memory;
  const repoId = await preparing(database, () => prepareDatabase(database, { file, repository, isOnDisk }));
  const connection = new Connection(database, { file, repoId });
  const lock = () => (isOnDisk ? takeLock(Sqlite, { file, onWait, signal }) : noLock());
  return buildStore(connection, { note, lock });
}

async function noLock(): Promise<() => void> {
  return () => {};
}

/** A database that is open but not looked over yet. */
export interface OpenedFile extends Opened {
  readonly Sqlite: Sqlite;
}

interface Opened {
  readonly database: Database.Database;
  readonly note: string | null;
}

/** Opens the file as `openStore` does, and no more: what it holds is not to be trusted before `prepareDatabase`. */
export async function openFile(options: StoreOptions): Promise<OpenedFile> {
  const Sqlite = await loadSqlite();
  return { ...openDatabase(Sqlite, options), Sqlite };
}

function openDatabase(Sqlite: Sqlite, options: StoreOptions): Opened {
  const { file, readonly = false, patience = PATIENCE_MS } = options;
  if (file === ':memory:') return { database: new Sqlite(file), note: null };
  const size = sizeOf(file);
  if (readonly && size === undefined) throw new UnsoundError(`There is no ${file} yet: run hackdebt scan first.`);
  if (!isWritable(file)) return openCopy(Sqlite, file, size ?? 0);
  return { database: soundly(file, () => new Sqlite(file, { timeout: patience, readonly })), note: null };
}

function isWritable(file: string): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true });
    accessSync(dirname(file), constants.W_OK);
    if (sizeOf(file) !== undefined) accessSync(file, constants.W_OK);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return false;
    throw new UnsoundError(`${dirname(file)} cannot be made: mend the path, or name another with --db.`, {
      cause: error,
    });
  }
}

// A file that cannot be written cannot be locked against writers either, so a copy is worked on. What a run that was killed
// left in the write-ahead log is not in the file itself, which is then not to be relied on.
function openCopy(Sqlite: Sqlite, file: string, size: number): Opened {
  const note = `${file} cannot be written: working in memory, nothing is kept.`;
  const isWhole = size > 0 && (sizeOf(`${file}-wal`) ?? 0) === 0;
  if (!isWhole) return { database: new Sqlite(':memory:'), note };
  const bytes = readFileSync(file);
  // Bytes 18 and 19 of the header: 2 = WAL, which memory does not have, 1 = rollback journal. See sqlite.org/fileformat.html.
  bytes.fill(1, 18, 20);
  return { database: soundly(file, () => new Sqlite(bytes)), note };
}

function sizeOf(file: PathLike): number | undefined {
  try {
    return statSync(file).size;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined;
    throw new UnsoundError(`${String(file)} cannot be read: mend its permissions, or name another with --db.`, {
      cause: error,
    });
  }
}

// Two first runs at once: making the write-ahead log cannot wait for a lock by itself, so it is tried again.
async function preparing(database: Database.Database, prepare: () => number): Promise<number> {
  // Each try may itself wait for as long: what counts is the time since the first.
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return prepare();
    } catch (error) {
      const isBusy = error instanceof UnsoundError && codeOf(error.cause) === 'SQLITE_BUSY';
      if (isBusy && performance.now() < deadline) await setTimeout(50);
      else {
        database.close();
        throw error;
      }
    }
  }
}
