import type { PathChange, RepoPath } from '../model/git.ts';
import type { NodeChange } from '../model/lineage.ts';
import type { LiveNode, TreeState } from './living.ts';

/** How the tree of a commit differs from that of one parent, as far as markers go. */
export interface Delta {
  /** The marker-bearing nodes that only the parent has, by ascending path. */
  readonly before: readonly LiveNode[];
  /** Those that only the commit has, by ascending path. */
  readonly after: readonly LiveNode[];
  /** Paths of `before` whose file is gone; one that merely holds no markers any more is not. */
  readonly gone: ReadonlySet<RepoPath>;
  /** Paths of `after` whose file is new. */
  readonly come: ReadonlySet<RepoPath>;
}

/**
 * Compares a commit's tree with a parent's. `changes` are those against the first parent: against another they still tell which files
 * the commit has, but not which that parent had.
 */
export function deltaBetween(
  parent: TreeState,
  tree: TreeState['tree'],
  { changes, isFirst }: { readonly changes: readonly PathChange[]; readonly isFirst: boolean },
): Delta {
  if (parent.tree === tree) return NO_DELTA;
  const differences = parent.tree.differences(tree);
  if (differences.length === 0) return NO_DELTA;
  const before = byPath(differences.flatMap((difference) => difference.before ?? []));
  const after = byPath(differences.flatMap((difference) => difference.after ?? []));
  const kept = new Set(changes.flatMap((change) => (change.after === null ? [] : [change.path])));
  const known = new Set(changes.flatMap((change) => (change.before === null || !isFirst ? [] : [change.path])));
  return { before, after, gone: pathsWithout(before, after, kept), come: pathsWithout(after, before, known) };
}

const NO_DELTA: Delta = { before: [], after: [], gone: new Set(), come: new Set() };

function isEmpty({ before, after }: Delta): boolean {
  return before.length + after.length === 0;
}

function byPath(nodes: readonly LiveNode[]): LiveNode[] {
  return nodes.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function pathsWithout(
  nodes: readonly LiveNode[],
  others: readonly LiveNode[],
  existing: ReadonlySet<RepoPath>,
): Set<RepoPath> {
  const there = new Set(others.map(({ path }) => path));
  return new Set(nodes.flatMap(({ path }) => (there.has(path) || existing.has(path) ? [] : [path])));
}

/** The delta as rows of the fold. */
export function changesOf(delta: Delta): NodeChange[] {
  if (isEmpty(delta)) return [];
  const before = new Map(delta.before.map((node) => [node.path, node.key]));
  const after = new Map(delta.after.map((node) => [node.path, node.key]));
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return paths.map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }));
}
