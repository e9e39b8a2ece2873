import type { BlobOid } from '../../model/git.ts';
import type { Sight } from '../../model/marker.ts';
import type { BlobAtPath } from './blob-list.ts';
import { sightKey } from './blob-list.ts';
import type { TakeSights } from './search-blobs.ts';
import { WordingPool } from './wording-pool.ts';

/** What a blob shows; the detector's answer for one (blob, language). */
export interface BlobSights {
  readonly blob: BlobOid;
  readonly language: string;
  readonly sights: readonly Sight[];
}

/** Where known sights come from, where new ones are found, and where they go. */
export interface BlobMine {
  /** What was found in earlier runs, in the order of the list; undefined = not searched yet. */
  readonly known: (list: readonly BlobAtPath[]) => Promise<readonly (readonly Sight[] | undefined)[]>;
  /** Searches blobs and hands on what each shows, in the order given. */
  readonly search: (list: readonly BlobAtPath[], take: TakeSights) => Promise<void>;
  /** Keeps a batch for later runs. */
  readonly keep: (batch: readonly BlobSights[]) => Promise<void>;
  readonly onProgress: (done: number, total: number) => void;
}

/** Blobs per batch that is kept: a killed run loses no more than this. */
const BATCH = 4000;

/** Sights of every blob in the list, by `sightKey`; blobs without any have no entry. */
export async function mineBlobs(
  list: readonly BlobAtPath[],
  mine: BlobMine,
): Promise<ReadonlyMap<string, readonly Sight[]>> {
  const found = new Map<string, readonly Sight[]>();
  const known = await mine.known(list);
  for (const [index, { blob, language }] of list.entries()) {
    const sights = known[index] ?? [];
    if (sights.length > 0) found.set(sightKey(blob, language), sights);
  }
  const missing = list.filter((_, index) => known[index] === undefined);
  const pool = new WordingPool();
  let done = 0;
  let batch: BlobSights[] = [];
  await mine.search(missing, (shown, { blob, language }) => {
    const sights = pool.share(shown);
    if (sights.length > 0) found.set(sightKey(blob, language), sights);
    batch.push({ blob, language, sights });
    mine.onProgress(++done, missing.length);
    if (batch.length < BATCH) return;
    const full = batch;
    batch = [];
    return mine.keep(full);
  });
  await mine.keep(batch);
  return found;
}
