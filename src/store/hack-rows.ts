import type { HackId } from '../model/hack.ts';
import type { HackKey, HackRow, Position, Rank, Removal, Span } from '../model/lineage.ts';
import type { Connection } from './connection.ts';
import type { LineKey } from './lines.ts';
import { preloadPathBlobs } from './nodes.ts';
import { unpackDistances } from './number-packing.ts';
import { openPlace, openSurePlace, type PlaceColumns } from './places.ts';
import { preloadWordings } from './wordings.ts';

type HackColumns = readonly [
  hack: HackKey,
  id: HackId,
  introduced: Rank,
  mergedInto: HackKey | null,
  moves: number,
  rewordings: number,
  reopened: number,
  touches: number,
  rewrites: Uint8Array | null,
  removalRank: Rank | null,
  removalLanded: Position | null,
  ...places: (number | null)[],
];

const HACKS = `SELECT hack, id, introduced, merged_into, moves, rewordings, reopened, touches, rewrites,
    removal_rank, removal_landed,
    birth_node, birth_line, birth_column, birth_end_line, birth_wording,
    last_node, last_line, last_column, last_end_line, last_wording,
    removal_node, removal_line, removal_column, removal_end_line, removal_wording
  FROM hack_rows WHERE repo_id = ? AND line_id = ?`;

/** Which hacks of the line: an SQL condition on the rows. */
export type HackCondition = 'TRUE' | typeof UNJUDGED;

/** Those whose told removal has no verdict. */
export const UNJUDGED = `removal_rank IS NOT NULL AND NOT EXISTS (SELECT 1 FROM verdict_rows v
  WHERE v.repo_id = hack_rows.repo_id AND v.line_id = hack_rows.line_id AND v.hack = hack_rows.hack)`;

/** The hacks of the line as the fold wrote them, in order of introduction. */
export function readHackRows(connection: Connection, key: LineKey, which: HackCondition = 'TRUE'): HackRow[] {
  preload(connection, key, which);
  const spans = readHackSpans(connection, key);
  return connection.rows<HackColumns>(`${HACKS} AND ${which} ORDER BY hack`, ...key).map((row) => {
    const [hack, id, introduced, mergedInto, moves, rewordings, reopened, touches, rewrites] = row;
    return {
      key: hack,
      id,
      introduced,
      birthplace: openSurePlace(connection, key, placeColumns(row, 0)),
      place: openSurePlace(connection, key, placeColumns(row, 1)),
      mergedInto,
      moves,
      rewordings,
      reopened,
      touches,
      rewrites: rewrites === null ? [] : (unpackDistances(rewrites, introduced) as Rank[]),
      open: spans.get(hack) ?? [],
      removal: removalOf(connection, key, row),
    };
  });
}

// Thousands of places: their nodes and wordings come in two queries instead of one for each.
function preload(connection: Connection, key: LineKey, which: HackCondition): void {
  const values = [...key, ...key, ...key];
  preloadPathBlobs(connection, key, { sql: inAnyPlace('node', which), values });
  preloadWordings(connection, { sql: inAnyPlace('wording', which), values });
}

function inAnyPlace(column: 'node' | 'wording', which: HackCondition): string {
  const places = ['birth', 'last', 'removal'];
  return places
    .map((place) => `SELECT ${place}_${column} FROM hack_rows WHERE repo_id = ? AND line_id = ? AND ${which}`)
    .join(' UNION ');
}

function placeColumns(row: HackColumns, place: 0 | 1 | 2): PlaceColumns {
  const start = 11 + 5 * place;
  return row.slice(start, start + 5) as unknown as PlaceColumns;
}

function removalOf(connection: Connection, key: LineKey, row: HackColumns): Removal | null {
  const [, , , , , , , , , rank, landed] = row;
  const place = openPlace(connection, key, placeColumns(row, 2));
  return rank === null || place === null ? null : { rank, landed, place };
}

type SpanColumns = readonly [hack: HackKey, from: Position, to: Position | null];

function readHackSpans(connection: Connection, key: LineKey): ReadonlyMap<number, readonly Span[]> {
  const sql = `SELECT hack, open_from, open_to FROM hack_spans
    WHERE repo_id = ? AND line_id = ? ORDER BY hack, open_from`;
  const spans = new Map<number, Span[]>();
  for (const [hack, from, to] of connection.rows<SpanColumns>(sql, ...key)) {
    const known = spans.get(hack);
    if (known) known.push({ from, to });
    else spans.set(hack, [{ from, to }]);
  }
  return spans;
}
