import type Database from 'better-sqlite3';
import type { Alias, StoredSnapshot } from '../model/store.ts';
import { readAliases } from './aliases.ts';
import { Connection } from './connection.ts';
import { codeOf } from './faults.ts';
import { readSnapshots } from './snapshots.ts';

/** What could be read of one line: all that cannot be derived again. */
export interface Salvaged {
  readonly repository: string;
  readonly line: string;
  readonly snapshots: readonly StoredSnapshot[];
  readonly aliases: readonly Alias[];
}

interface LineColumns {
  readonly repoId: number;
  readonly repository: string;
  readonly line: string;
}

/** Reads what can still be read of a database that may be damaged: the observed snapshots and aliases of every line. */
export function salvage(database: Database.Database): Salvaged[] {
  const sql = `SELECT r.repo_id AS repoId, r.name AS repository, l.name AS line
    FROM repositories r JOIN lines l ON l.repo_id = r.repo_id`;
  const lines = readable(() => database.prepare(sql).all() as LineColumns[], []);
  return lines.map(({ repoId, repository, line }) => {
    const connection = new Connection(database, { file: database.name, repoId });
    const names = readable(() => snapshotNames(connection), []);
    const snapshots = names.flatMap((name) => readable(() => readSnapshots(connection, line, { name }), []));
    const observed = snapshots.filter(({ origin }) => origin === 'observed');
    return { repository, line, snapshots: observed, aliases: readable(() => readAliases(connection, line), []) };
  });
}

function snapshotNames(connection: Connection): string[] {
  const sql = 'SELECT DISTINCT name FROM snapshot_rows WHERE repo_id = ?';
  return connection.rows<[string]>(sql, connection.repoId).map(([name]) => name);
}

function readable<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_')) return otherwise;
    throw error;
  }
}
