import type { Buffer } from 'node:buffer';
import { textOffsets, type Encoding } from '../decode.ts';
import type { Hunk } from './hunks.ts';

/** Two versions of a file in one encoding; the lengths of their texts are in UTF-16 code units. */
export interface EncodedPair {
  readonly before: Buffer;
  readonly now: Buffer;
  readonly encoding: Encoding;
  readonly oldLength: number;
  readonly length: number;
}

/**
 * Hunks of bytes in UTF-16 code units of the texts. Where a character may take several bytes there is one, from the first difference to the
 * last; a character that differs in its last byte differs as a whole.
 */
export function hunksInText({ before, now, ...texts }: EncodedPair, hunks: readonly Hunk[]): readonly Hunk[] {
  const { encoding, length, oldLength } = texts;
  const [first, last] = [hunks[0], hunks.at(-1)];
  if (encoding !== 'utf8' || first === undefined || last === undefined) return hunks;
  let { oldFrom, from } = first;
  for (; from > 0 && (isInside(now, from) || isInside(before, oldFrom)); from -= 1) oldFrom -= 1;
  let { oldTo, to } = last;
  for (; isInside(now, to) || isInside(before, oldTo); to += 1) oldTo += 1;
  const [start = 0, end = 0] = textOffsets(now, encoding, [from, Math.max(from, to)]);
  return [{ oldFrom: start, oldTo: end + oldLength - length, from: start, to: end }];
}

/** Whether the byte goes on a character of UTF-8. */
function isInside(bytes: Buffer, at: number): boolean {
  return ((bytes[at] ?? 0) & 0xc0) === 0x80;
}
