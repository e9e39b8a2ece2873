import type { EventRow, Fold, HackRow, Place } from '../model/lineage.ts';
import type { FoldToWrite } from '../model/store.ts';
import { writeCommits } from './commit-rows.ts';
import type { Connection, Value } from './connection.ts';
import { type LineKey, writeLine, writeTip } from './lines.ts';
import { writeNodes } from './nodes.ts';
import { packDistances } from './number-packing.ts';
import { writeDisplayNames } from './people.ts';
import { buildPlaceWriter } from './places.ts';

type PlaceWriter = (place: Place | null) => readonly Value[];

/** Adds a fold to what is stored of the line, and moves its tip. */
export function writeFold(connection: Connection, line: string, write: FoldToWrite): void {
  const { fold } = write;
  const key = writeLine(connection, line);
  writeCommits(connection, key, { rows: fold.commits, commits: write.commits });
  writeDisplayNames(connection, write.names);
  writeNodes(connection, key, { ...write, nodes: fold.nodes });
  const placeOf = buildPlaceWriter(connection, key, fold.nodes);
  const rows = { connection, key, placeOf };
  writeEvents(rows, fold.events);
  writeHacks(rows, fold.hacks);
  writeNodeSpans(connection, key, fold);
  forgetStaleVerdicts(connection, key);
  writeTip(connection, key, write);
}

interface Rows {
  readonly connection: Connection;
  readonly key: LineKey;
  readonly placeOf: PlaceWriter;
}

function writeEvents({ connection, key, placeOf }: Rows, events: readonly EventRow[]): void {
  const sql = `INSERT INTO event_rows (repo_id, line_id, hack, rank, ordinal, kind,
    before_node, before_line, before_column, before_end_line, before_wording,
    after_node, after_line, after_column, after_end_line, after_wording, into_hack, why)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  // The events of one commit keep the order the fold gave them.
  const ordinals = new Map<number, number>();
  for (const { hack, rank, kind, before, after, into, why } of events) {
    const ordinal = (ordinals.get(rank) ?? 0) + 1;
    ordinals.set(rank, ordinal);
    connection.run(sql, ...key, hack, rank, ordinal, kind, ...placeOf(before), ...placeOf(after), into, why);
  }
}

const LAST_HACK = 'SELECT max(hack) AS n FROM hack_rows WHERE repo_id = ? AND line_id = ?';

function writeHacks(rows: Rows, hacks: readonly HackRow[]): void {
  const { connection, key } = rows;
  const last = connection.one<{ n: number | null }>(LAST_HACK, ...key)?.n ?? 0;
  for (const hack of hacks.filter((row) => row.key <= last)) {
    connection.run('DELETE FROM hack_rows WHERE repo_id = ? AND line_id = ? AND hack = ?', ...key, hack.key);
    connection.run('DELETE FROM hack_spans WHERE repo_id = ? AND line_id = ? AND hack = ?', ...key, hack.key);
  }
  for (const hack of hacks) {
    writeHack(rows, hack);
    writeHackSpans(connection, key, hack);
  }
}

function writeHack({ connection, key, placeOf }: Rows, hack: HackRow): void {
  const sql = `INSERT INTO hack_rows (repo_id, line_id, hack, id, introduced,
    birth_node, birth_line, birth_column, birth_end_line, birth_wording,
    last_node, last_line, last_column, last_end_line, last_wording,
    merged_into, moves, rewordings, reopened, touches, rewrites, removal_rank, removal_landed,
    removal_node, removal_line, removal_column, removal_end_line, removal_wording)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const rewrites = hack.rewrites.length === 0 ? null : packDistances(hack.rewrites, hack.introduced);
  const counts = [hack.moves, hack.rewordings, hack.reopened, hack.touches];
  const removal = [hack.removal?.rank ?? null, hack.removal?.landed ?? null, ...placeOf(hack.removal?.place ?? null)];
  const places = [...placeOf(hack.birthplace), ...placeOf(hack.place)];
  const life = [hack.mergedInto, ...counts, rewrites, ...removal];
  connection.run(sql, ...key, hack.key, hack.id, hack.introduced, ...places, ...life);
}

function writeHackSpans(connection: Connection, key: LineKey, hack: HackRow): void {
  const sql = 'INSERT INTO hack_spans (repo_id, line_id, hack, open_from, open_to) VALUES (?, ?, ?, ?, ?)';
  for (const { from, to } of hack.open) connection.run(sql, ...key, hack.key, from, to);
}

function writeNodeSpans(connection: Connection, key: LineKey, { spans }: Fold): void {
  const sql = `INSERT INTO node_spans (repo_id, line_id, node, open_from, open_to) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (repo_id, line_id, node, open_from) DO UPDATE SET open_to = excluded.open_to`;
  for (const { node, from, to } of spans) connection.run(sql, ...key, node, from, to);
}

// A verdict is about one removal; where another is told now, or none, it is about nothing.
function forgetStaleVerdicts(connection: Connection, key: LineKey): void {
  const sql = `DELETE FROM verdict_rows WHERE repo_id = ? AND line_id = ? AND NOT EXISTS (
    SELECT 1 FROM hack_rows h WHERE h.repo_id = verdict_rows.repo_id AND h.line_id = verdict_rows.line_id
      AND h.hack = verdict_rows.hack AND h.removal_rank = verdict_rows.removal_rank)`;
  connection.run(sql, ...key);
}
