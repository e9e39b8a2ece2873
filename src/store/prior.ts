import type { CommitOid } from '../model/git.ts';
import type {
  BoundaryState,
  FoldTip,
  HackKey,
  NodeKey,
  NodeSpan,
  Position,
  Prior,
  Rank,
  SightedNode,
} from '../model/lineage.ts';
import type { PriorQuestion } from '../model/store.ts';
import { findSeen } from './ancestry.ts';
import { unpackChanges } from './change-packing.ts';
import type { Connection } from './connection.ts';
import { damage } from './faults.ts';
import { readHackRows } from './hack-rows.ts';
import { findLine, type LineKey, readTip } from './lines.ts';
import { findNode, readNode } from './nodes.ts';
import { openPlace, type PlaceColumns } from './places.ts';
import { unpackNumbers } from './number-packing.ts';
import { bytesOf } from './oids.ts';
import { buildTree, type TreeCommit } from './tree.ts';

/** What the fold needs of the past to go on; the line must have a fold, and the boundary commits must be in it. */
export function readPrior(connection: Connection, line: string, question: PriorQuestion): Prior {
  const tip = readTip(connection, line, null);
  if (!tip) throw new Error(`no fold of ${line} is stored`);
  const key = findLine(connection, line);
  const boundaries = question.boundary.map((oid) => readBoundary(connection, key, oid));
  const wanted = new Set<number>(boundaries.flatMap(({ nodes }) => nodes));
  for (const pathBlob of question.nodes) {
    const node = findNode(connection, key, pathBlob);
    if (node !== undefined) wanted.add(node);
  }
  return {
    ...readLifeSoFar(connection, key, tip),
    nodes: [...wanted].toSorted((a, b) => a - b).map((node): SightedNode => readNode(connection, key, node)),
    boundaries,
  };
}

function readLifeSoFar(connection: Connection, key: LineKey, tip: FoldTip): Omit<Prior, 'nodes' | 'boundaries'> {
  return {
    tip,
    lastHack: highest(connection, 'SELECT max(hack) AS n FROM hack_rows WHERE repo_id = ? AND line_id = ?', key),
    lastNode: highest(connection, 'SELECT max(node) AS n FROM node_rows WHERE repo_id = ? AND line_id = ?', key),
    hacks: readHackRows(connection, key),
    sightings: readSightings(connection, key),
    farewells: readFarewells(connection, key),
    openSpans: readOpenSpans(connection, key),
  };
}

function highest<Key extends HackKey | NodeKey>(connection: Connection, sql: string, key: LineKey): Key {
  return (connection.one<{ n: number | null }>(sql, ...key)?.n ?? 0) as Key;
}

function readSightings(connection: Connection, key: LineKey): Prior['sightings'] {
  const sql = `SELECT hack, rank FROM event_rows INDEXED BY sightings WHERE repo_id = ? AND line_id = ?
    AND kind IN ('introduced', 'copied', 'reopened') ORDER BY hack, rank`;
  return connection.all<{ hack: HackKey; rank: Rank }>(sql, ...key);
}

function readFarewells(connection: Connection, key: LineKey): Prior['farewells'] {
  const sql = `SELECT hack, before_node, before_line, before_column, before_end_line, before_wording FROM event_rows
    WHERE repo_id = ? AND line_id = ? AND kind = 'removed' ORDER BY rank, ordinal`;
  return connection.rows<[HackKey, ...PlaceColumns]>(sql, ...key).flatMap(([hack, ...columns]) => {
    const place = openPlace(connection, key, columns);
    return place === null ? [] : [{ hack, place }];
  });
}

function readOpenSpans(connection: Connection, key: LineKey): NodeSpan[] {
  const sql = `SELECT node, open_from AS "from", open_to AS "to" FROM node_spans INDEXED BY open_node_spans
    WHERE repo_id = ? AND line_id = ? AND open_to IS NULL ORDER BY node, open_from`;
  return connection.all<{ node: NodeKey; from: Position; to: null }>(sql, ...key);
}

function readBoundary(connection: Connection, key: LineKey, oid: CommitOid): BoundaryState {
  const rank = findRank(connection, key, oid);
  const seen = findSeen(rank, (ancestor) => {
    const { position, parents } = readGraphCommit(connection, key, ancestor);
    return { parents, isMainline: position !== null };
  });
  const tree = buildTree(rank, {
    commit: (at) => readGraphCommit(connection, key, at),
    mainlineTree: (position) => readMainlineNodes(connection, key, position),
  });
  return {
    oid,
    rank: rank as Rank,
    nodes: tree as NodeKey[],
    seenUpTo: seen.upTo as Rank,
    seenBeyond: seen.beyond as Rank[],
  };
}

/** The rank of a commit of the fold. */
function findRank(connection: Connection, key: LineKey, oid: CommitOid): number {
  const sql = `SELECT rank FROM commit_rows INDEXED BY commit_by_oid
    WHERE repo_id = ? AND line_id = ? AND substr(oid, 1, 4) = ? AND oid = ?`;
  const bytes = bytesOf(oid);
  const row = connection.one<{ rank: number }>(sql, ...key, bytes.subarray(0, 4), bytes);
  if (!row) throw new Error(`commit ${oid} is not in the stored fold`);
  return row.rank;
}

interface GraphCommit extends TreeCommit {
  readonly parents: readonly number[];
}

interface GraphColumns {
  readonly parents: Uint8Array;
  readonly position: number | null;
  readonly changes: Uint8Array | null;
}

function readGraphCommit(connection: Connection, key: LineKey, rank: number): GraphCommit {
  const sql = 'SELECT parents, position, changes FROM commit_rows WHERE repo_id = ? AND line_id = ? AND rank = ?';
  const row = connection.one<GraphColumns>(sql, ...key, rank);
  if (!row) throw damage(connection.file);
  const parents = unpackNumbers(row.parents).map((distance) => rank - distance);
  return { parents, firstParent: parents[0] ?? null, position: row.position, changes: unpackChanges(row.changes) };
}

/** The marker-bearing nodes in the tree of a mainline commit, ascending. */
export function readMainlineNodes(connection: Connection, key: LineKey, position: number): number[] {
  const sql = `SELECT node FROM node_spans WHERE repo_id = ? AND line_id = ?
    AND open_from <= ? AND (open_to IS NULL OR open_to > ?) ORDER BY node`;
  return connection.all<{ node: number }>(sql, ...key, position, position).map(({ node }) => node);
}
