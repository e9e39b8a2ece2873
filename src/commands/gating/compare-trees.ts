import type { Repository } from '../../git/repository.ts';
import { joinTrees } from '../../history/squash.ts';
import type { CheckOptions } from '../../model/check.ts';
import type { BlobOid, PathChange, RepoPath } from '../../model/git.ts';
import type { Place } from '../../model/lineage.ts';
import type { Sight } from '../../model/marker.ts';
import type { Request } from '../../model/request.ts';
import type { BlobAtPath } from '../mining/blob-list.ts';
import type { MarkerRules } from '../mining/marker-rules.ts';
import { openWorkforce } from '../mining/labour/workforce.ts';
import { searchBlobs } from '../mining/search-blobs.ts';
import type { SightCache } from './sight-cache.ts';

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

/** What is needed to search the blobs of a tree. */
export interface TreeSearch {
  readonly request: Request<CheckOptions>;
  readonly repository: Repository;
  readonly rules: MarkerRules;
  /** What earlier runs found; absent where nothing is kept. */
  readonly cache?: SightCache | undefined;
}

/** Searches the files that differ, and joins the markers of the two sides by the levels that commits are matched by. */
export async function compareTrees(search: TreeSearch, changes: readonly PathChange[]): Promise<TreeDelta> {
  const searched = changes.filter(({ path }) => search.rules.languageOf(path) !== undefined);
  const sides = { before: entriesOf(searched, 'before'), after: entriesOf(searched, 'after') };
  const [before, after] = await findPlaces(search, [sides.before, sides.after]);
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

interface Entry {
  readonly path: RepoPath;
  readonly blob: BlobOid;
}

function entriesOf(changes: readonly PathChange[], side: 'before' | 'after'): Entry[] {
  return changes.flatMap((change) => {
    const blob = change[side];
    return blob === null ? [] : [{ path: change.path, blob }];
  });
}

/** The markers of some files of one tree, by path and place. */
export async function findTreePlaces(search: TreeSearch, files: readonly Entry[]): Promise<Place[]> {
  const [places] = await findPlaces(search, [files, []]);
  return places;
}

type Sides<T> = readonly [readonly T[], readonly T[]];

/** Versions of one path are searched one after the other: what they share is read once. */
async function findPlaces(search: TreeSearch, sides: Sides<Entry>): Promise<[Place[], Place[]]> {
  const list: BlobOfSide[] = sides.flatMap((side, index) =>
    side.flatMap(({ path, blob }) => {
      const language = search.rules.languageOf(path);
      return language === undefined ? [] : [{ path, blob, language, side: index }];
    }),
  );
  const ordered = list.toSorted((one, other) => compareText(one.path, other.path) || one.side - other.side);
  const sights = await findSights(search, ordered);
  const found: [Place[], Place[]] = [[], []];
  for (const [index, { side, path, blob }] of ordered.entries()) {
    for (const sight of sights[index] ?? []) (side === 0 ? found[0] : found[1]).push(placeAt(path, blob, sight));
  }
  return found;
}

interface BlobOfSide extends BlobAtPath {
  readonly side: number;
}

/** What each blob shows: from earlier runs where they are kept, else by reading it. */
async function findSights(
  { request, repository, rules, cache }: TreeSearch,
  list: readonly BlobAtPath[],
): Promise<(readonly Sight[])[]> {
  const sights = list.map(({ blob, language }) => cache?.find(blob, language));
  const unknown = list.flatMap((at, index) => (sights[index] ? [] : [{ ...at, index }]));
  if (unknown.length === 0) return sights.map((seen) => seen ?? []);
  let next = 0;
  const { env, signal } = request.outside;
  const { jobs } = request.settings;
  const workforce = openWorkforce({ repository, ruleset: rules.ruleset, jobs, env, signal });
  try {
    await searchBlobs(unknown, workforce, (seen, { blob, language }) => {
      const at = unknown[next++];
      request.console.progress('searching files', next, unknown.length);
      if (at) sights[at.index] = seen;
      cache?.add(blob, language, seen);
    });
  } finally {
    await workforce.close();
  }
  return sights.map((seen) => seen ?? []);
}

function placeAt(path: RepoPath, blob: BlobOid, { wording, line, column, endLine }: Sight): Place {
  return { path, blob, line, column, endLine, wording };
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
