import type { StoreFacts } from '../model/store.ts';
import type { Connection } from './connection.ts';

/** How much the database holds. */
export function readFacts(connection: Connection): StoreFacts {
  const count = (sql: string): number => connection.one<{ n: number }>(sql)?.n ?? 0;
  return {
    file: connection.file,
    bytes: count('SELECT page_count * page_size AS n FROM pragma_page_count, pragma_page_size'),
    schemaVersion: count('SELECT user_version AS n FROM pragma_user_version'),
    commits: count('SELECT count(*) AS n FROM commit_rows'),
    hacks: count('SELECT count(*) AS n FROM hack_rows'),
    snapshots: count('SELECT count(*) AS n FROM snapshot_rows'),
  };
}

/** What SQLite finds wrong when it looks the whole database over; empty if it is sound. */
export function findDamage(connection: Connection): string[] {
  const lines = connection.rows<[string]>('SELECT * FROM pragma_integrity_check').map(([line]) => line);
  return lines.filter((line) => line !== 'ok');
}
