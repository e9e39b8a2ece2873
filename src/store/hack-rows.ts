import type { HackId } from '../model/hack.ts';
import type { HackKey, HackRow, Position, Rank, Removal, Span } from '../model/lineage.ts';
import type { Connection } from './connection.ts';
import type { LineKey } from './lines.ts';
import { unpackDistances } from './number-packing.ts';
import { openPlace, openSurePlace } from './places.ts';

interface HackColumns {
  readonly hack: number;
  readonly id: string;
  readonly introduced: number;
  readonly birth_node: number;
  readonly birth_line: number;
  readonly birth_column: number;
  readonly birth_end_line: number;
  readonly birth_wording: number;
  readonly last_node: number;
  readonly last_line: number;
  readonly last_column: number;
  readonly last_end_line: number;
  readonly last_wording: number;
  readonly merged_into: number | null;
  readonly moves: number;
  readonly rewordings: number;
  readonly reopened: number;
  readonly touches: number;
  readonly rewrites: Uint8Array | null;
  readonly removal_rank: number | null;
  readonly removal_landed: number | null;
  readonly removal_node: number | null;
  readonly removal_line: number | null;
  readonly removal_column: number | null;
  readonly removal_end_line: number | null;
  readonly removal_wording: number | null;
}

/** All hacks of the line as the fold wrote them, in order of introduction. */
export function readHackRows(connection: Connection, key: LineKey): HackRow[] {
  const sql = 'SELECT * FROM hack_rows WHERE repo_id = ? AND line_id = ? ORDER BY hack';
  const spans = readHackSpans(connection, key);
  return connection.all<HackColumns>(sql, ...key).map((row) => ({
    key: row.hack as HackKey,
    id: row.id as HackId,
    introduced: row.introduced as Rank,
    birthplace: birthplaceOf(connection, key, row),
    place: placeOf(connection, key, row),
    mergedInto: row.merged_into as HackKey | null,
    moves: row.moves,
    rewordings: row.rewordings,
    reopened: row.reopened,
    touches: row.touches,
    rewrites: row.rewrites === null ? [] : (unpackDistances(row.rewrites, row.introduced) as Rank[]),
    open: spans.get(row.hack) ?? [],
    removal: removalOf(connection, key, row),
  }));
}

function birthplaceOf(connection: Connection, key: LineKey, row: HackColumns): HackRow['birthplace'] {
  const { birth_node, birth_line, birth_column, birth_end_line, birth_wording } = row;
  return openSurePlace(connection, key, [birth_node, birth_line, birth_column, birth_end_line, birth_wording]);
}

function placeOf(connection: Connection, key: LineKey, row: HackColumns): HackRow['place'] {
  const { last_node, last_line, last_column, last_end_line, last_wording } = row;
  return openSurePlace(connection, key, [last_node, last_line, last_column, last_end_line, last_wording]);
}

function removalOf(connection: Connection, key: LineKey, row: HackColumns): Removal | null {
  const { removal_rank: rank, removal_landed, removal_node, removal_line, removal_column, removal_end_line } = row;
  const columns = [removal_node, removal_line, removal_column, removal_end_line, row.removal_wording] as const;
  const place = openPlace(connection, key, columns);
  if (rank === null || place === null) return null;
  return { rank: rank as Rank, landed: removal_landed as Position | null, place };
}

interface SpanColumns {
  readonly hack: number;
  readonly open_from: number;
  readonly open_to: number | null;
}

function readHackSpans(connection: Connection, key: LineKey): ReadonlyMap<number, readonly Span[]> {
  const sql = `SELECT hack, open_from, open_to FROM hack_spans
    WHERE repo_id = ? AND line_id = ? ORDER BY hack, open_from`;
  const spans = new Map<number, Span[]>();
  for (const { hack, open_from, open_to } of connection.all<SpanColumns>(sql, ...key)) {
    const span = { from: open_from as Position, to: open_to as Position | null };
    const known = spans.get(hack);
    if (known) known.push(span);
    else spans.set(hack, [span]);
  }
  return spans;
}
