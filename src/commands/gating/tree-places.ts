import type { Repository } from '../../git/repository.ts';
import { compareText } from '../../insights/compare-text.ts';
import type { CheckOptions } from '../../model/check.ts';
import type { BlobOid, RepoPath } from '../../model/git.ts';
import type { Place } from '../../model/lineage.ts';
import type { Sight } from '../../model/marker.ts';
import type { Request } from '../../model/request.ts';
import type { BlobAtPath } from '../mining/blob-list.ts';
import { workforceFor, type Workforce } from '../mining/labour/workforce.ts';
import type { MarkerRules } from '../mining/marker-rules.ts';
import { searchBlobs } from '../mining/search-blobs.ts';
import type { SightCache } from './sight-cache.ts';

/** What is needed to search the blobs of a tree. */
export interface TreeSearch {
  readonly request: Request<CheckOptions>;
  readonly repository: Repository;
  readonly rules: MarkerRules;
  /** What earlier runs found; absent where nothing is kept. */
  readonly cache?: SightCache | undefined;
}

/** A file of a tree. */
export interface Entry {
  readonly path: RepoPath;
  readonly blob: BlobOid;
}

/** The markers of some files of one tree, by path and place. */
export async function findTreePlaces(search: TreeSearch, files: readonly Entry[]): Promise<Place[]> {
  const [places] = await findPlaces(search, [files, []]);
  return places;
}

type Sides<T> = readonly [readonly T[], readonly T[]];

/** The markers of files of two trees. Versions of one path are searched one after the other: what they share is read once. */
export async function findPlaces(search: TreeSearch, sides: Sides<Entry>): Promise<[Place[], Place[]]> {
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
  await withWorkforce({ request, repository, rules }, async (workforce) => {
    await searchBlobs(unknown, workforce, (seen, { blob, language }) => {
      const at = unknown[next++];
      request.console.progress('searching files', next, unknown.length);
      if (at) sights[at.index] = seen;
      cache?.add(blob, language, seen);
    });
  });
  return sights.map((seen) => seen ?? []);
}

/** Has the blobs of trees read: by this thread, or by several where there are many. */
export async function withWorkforce<T>(
  { request, repository, rules }: TreeSearch,
  work: (workforce: Workforce) => Promise<T>,
): Promise<T> {
  const workforce = workforceFor(request, { repository, ruleset: rules.ruleset });
  try {
    return await work(workforce);
  } finally {
    await workforce.close();
  }
}

function placeAt(path: RepoPath, blob: BlobOid, { wording, line, column, endLine }: Sight): Place {
  return { path, blob, line, column, endLine, wording };
}
