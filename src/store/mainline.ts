import type { CommitOid } from '../model/git.ts';
import type { Position } from '../model/lineage.ts';
import type { MainlineCommit } from '../model/store.ts';
import type { Connection } from './connection.ts';
import { buildLandedClock } from './landed-clock.ts';
import { findLine } from './lines.ts';
import { oidOf } from './oids.ts';

/** The mainline, oldest first, dated by the landed clock; dates after `now` (seconds) are ignored. */
export function readMainline(connection: Connection, line: string, now: number): MainlineCommit[] {
  const sql = `SELECT position, oid, commit_time FROM commit_rows INDEXED BY commit_by_position
    WHERE repo_id = ? AND line_id = ? AND position IS NOT NULL ORDER BY position`;
  const rows = connection.rows<[Position, Uint8Array, number]>(sql, ...findLine(connection, line));
  const clock = buildLandedClock(
    rows.map(([, , committed]) => committed),
    now,
  );
  return rows.map(([position, oid], i) => ({ position, oid: oidOf<CommitOid>(oid), landedAt: clock[i] ?? now }));
}

/** The last mainline commit that had landed at `instant` (seconds); nothing before the first. */
export function findMainlineAt(
  connection: Connection,
  line: string,
  { instant, now }: { readonly instant: number; readonly now: number },
): MainlineCommit | undefined {
  return readMainline(connection, line, now).findLast(({ landedAt }) => landedAt <= instant);
}
