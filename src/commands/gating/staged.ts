import { dirname } from 'node:path';
import { withoutLinks } from '../../files/folder-reader.ts';
import type { Location } from '../../git/location.ts';
import type { Request } from '../../model/request.ts';
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

/**
 * The index that a commit is made from, where git tells a hook of another one: `git commit -a` and `git commit PATH` leave the usual index
 * as it was until the hook has passed. Undefined: the usual one, also where another repository's is meant.
 */
export function stagedIndex({ outside }: Request<unknown>, { gitDir }: Location): string | undefined {
  const file = outside.env['GIT_INDEX_FILE'];
  return file !== undefined && withoutLinks(dirname(file)) === withoutLinks(gitDir) ? file : undefined;
}
