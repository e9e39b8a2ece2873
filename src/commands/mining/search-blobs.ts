import type { Sight } from '../../model/marker.ts';
import type { BlobAtPath } from './blob-list.ts';
import type { Saying } from './labour/labour.ts';
import { answersOf, cutInto, type Workforce } from './labour/workforce.ts';

/** Takes what one blob shows; the next comes when the promise, if any, is fulfilled. */
export type TakeSights = (sights: readonly Sight[], at: BlobAtPath) => void | Promise<void>;

/** Starting threads takes as long as searching so many blobs. */
const WORTH_THREADS = 1500;
/** Blobs per part of the work: mostly whole files, and yet all threads end at about the same time. */
const PART = 2000;
const SMALLEST_PART = 250;

/** Searches every blob and hands on what it shows, in the order of the list. */
export async function searchBlobs(list: readonly BlobAtPath[], workforce: Workforce, take: TakeSights): Promise<void> {
  for await (const [part, found] of answersOf(workforce, 'search', { asks: partsOf(list, workforce) })) {
    const shown = new Map(found);
    for (const [number, at] of part.entries()) {
      const busy = take(shown.get(number) ?? [], at);
      if (busy) await busy;
    }
  }
}

/** What the markers of each blob say, in the order of the list. */
export async function skimBlobs(list: readonly BlobAtPath[], workforce: Workforce): Promise<(readonly Saying[])[]> {
  const sayings: (readonly Saying[])[] = [];
  for await (const [part, skimmed] of answersOf(workforce, 'skim', { asks: partsOf(list, workforce) })) {
    const said = new Map(skimmed);
    for (const number of part.keys()) sayings.push(said.get(number) ?? []);
  }
  return sayings;
}

/** Parts of neighbours, so that most versions of a file stay together. */
function partsOf(list: readonly BlobAtPath[], workforce: Workforce): readonly (readonly BlobAtPath[])[] {
  if (list.length >= WORTH_THREADS) workforce.expectMuch();
  return cutInto(list, sizeOfPart(list.length, workforce.size()));
}

function sizeOfPart(length: number, jobs: number): number {
  if (jobs === 1) return PART;
  return Math.min(PART, Math.max(SMALLEST_PART, Math.ceil(length / (8 * jobs))));
}
