import type { Connection } from './connection.ts';
import { readAdmissions } from './admissions.ts';
import { readHackRows } from './hack-rows.ts';
import { findLine, type LineKey } from './lines.ts';
import { readNode, readPathBlob } from './nodes.ts';
import { unpackChanges } from './change-packing.ts';
import { readCommitsOf } from './stored-commits.ts';
import { readRewrites } from './rewrites.ts';
import { readVerdicts } from './verdicts.ts';
import { readEvents } from './events.ts';
import type { HackKey, Rank } from '../model/lineage.ts';

/**
 * All derived rows of the line as text, sorted, with texts in place of the store's own numbers: equal for equal histories,
 * however many runs they took.
 */
export function dumpDerived(connection: Connection, line: string): string[] {
  const key = findLine(connection, line);
  const parts: Record<string, readonly unknown[]> = {
    commit: dumpCommits(connection, key),
    change: dumpChanges(connection, key),
    node: numbers(connection, 'SELECT node FROM node_rows', key).map((node) => readNode(connection, key, node)),
    span: dumpSpans(connection, key),
    hack: readHackRows(connection, key),
    event: dumpEvents(connection, key, line),
    verdict: [...readVerdicts(connection, key)],
    admission: readAdmissions(connection, line).admissions,
    rewrite: [...readRewrites(connection, key)].map(([hack, extents]) => [hack, ...extents]),
  };
  return Object.entries(parts)
    .flatMap(([part, rows]) => rows.map((row) => `${part} ${JSON.stringify(row)}`))
    .toSorted();
}

function numbers(connection: Connection, select: string, key: LineKey): number[] {
  return connection.rows<[number]>(`${select} WHERE repo_id = ? AND line_id = ?`, ...key).map(([number]) => number);
}

function dumpCommits(connection: Connection, key: LineKey): unknown[] {
  const sql = 'SELECT rank FROM commit_rows WHERE repo_id = ? AND line_id = ?';
  const commitOf = readCommitsOf(connection, key, { sql, values: key });
  return numbers(connection, 'SELECT rank FROM commit_rows', key).map((rank) => commitOf(rank as Rank));
}

function dumpChanges(connection: Connection, key: LineKey): unknown[] {
  const sql = 'SELECT rank, changes FROM commit_rows WHERE repo_id = ? AND line_id = ?';
  const textOf = (node: number | null): unknown => (node === null ? null : readPathBlob(connection, key, node));
  return connection
    .rows<[number, Uint8Array | null]>(sql, ...key)
    .flatMap(([rank, changes]) =>
      unpackChanges(changes).map(({ before, after }) => [rank, textOf(before), textOf(after)]),
    );
}

function dumpSpans(connection: Connection, key: LineKey): unknown[] {
  const sql = 'SELECT node, open_from, open_to FROM node_spans WHERE repo_id = ? AND line_id = ?';
  const rows = connection.rows<[number, number, number | null]>(sql, ...key);
  return rows.map(([node, from, to]) => [readPathBlob(connection, key, node), from, to]);
}

function dumpEvents(connection: Connection, key: LineKey, line: string): unknown[] {
  const hacks = numbers(connection, 'SELECT hack FROM hack_rows', key);
  return hacks.flatMap((hack) => readEvents(connection, line, hack as HackKey).map((event) => [hack, event]));
}
