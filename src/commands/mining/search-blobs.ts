import type { Repository } from '../../git/repository.ts';
import type { Ruleset } from '../../markers/ruleset.ts';
import { VersionReader } from '../../markers/versions/version-reader.ts';
import type { Sight } from '../../model/marker.ts';
import type { BlobAtPath } from './blob-list.ts';

/** Takes what one blob shows; the next comes when the promise, if any, is fulfilled. */
export type TakeSights = (sights: readonly Sight[], at: BlobAtPath) => void | Promise<void>;

/** What a search needs beside the list. */
export interface Search {
  readonly repository: Repository;
  readonly ruleset: Ruleset;
  /** How many threads may work at a time, from 1 on. */
  readonly jobs: number;
  /** Variables that git needs. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Starting threads takes as long as searching so many blobs. */
const WORTH_THREADS = 1500;

/** Searches every blob and hands on what it shows, in the order of the list: in threads of their own where that pays. */
export async function searchBlobs(list: readonly BlobAtPath[], search: Search, take: TakeSights): Promise<void> {
  if (search.jobs < 2 || list.length < WORTH_THREADS) return searchHere(list, search, take);
  const { searchInThreads } = await import('./search-in-threads.ts');
  return searchInThreads(list, search, take);
}

/** The same in this thread, from one git process. */
export async function searchHere(
  list: readonly BlobAtPath[],
  { repository, ruleset }: Pick<Search, 'repository' | 'ruleset'>,
  take: TakeSights,
): Promise<void> {
  const reader = new VersionReader(ruleset);
  let next = 0;
  await repository.blobs(
    list.map(({ blob }) => blob),
    ({ bytes }) => {
      const at = list[next++];
      return at && take(bytes === null ? [] : reader.findSights(bytes, { path: at.path, key: at.language }), at);
    },
  );
}
