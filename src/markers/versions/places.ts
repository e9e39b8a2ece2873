import type { Buffer } from 'node:buffer';
import type { BytePlaces } from './byte-places.ts';
import type { Hunk } from './hunks.ts';

/** A version, by what it differs from the one before. */
export interface Changed {
  readonly bytes: Buffer;
  readonly hunks: readonly Hunk[];
}

/** The places of the next version: in and near its hunks they are searched anew, elsewhere they are those of before. */
export function movePlaces(before: readonly number[], { bytes, hunks }: Changed, finder: BytePlaces): number[] {
  const places: number[] = [];
  let [next, shift] = [0, 0];
  const keepBefore = (to: number): void => {
    for (; next < before.length && (before[next] ?? 0) + shift < to; next += 1)
      places.push((before[next] ?? 0) + shift);
  };
  let searched = 0;
  for (const hunk of hunks) {
    keepBefore(hunk.from - finder.reach);
    const from = Math.max(searched, hunk.from - finder.reach);
    searched = Math.max(from, Math.min(bytes.length, hunk.to + finder.reach));
    places.push(...finder.find(bytes, from, searched));
    shift = hunk.to - hunk.oldTo;
    while (next < before.length && (before[next] ?? 0) + shift < searched) next += 1;
  }
  keepBefore(Infinity);
  return places;
}
