import type { PackedChange } from './change-packing.ts';

/** What the rebuilding needs of a commit: its place, its first parent (null: a root) and what it changed against that. */
export interface TreeCommit {
  readonly position: number | null;
  readonly firstParent: number | null;
  readonly changes: readonly PackedChange[];
}

/** Where trees can be looked up: commits by rank, trees by mainline position. */
export interface TreeSource {
  commit(rank: number): TreeCommit;
  mainlineTree(position: number): readonly number[];
}

/**
 * The marker-bearing nodes in the tree of a commit, ascending: those of the mainline commit below it on its
 * first-parent chain, with the changes of the chain applied. A node is one path with one blob, so a set is a tree.
 */
export function buildTree(rank: number, source: TreeSource): number[] {
  const pending: (readonly PackedChange[])[] = [];
  let commit = source.commit(rank);
  while (commit.position === null) {
    pending.push(commit.changes);
    if (commit.firstParent === null) return applyChanges([], pending);
    commit = source.commit(commit.firstParent);
  }
  return applyChanges(source.mainlineTree(commit.position), pending);
}

function applyChanges(tree: readonly number[], newestFirst: readonly (readonly PackedChange[])[]): number[] {
  const nodes = new Set(tree);
  for (const changes of newestFirst.toReversed()) {
    for (const { before } of changes) if (before !== null) nodes.delete(before);
    for (const { after } of changes) if (after !== null) nodes.add(after);
  }
  return [...nodes].toSorted((a, b) => a - b);
}
