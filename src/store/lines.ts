import type { CommitOid } from '../model/git.ts';
import type { FoldTip, Position, Rank } from '../model/lineage.ts';
import type { Connection } from './connection.ts';
import { bytesOf, oidOf } from './oids.ts';

/** First half of every key of a derived row: which repository, which of its lines. */
export type LineKey = readonly [repoId: number, lineId: number];

/** The key of a line; a line never written has no rows, and its key (line 0) fits none. */
export function findLine(connection: Connection, line: string): LineKey {
  const sql = 'SELECT line_id AS id FROM lines WHERE repo_id = ? AND name = ?';
  const row = connection.one<{ id: number }>(sql, connection.repoId, line);
  return [connection.repoId, row?.id ?? 0];
}

/** The key of a line, which is added if it is new. */
export function writeLine(connection: Connection, line: string): LineKey {
  const known = findLine(connection, line);
  if (known[1] !== 0) return known;
  const sql = `INSERT INTO lines (repo_id, line_id, name)
    SELECT ?, coalesce(max(line_id), 0) + 1, ? FROM lines WHERE repo_id = ?`;
  connection.run(sql, connection.repoId, line, connection.repoId);
  return findLine(connection, line);
}

interface TipRow {
  readonly oid: Uint8Array;
  readonly rank: number;
  readonly position: number;
}

/** How far the stored fold of the line goes; nothing if there is none, or one made with another key. */
export function readTip(connection: Connection, line: string, foldKey: string | null): FoldTip | undefined {
  const sql = `SELECT tip_oid AS oid, tip_rank AS rank, tip_position AS position FROM lines
    WHERE repo_id = ? AND name = ? AND tip_oid IS NOT NULL AND fold_key = coalesce(?, fold_key)`;
  const row = connection.one<TipRow>(sql, connection.repoId, line, foldKey);
  if (!row) return undefined;
  return { oid: oidOf<CommitOid>(row.oid), rank: row.rank as Rank, position: row.position as Position };
}

/** Sets how far the stored fold goes. */
export function writeTip(
  connection: Connection,
  key: LineKey,
  { tip, foldKey }: { tip: FoldTip; foldKey: string },
): void {
  const sql = `UPDATE lines SET tip_oid = ?, tip_rank = ?, tip_position = ?, fold_key = ?
    WHERE repo_id = ? AND line_id = ?`;
  connection.run(sql, bytesOf(tip.oid), tip.rank, tip.position, foldKey, ...key);
}

const FOLD_TABLES = [
  'commit_rows',
  'node_rows',
  'node_spans',
  'hack_rows',
  'hack_spans',
  'event_rows',
  'verdict_rows',
  'rewrite_rows',
  'admission_tips',
  'admission_rows',
  'admitted_file_rows',
];

/** Forgets the fold of the line; mined blobs, people, snapshots and aliases stay. */
export function clearFold(connection: Connection, line: string): void {
  const key = findLine(connection, line);
  for (const table of FOLD_TABLES) {
    connection.run(`DELETE FROM ${table} WHERE repo_id = ? AND line_id = ?`, ...key);
  }
  const sql = `UPDATE lines SET tip_oid = NULL, tip_rank = NULL, tip_position = NULL, fold_key = NULL
    WHERE repo_id = ? AND line_id = ?`;
  connection.run(sql, ...key);
}
