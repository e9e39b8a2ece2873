import type { Buffer } from 'node:buffer';
import { countCommonHead, countCommonTail, findCommonEnds } from './common-ends.ts';

/** What a later version has from `from` to `to` instead of what the earlier one had from `oldFrom` to `oldTo`. */
export interface Hunk {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly from: number;
  readonly to: number;
}

/** So much that differs is looked at as one hunk, in bytes. */
const SMALL = 2000;
/** So many equal bytes are taken for the same text. */
const PROBE = 48;
/** How far from the last difference the same text is looked for in the earlier version. */
const REACH = 16_384;
/** So often it is looked for, at the beginnings of lines that lie further and further away. */
const TRIES = 48;

/**
 * In what two versions of a file differ, in bytes, ascending; between two hunks, before the first and behind the last they are equal. Not
 * the shortest such list: whatever it is, what is made of it is right, and it must be found faster than a changed text is read.
 */
export function findHunks(before: Buffer, now: Buffer): readonly Hunk[] {
  const [rest] = findMiddle(before, now);
  if (rest === undefined) return [];
  const hunks: Hunk[] = [];
  let left: Hunk = rest;
  while (left.to - left.from > SMALL && left.oldTo - left.oldFrom > SMALL) {
    const same = findSame(before, now, left);
    if (same === undefined) break;
    hunks.push({ oldFrom: left.oldFrom, oldTo: same.old, from: left.from, to: same.at });
    left = { ...rest, oldFrom: same.old + same.length, from: same.at + same.length };
  }
  if (left.oldFrom < left.oldTo || left.from < left.to) hunks.push(left);
  return hunks;
}

/** The same as one hunk, from the first difference to the last, or none. */
export function findMiddle(before: Buffer, now: Buffer): readonly [] | readonly [Hunk] {
  const { head, tail } = findCommonEnds(before, now);
  const middle = { oldFrom: head, oldTo: before.length - tail, from: head, to: now.length - tail };
  return middle.oldFrom < middle.oldTo || middle.from < middle.to ? [middle] : [];
}

interface Same {
  /** Where it stands in the earlier version, and in the later one. */
  readonly old: number;
  readonly at: number;
  readonly length: number;
}

/** The first stretch found that is in both. */
function findSame(before: Buffer, now: Buffer, { oldFrom, oldTo, from, to }: Hunk): Same | undefined {
  const near = before.subarray(oldFrom, Math.min(oldTo, oldFrom + REACH));
  let line = from;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    line = now.indexOf(LINE_FEED, line + attempt * attempt) + 1;
    if (line === 0 || line + PROBE > to) return undefined;
    const found = near.indexOf(now.subarray(line, line + PROBE));
    if (found >= 0) {
      const [old, at] = [oldFrom + found, line];
      const ahead = countCommonHead(before.subarray(old, oldTo), now.subarray(at, to));
      const limit = Math.min(old - oldFrom, at - from);
      const back = countCommonTail(before.subarray(oldFrom, old), now.subarray(from, at), limit);
      return { old: old - back, at: at - back, length: ahead + back };
    }
  }
  return undefined;
}

const LINE_FEED = 10;
