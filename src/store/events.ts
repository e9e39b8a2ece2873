import type { HackId } from '../model/hack.ts';
import type { EventKind, HackKey } from '../model/lineage.ts';
import type { StoredEvent } from '../model/store.ts';
import type { Connection } from './connection.ts';
import { findLine, type LineKey } from './lines.ts';
import { openPlace } from './places.ts';
import { buildCommitReader } from './stored-commits.ts';

interface EventColumns {
  readonly kind: EventKind;
  readonly rank: number;
  readonly before_node: number | null;
  readonly before_line: number | null;
  readonly before_column: number | null;
  readonly before_end_line: number | null;
  readonly before_wording: number | null;
  readonly after_node: number | null;
  readonly after_line: number | null;
  readonly after_column: number | null;
  readonly after_end_line: number | null;
  readonly after_wording: number | null;
  readonly into_id: HackId | null;
  readonly why: string | null;
}

/** Everything that happened to a hack, oldest first. */
export function readEvents(connection: Connection, line: string, hack: HackKey): StoredEvent[] {
  const key = findLine(connection, line);
  const commitOf = buildCommitReader(connection, key);
  const sql = `SELECT e.*, i.id AS into_id FROM event_rows e
    LEFT JOIN hack_rows i ON i.repo_id = e.repo_id AND i.line_id = e.line_id AND i.hack = e.into_hack
    WHERE e.repo_id = ? AND e.line_id = ? AND e.hack = ? ORDER BY e.rank, e.ordinal`;
  return connection.all<EventColumns>(sql, ...key, hack).map((row) => ({
    kind: row.kind,
    commit: commitOf(row.rank),
    ...placesOf(connection, key, row),
    into: row.into_id,
    why: row.why,
  }));
}

function placesOf(connection: Connection, key: LineKey, row: EventColumns): Pick<StoredEvent, 'before' | 'after'> {
  const { before_node, before_line, before_column, before_end_line, before_wording } = row;
  const { after_node, after_line, after_column, after_end_line, after_wording } = row;
  return {
    before: openPlace(connection, key, [before_node, before_line, before_column, before_end_line, before_wording]),
    after: openPlace(connection, key, [after_node, after_line, after_column, after_end_line, after_wording]),
  };
}
