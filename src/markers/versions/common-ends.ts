import type { Buffer } from 'node:buffer';

/** How many bytes, or a few less, two versions of a file share at their beginning and at their end; the two never overlap. */
export interface CommonEnds {
  readonly head: number;
  readonly tail: number;
}

/** Compares whole blocks, which `Buffer.compare` does at 12 GB/s, and halves the first one that differs. */
export function findCommonEnds(one: Buffer, other: Buffer): CommonEnds {
  const head = countCommonHead(one, other);
  return { head, tail: countCommonTail(one, other, Math.min(one.length, other.length) - head) };
}

export function countCommonHead(one: Buffer, other: Buffer): number {
  const limit = Math.min(one.length, other.length);
  return countEqual(limit, (from, to) => one.compare(other, from, to, from, to) === 0);
}

/** No more than `limit`. */
export function countCommonTail(one: Buffer, other: Buffer, limit: number): number {
  return countEqual(
    limit,
    (from, to) => one.compare(other, other.length - to, other.length - from, one.length - to, one.length - from) === 0,
  );
}

const BLOCK = 4096;

/** To find the last bytes that are equal, too, takes longer than to read so many anew. */
const GRAIN = 16;

/** The length, up to `limit`, over which everything is equal; up to `GRAIN` bytes more may be. */
function countEqual(limit: number, isEqual: (from: number, to: number) => boolean): number {
  let known = 0;
  let step = BLOCK;
  while (known < limit && isEqual(known, Math.min(limit, known + step))) {
    known = Math.min(limit, known + step);
    step *= 2;
  }
  let end = Math.min(limit, known + step);
  while (end - known > GRAIN) {
    const middle = (known + end) >> 1;
    if (isEqual(known, middle)) known = middle;
    else end = middle;
  }
  return end > known && isEqual(known, end) ? end : known;
}
