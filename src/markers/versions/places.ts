import type { Buffer } from 'node:buffer';
import type { BytePlaces } from './byte-places.ts';
import type { CommonEnds } from './common-ends.ts';

/** A version with its places. */
export interface Placed {
  readonly bytes: Buffer;
  readonly places: readonly number[];
}

/** The places of the next version: those in the common ends as they were, and those in and near the changed middle, searched anew. */
export function movePlaces(
  last: Placed,
  { bytes, head, tail }: CommonEnds & { readonly bytes: Buffer },
  finder: BytePlaces,
): number[] {
  if (head === bytes.length && head === last.bytes.length) return [...last.places];
  const shift = bytes.length - last.bytes.length;
  const from = Math.max(0, head - finder.reach);
  const to = Math.min(bytes.length, bytes.length - tail + finder.reach);
  const before = last.places.filter((place) => place < from);
  const after = last.places.filter((place) => place + shift >= to).map((place) => place + shift);
  return [...before, ...finder.find(bytes, from, to), ...after];
}
