import type { BlobOid, RepoPath } from '../model/git.ts';
import type { HackKey, NodeKey, NodeRow, SightedNode } from '../model/lineage.ts';
import type { Connection, NumberQuery } from './connection.ts';
import { damage } from './faults.ts';
import type { LineKey } from './lines.ts';
import { writeMining, writePath } from './names.ts';
import { packDistances, unpackDistances } from './number-packing.ts';
import { bytesOf, oidOf } from './oids.ts';
import { openSights } from './sights.ts';

interface NewNodes {
  readonly nodes: readonly NodeRow[];
  readonly ruleset: string;
  readonly languageOf: (node: NodeRow) => string;
}

/** Adds the nodes of a fold. */
export function writeNodes(connection: Connection, key: LineKey, { nodes, ruleset, languageOf }: NewNodes): void {
  const sql = `INSERT INTO node_rows (repo_id, line_id, node, path_id, mining_id, blob, hacks)
    VALUES (?, ?, ?, ?, ?, ?, ?)`;
  for (const node of nodes) {
    const mining = writeMining(connection, ruleset, languageOf(node));
    const path = writePath(connection, node.path);
    connection.run(sql, ...key, node.key, path, mining, bytesOf(node.blob), packDistances(node.hacks));
  }
}

interface NodeColumns {
  readonly node: number;
  readonly path: string;
  readonly blob: Uint8Array;
  readonly hacks: Uint8Array;
  readonly sights: Uint8Array | null;
}

const SIGHTED_NODES = `SELECT n.node, p.path, n.blob, n.hacks, m.sights
  FROM node_rows n JOIN paths p ON p.path_id = n.path_id
    LEFT JOIN mined_blobs m ON m.repo_id = n.repo_id AND m.mining_id = n.mining_id AND m.oid = n.blob
  WHERE n.repo_id = ? AND n.line_id = ?`;

/** The node of a number, with its markers. */
export function readNode(connection: Connection, key: LineKey, node: number): SightedNode {
  const row = connection.one<NodeColumns>(`${SIGHTED_NODES} AND n.node = ?`, ...key, node);
  if (!row) throw damage(connection.file);
  return sightedNode(connection, row);
}

/** The number of the node of a path and blob, if the line has one. */
export function findNode(connection: Connection, key: LineKey, { path, blob }: PathBlob): number | undefined {
  const sql = `SELECT n.node FROM node_rows n INDEXED BY node_by_blob JOIN paths p ON p.path_id = n.path_id
    WHERE n.repo_id = ? AND n.line_id = ? AND substr(n.blob, 1, 4) = ? AND n.blob = ? AND p.path = ?`;
  const bytes = bytesOf(blob);
  return connection.one<{ node: number }>(sql, ...key, bytes.subarray(0, 4), bytes, path)?.node;
}

/** What names a node: a path and what it says. */
export interface PathBlob {
  readonly path: RepoPath;
  readonly blob: BlobOid;
}

/** The path and blob of a node, remembered, as many places are in the same node. */
export function readPathBlob(connection: Connection, key: LineKey, node: number): PathBlob {
  const known = pathBlobs(connection, key).get(node);
  if (known) return known;
  preloadPathBlobs(connection, key, { sql: '?', values: [node] });
  const found = pathBlobs(connection, key).get(node);
  if (!found) throw damage(connection.file);
  return found;
}

/** Remembers the paths and blobs of the nodes that a query names. */
export function preloadPathBlobs(connection: Connection, key: LineKey, nodes: NumberQuery): void {
  const known = pathBlobs(connection, key);
  const sql = `SELECT n.node, p.path, n.blob FROM node_rows n JOIN paths p ON p.path_id = n.path_id
    WHERE n.repo_id = ? AND n.line_id = ? AND n.node IN (${nodes.sql})`;
  for (const [node, path, blob] of connection.rows<[number, RepoPath, Uint8Array]>(sql, ...key, ...nodes.values)) {
    known.set(node, { path, blob: oidOf<BlobOid>(blob) });
  }
}

function pathBlobs(connection: Connection, [, lineId]: LineKey): Map<number, PathBlob> {
  return connection.memo(`nodes of line ${lineId}`, () => new Map<number, PathBlob>());
}

function sightedNode(connection: Connection, row: NodeColumns): SightedNode {
  return {
    key: row.node as NodeKey,
    path: row.path as RepoPath,
    blob: oidOf<BlobOid>(row.blob),
    hacks: unpackDistances(row.hacks) as HackKey[],
    sights: openSights(connection, row.sights),
  };
}
