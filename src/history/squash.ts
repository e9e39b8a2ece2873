import type { RepoPath } from '../model/git.ts';
import type { NodeKey, Place } from '../model/lineage.ts';
import type { LiveNode, Spot } from './living.ts';
import { matchDeltas } from './matching.ts';

/**
 * Joins the places of two trees that share no history (a branch and the commit it was squashed into) by the same levels as those of a
 * commit and its parent. Gives for each of the first the index of its partner, or undefined.
 */
export function matchPlaces(before: readonly Place[], after: readonly Place[]): (number | undefined)[] {
  const partners: (number | undefined)[] = before.map(() => undefined);
  for (const { from, to } of joinTrees({ before, after, gone: new Set(), come: new Set() })) partners[from] = to;
  return partners;
}

/** The markers of two trees, as far as the trees differ. */
export interface TwoTrees {
  readonly before: readonly Place[];
  readonly after: readonly Place[];
  /** Paths whose file only the first tree has. */
  readonly gone: ReadonlySet<RepoPath>;
  /** Paths whose file only the second tree has. */
  readonly come: ReadonlySet<RepoPath>;
}

/** Two places that are one hack, by their indexes; `why` names the level of the match (see levels.ts). */
export interface Join {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

/** Joins the markers of two trees as those of a commit and its parent are joined, whatever lies between them. */
export function joinTrees({ before, after, gone, come }: TwoTrees): Join[] {
  const [older, newer] = [nodesOf(before), nodesOf(after)];
  const { matches } = matchDeltas([{ before: older.nodes, after: newer.nodes, gone, come }], () => false);
  return matches.flat().map(({ before: from, after: to, why }) => ({
    from: older.indexOf(from),
    to: newer.indexOf(to),
    why,
  }));
}

interface PlacedNodes {
  readonly nodes: readonly LiveNode[];
  /** Index, among the places, of the one that a spot stands for. */
  indexOf(spot: Spot): number;
}

/** Places as nodes of their own, one per version of a file, by path. */
function nodesOf(places: readonly Place[]): PlacedNodes {
  const groups = new Map<string, number[]>();
  for (const [index, { path, blob }] of places.entries()) {
    const key = `${path}\0${blob}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  const indexes = [...groups.keys()].toSorted().map((key) => groups.get(key) ?? []);
  const nodes = indexes.map((group, number) =>
    nodeOf(
      group.flatMap((index) => places[index] ?? []),
      number,
    ),
  );
  return { nodes, indexOf: ({ node, index }) => indexes[node.key]?.[index] ?? -1 };
}

function nodeOf(places: readonly Place[], number: number): LiveNode {
  const [first] = places;
  if (!first) throw new Error('a node without places');
  const { path, blob } = first;
  return { key: number as NodeKey, path, pathKey: number, blob, sights: places, hacks: [] };
}
