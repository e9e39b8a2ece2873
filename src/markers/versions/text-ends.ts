import type { Buffer } from 'node:buffer';
import { textOffsets, type Encoding } from '../decode.ts';
import type { CommonEnds } from './common-ends.ts';

/** A text's bytes, and its length in UTF-16 code units. */
export interface EncodedText {
  readonly bytes: Buffer;
  readonly encoding: Encoding;
  readonly length: number;
}

/** Common ends of two versions in UTF-16 code units of their texts; a character that differs in its last byte differs as a whole. */
export function endsInText({ bytes, encoding, length }: EncodedText, { head, tail }: CommonEnds): CommonEnds {
  if (encoding !== 'utf8') return { head, tail };
  let before = head;
  while (before > 0 && isInside(bytes, before)) before -= 1;
  let after = bytes.length - tail;
  while (after < bytes.length && isInside(bytes, after)) after += 1;
  const [start = 0, end = 0] = textOffsets(bytes, encoding, [before, Math.max(before, after)]);
  return { head: start, tail: length - end };
}

/** Whether the byte goes on a character of UTF-8. */
function isInside(bytes: Buffer, at: number): boolean {
  return ((bytes[at] ?? 0) & 0xc0) === 0x80;
}
