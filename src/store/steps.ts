import type { HackKey, Place, Rank, SightedNode } from '../model/lineage.ts';
import type { StoredStep } from '../model/store.ts';
import { unpackChanges } from './change-packing.ts';
import type { Connection } from './connection.ts';
import { findLine, type LineKey } from './lines.ts';
import { readNode } from './nodes.ts';

/** Where hacks stood before and after commits off merges, in the order asked; undefined where a commit did not carry the hack along. */
export function readSteps(
  connection: Connection,
  line: string,
  asked: readonly { readonly hack: HackKey; readonly rank: Rank }[],
): (StoredStep | undefined)[] {
  const key = findLine(connection, line);
  const isSame = buildIdentity(connection, key);
  return asked.map(({ hack, rank }) => {
    const changes = readChanges(connection, key, rank);
    const find = (nodes: readonly (number | null)[]): Place | undefined =>
      nodes
        .flatMap((node) => (node === null ? [] : readNode(connection, key, node)))
        .flatMap((node) => placesIn(node, (shown) => isSame(shown, hack)))[0];
    const before = find(changes.map((change) => change.before));
    const after = find(changes.map((change) => change.after));
    return before && after && { before, after };
  });
}

function readChanges(connection: Connection, key: LineKey, rank: Rank): ReturnType<typeof unpackChanges> {
  const sql = 'SELECT changes FROM commit_rows WHERE repo_id = ? AND line_id = ? AND rank = ?';
  return unpackChanges(connection.one<{ changes: Uint8Array | null }>(sql, ...key, rank)?.changes ?? null);
}

/** A node keeps the hacks of its first sight; one that has merged since is the hack it merged into. */
function buildIdentity(connection: Connection, key: LineKey): (shown: HackKey, hack: HackKey) => boolean {
  const sql = `SELECT hack, merged_into FROM hack_rows WHERE repo_id = ? AND line_id = ? AND merged_into IS NOT NULL`;
  const merged = new Map(connection.rows<[HackKey, HackKey]>(sql, ...key));
  return (shown, hack) => {
    for (let one: HackKey | undefined = shown; one !== undefined; one = merged.get(one)) if (one === hack) return true;
    return false;
  };
}

function placesIn({ path, blob, hacks, sights }: SightedNode, isWanted: (hack: HackKey) => boolean): Place[] {
  return sights.flatMap((sight, index) => {
    const hack = hacks[index];
    return hack !== undefined && isWanted(hack) ? [{ path, blob, ...sight }] : [];
  });
}
