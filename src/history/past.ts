import type { CommitOid } from '../model/git.ts';
import type { BoundaryState, HackKey, HackRow, NodeKey, Prior, Rank } from '../model/lineage.ts';
import { IntMap } from './int-map.ts';
import type { LiveHack, LiveNode, TreeState } from './living.ts';
import { attach } from './living.ts';
import { NodeBook } from './node-book.ts';
import { Farewells } from './farewells.ts';
import { Roll } from './roll.ts';

/** The past brought back to life: what a lineage goes on from. */
export interface Past {
  readonly book: NodeBook;
  readonly roll: Roll;
  readonly farewells: Farewells;
  readonly states: Map<CommitOid, TreeState>;
  readonly rankOf: ReadonlyMap<CommitOid, Rank>;
}

/** Restores nodes, hacks and the trees of the boundary commits; without a prior everything is empty. */
export function restorePast(prior: Prior | undefined): Past {
  const book = new NodeBook(prior?.lastNode);
  const roll = new Roll(prior?.lastHack);
  const farewells = new Farewells();
  if (!prior) return { book, roll, farewells, states: new Map(), rankOf: new Map() };
  const hacks = restoreHacks(prior.hacks);
  for (const hack of hacks.values()) roll.enter(hack);
  for (const { hack, place } of prior.farewells) {
    const gone = hacks.get(hack);
    if (gone) farewells.note(gone, place);
  }
  const nodes = restoreNodes(prior, book, hacks);
  const ranks = new Map<HackKey, Rank[]>();
  for (const { hack, rank } of prior.sightings) ranks.set(hack, [...(ranks.get(hack) ?? []), rank]);
  return {
    book,
    roll,
    farewells,
    states: new Map(prior.boundaries.map((boundary) => [boundary.oid, restoreState(boundary, nodes, ranks)])),
    rankOf: new Map(prior.boundaries.map(({ oid, rank }) => [oid, rank])),
  };
}

function restoreHacks(rows: readonly HackRow[]): Map<HackKey, LiveHack> {
  const hacks = new Map(rows.map((row) => [row.key, restoreHack(row)]));
  for (const row of rows) {
    const [young, old] = [hacks.get(row.key), row.mergedInto === null ? undefined : hacks.get(row.mergedInto)];
    if (young && old) young.mergedInto = old;
  }
  for (const hack of hacks.values()) {
    for (let old = hack.mergedInto; old; old = old.mergedInto) old.absorbed.push(hack);
  }
  return hacks;
}

function restoreHack(row: HackRow): LiveHack {
  const { open, rewrites } = row;
  return {
    ...row,
    mergedInto: null,
    absorbed: [],
    nodes: [],
    paths: new Set(),
    rewrites: [...rewrites],
    open: [...open],
  };
}

function restoreNodes(prior: Prior, book: NodeBook, hacks: ReadonlyMap<HackKey, LiveHack>): Map<NodeKey, LiveNode> {
  const nodes = new Map<NodeKey, LiveNode>();
  for (const { key, path, blob, sights, hacks: keys } of prior.nodes.toSorted((one, other) => one.key - other.key)) {
    const node = book.restore({ key, path, blob, sights });
    node.hacks = keys.flatMap((hack) => hacks.get(hack) ?? []);
    for (const hack of new Set(node.hacks)) attachAll(hack, node);
    nodes.set(key, node);
  }
  return nodes;
}

/** A node shows a hack and all that this hack turned out to be. */
function attachAll(hack: LiveHack, node: LiveNode): void {
  for (let one: LiveHack | null = hack; one; one = one.mergedInto) attach(one, node);
}

function restoreState(
  boundary: BoundaryState,
  nodes: ReadonlyMap<NodeKey, LiveNode>,
  ranks: ReadonlyMap<HackKey, readonly Rank[]>,
): TreeState {
  let tree = IntMap.empty<LiveNode>();
  for (const key of boundary.nodes) {
    const node = nodes.get(key);
    if (node) tree = tree.with(node.pathKey, node);
  }
  const beyond = new Set(boundary.seenBeyond);
  let seen = IntMap.empty<true>();
  for (const [hack, sightings] of ranks) {
    if (sightings.some((rank) => rank <= boundary.seenUpTo || beyond.has(rank))) seen = seen.with(hack, true);
  }
  return { oid: boundary.oid, tree, seen };
}
