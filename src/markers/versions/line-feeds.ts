import type { Buffer } from 'node:buffer';
import type { Hunk } from './hunks.ts';

/** A version, and how many line feeds it has if they were counted. */
export interface Counted {
  readonly bytes: Buffer;
  readonly lineFeeds?: number;
}

/** How many line feeds a version has: by those of the version before and what differs, if these were counted. */
export function countLineFeeds(
  bytes: Buffer,
  before?: { readonly last: Counted; readonly hunks: readonly Hunk[] },
): number {
  let feeds = before?.last.lineFeeds;
  if (before === undefined || feeds === undefined) return countBetween(bytes, 0, bytes.length);
  for (const { oldFrom, oldTo, from, to } of before.hunks) {
    feeds += countBetween(bytes, from, to) - countBetween(before.last.bytes, oldFrom, oldTo);
  }
  return feeds;
}

const LINE_FEED = 10;

function countBetween(bytes: Buffer, from: number, to: number): number {
  let feeds = 0;
  for (let at = bytes.indexOf(LINE_FEED, from); at >= 0 && at < to; at = bytes.indexOf(LINE_FEED, at + 1)) feeds += 1;
  return feeds;
}
