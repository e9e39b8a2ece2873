import { joinTrees } from '../../history/squash.ts';
import type { PathChange, RepoPath } from '../../model/git.ts';
import type { Place } from '../../model/lineage.ts';
import { leaveOutEqual } from './equal-files.ts';
import { findPlaces, type Entry, type TreeSearch } from './tree-places.ts';

/** A hack that both trees show. */
export interface JoinedPlaces {
  readonly before: Place;
  readonly after: Place;
}

/** How the markers of two trees differ, as far as the trees do. */
export interface TreeDelta {
  readonly joined: readonly JoinedPlaces[];
  readonly removed: readonly Place[];
  readonly added: readonly Place[];
  /** Changed files that are not searched. */
  readonly skipped: number;
}

/** Searches the files that differ, and joins the markers of the two sides by the levels that commits are matched by. */
export async function compareTrees(search: TreeSearch, changes: readonly PathChange[]): Promise<TreeDelta> {
  const searched = changes.filter(({ path }) => search.rules.languageOf(path) !== undefined);
  const telling = await leaveOutEqual(search, searched);
  const [before, after] = await findPlaces(search, [entriesOf(telling, 'before'), entriesOf(telling, 'after')]);
  const gone = pathsOf(changes.filter((change) => change.after === null));
  const come = pathsOf(changes.filter((change) => change.before === null));
  const joins = joinTrees({ before, after, gone, come });
  const joined = joins.flatMap(({ from, to }) => {
    const [one, other] = [before[from], after[to]];
    return one && other ? [{ before: one, after: other }] : [];
  });
  const [met, known] = [new Set(joins.map(({ from }) => from)), new Set(joins.map(({ to }) => to))];
  return {
    joined,
    removed: before.filter((_, index) => !met.has(index)),
    added: after.filter((_, index) => !known.has(index)),
    skipped: changes.length - searched.length,
  };
}

function pathsOf(changes: readonly PathChange[]): Set<RepoPath> {
  return new Set(changes.map(({ path }) => path));
}

function entriesOf(changes: readonly PathChange[], side: 'before' | 'after'): Entry[] {
  return changes.flatMap((change) => {
    const blob = change[side];
    return blob === null ? [] : [{ path: change.path, blob }];
  });
}
