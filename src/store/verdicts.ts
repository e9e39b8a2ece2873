import type { Change, Extent, Fate, RemovalKind } from '../model/hack.ts';
import type { StoredVerdict, VerdictToWrite } from '../model/store.ts';
import type { Connection } from './connection.ts';
import { findLine, type LineKey } from './lines.ts';

/** Keeps verdicts about told removals; one about a removal that is not told is passed over. */
export function writeVerdicts(connection: Connection, line: string, verdicts: readonly VerdictToWrite[]): void {
  const key = findLine(connection, line);
  const sql = `INSERT INTO verdict_rows (repo_id, line_id, hack, removal_rank,
    removal, extent, near_marker, in_definition, confidence, fate, acknowledged)
    SELECT repo_id, line_id, hack, removal_rank, ?, ?, ?, ?, ?, ?, ? FROM hack_rows
    WHERE repo_id = ? AND line_id = ? AND hack = ? AND removal_rank = ?
    ON CONFLICT DO UPDATE SET removal = excluded.removal, extent = excluded.extent, near_marker = excluded.near_marker,
      in_definition = excluded.in_definition, confidence = excluded.confidence, fate = excluded.fate,
      acknowledged = excluded.acknowledged`;
  for (const { hack, removalRank, ...verdict } of verdicts) {
    const { removal, extent, nearMarker, inDefinition, confidence, fate } = verdict;
    const seen = [removal, extent, nearMarker, inDefinition, confidence, fate, verdict.acknowledged ? 1 : 0];
    connection.run(sql, ...seen, ...key, hack, removalRank);
  }
}

interface VerdictColumns {
  readonly hack: number;
  readonly removal: RemovalKind;
  readonly extent: Extent;
  readonly near_marker: Change;
  readonly in_definition: Change;
  readonly confidence: number;
  readonly fate: Fate;
  readonly acknowledged: number;
}

/** The verdicts about the line's told removals, by hack. */
export function readVerdicts(connection: Connection, key: LineKey): ReadonlyMap<number, StoredVerdict> {
  const sql = 'SELECT * FROM verdict_rows WHERE repo_id = ? AND line_id = ?';
  const rows = connection.all<VerdictColumns>(sql, ...key);
  return new Map(rows.map((row) => [row.hack, verdictOf(row)]));
}

function verdictOf(row: VerdictColumns): StoredVerdict {
  return {
    removal: row.removal,
    extent: row.extent,
    nearMarker: row.near_marker,
    inDefinition: row.in_definition,
    confidence: row.confidence,
    fate: row.fate,
    acknowledged: row.acknowledged === 1,
  };
}
