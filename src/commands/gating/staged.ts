import type { PathChange, TreeEntry } from '../../model/git.ts';

/** How the index differs from a tree: what a commit would change. Files with an unresolved conflict count as our side. */
export function diffIndex(tree: readonly TreeEntry[], index: readonly TreeEntry[]): PathChange[] {
  const before = new Map(tree.map(({ path, blob }) => [path, blob]));
  const after = new Map(index.map(({ path, blob }) => [path, blob]));
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return paths
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter((change) => change.before !== change.after);
}
