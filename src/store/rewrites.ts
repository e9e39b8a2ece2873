import type { Extent } from '../model/hack.ts';
import type { RewriteToWrite } from '../model/store.ts';
import type { Connection } from './connection.ts';
import { findLine, type LineKey } from './lines.ts';

/** How far rewrites went, by hack and by the rank of the commit. */
export type Rewrites = ReadonlyMap<number, ReadonlyMap<number, Extent>>;

/** All that was judged of the line's rewrites. */
export function readRewrites(connection: Connection, key: LineKey): Rewrites {
  const sql = 'SELECT hack, rank, extent FROM rewrite_rows WHERE repo_id = ? AND line_id = ? ORDER BY hack, rank';
  const rewrites = new Map<number, Map<number, Extent>>();
  for (const [hack, rank, extent] of connection.rows<[number, number, Extent]>(sql, ...key)) {
    const known = rewrites.get(hack);
    if (known) known.set(rank, extent);
    else rewrites.set(hack, new Map([[rank, extent]]));
  }
  return rewrites;
}

/** Keeps what was judged of rewrites in place of all that was kept of the line. */
export function replaceRewrites(connection: Connection, line: string, rewrites: readonly RewriteToWrite[]): void {
  const key = findLine(connection, line);
  connection.run('DELETE FROM rewrite_rows WHERE repo_id = ? AND line_id = ?', ...key);
  const sql = 'INSERT INTO rewrite_rows (repo_id, line_id, hack, rank, extent) VALUES (?, ?, ?, ?, ?)';
  for (const { hack, rank, extent } of rewrites) connection.run(sql, ...key, hack, rank, extent);
}
