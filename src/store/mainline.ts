import type { CommitOid } from '../model/git.ts';
import type { Position } from '../model/lineage.ts';
import type { MainlineCommit } from '../model/store.ts';
import type { Connection } from './connection.ts';
import { damage } from './faults.ts';
import { buildLandedClock } from './landed-clock.ts';
import { findLine, readTip } from './lines.ts';
import { oidOf } from './oids.ts';

/** The mainline, oldest first, dated by the landed clock; dates after `now` (seconds) are ignored. */
export function readMainline(connection: Connection, line: string, now: number): MainlineCommit[] {
  const sql = `SELECT oid FROM commit_rows NOT INDEXED
    WHERE repo_id = ? AND line_id = ? AND position IS NOT NULL ORDER BY rank`;
  const clock = readClock(connection, line, now);
  const rows = connection.rows<[Uint8Array]>(sql, ...findLine(connection, line));
  return rows.map(([oid], i) => ({
    position: (i + 1) as Position,
    oid: oidOf<CommitOid>(oid),
    landedAt: clock[i] ?? now,
  }));
}

/** The last mainline commit that had landed at `instant` (seconds); nothing before the first. */
export function findMainlineAt(
  connection: Connection,
  line: string,
  { instant, now }: { readonly instant: number; readonly now: number },
): MainlineCommit | undefined {
  const clock = readClock(connection, line, now);
  const position = (clock.findLastIndex((landedAt) => landedAt <= instant) + 1) as Position;
  const landedAt = clock[position - 1];
  if (landedAt === undefined) return undefined;
  const sql = `SELECT oid FROM commit_rows INDEXED BY commit_by_position
    WHERE repo_id = ? AND line_id = ? AND position IS NOT NULL AND position = ?`;
  const [row] = connection.rows<[Uint8Array]>(sql, ...findLine(connection, line), position);
  if (!row) throw damage(connection.file);
  return { position, oid: oidOf<CommitOid>(row[0]), landedAt };
}

interface Clock {
  readonly of: string;
  readonly dates: readonly number[];
}

// A run asks for every day of a sprint: the clock is kept for the tip and the now it was built for.
function readClock(connection: Connection, line: string, now: number): readonly number[] {
  const kept = connection.memo('landed clock', (): { clock: Clock } => ({ clock: { of: '', dates: [] } }));
  const of = JSON.stringify([line, now, readTip(connection, line, null)]);
  if (kept.clock.of !== of) kept.clock = { of, dates: buildClock(connection, line, now) };
  return kept.clock.dates;
}

// On the mainline ranks and positions rise together, and rows lie in the order of ranks. One JSON text crosses over from
// SQLite five times as fast as ten thousand rows.
function buildClock(connection: Connection, line: string, now: number): number[] {
  const sql = `SELECT json_group_array(commit_time ORDER BY rank) AS dates FROM commit_rows NOT INDEXED
    WHERE repo_id = ? AND line_id = ? AND position IS NOT NULL`;
  const row = connection.one<{ dates: string }>(sql, ...findLine(connection, line));
  return buildLandedClock(JSON.parse(row?.dates ?? '[]') as number[], now);
}
