import { Buffer, isAscii, isUtf8, transcode } from 'node:buffer';

/** How bytes become text: one character per byte (ASCII, or Latin-1), UTF-8, or UTF-16 by its byte order mark. */
export type Encoding = 'latin1' | 'utf8' | 'utf-16le' | 'utf-16be';

/** A file's encoding: UTF-16 by its byte order mark, else UTF-8 if the bytes are, else Latin-1. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (isUtf16(bytes)) return bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  return isAscii(bytes) || !isUtf8(bytes) ? 'latin1' : 'utf8';
}

/** A file's text. A byte order mark is left out. */
export function decodeText(bytes: Uint8Array, encoding: Encoding = encodingOf(bytes)): string {
  if (encoding === 'latin1') return latin1Of(bytes);
  // By way of UTF-16 it takes half the time.
  if (encoding === 'utf8')
    return transcode(bytes.subarray(hasUtf8Mark(bytes) ? 3 : 0), 'utf8', 'utf16le').toString('utf16le');
  return new TextDecoder(encoding).decode(bytes);
}

/** Offsets in the text (ascending) of offsets in the bytes; not for UTF-16. */
export function textOffsets(bytes: Uint8Array, encoding: Encoding, offsets: readonly number[]): number[] {
  if (encoding !== 'utf8') return [...offsets];
  const buffer = bufferOf(bytes);
  let from = hasUtf8Mark(bytes) ? 3 : 0;
  let length = 0;
  return offsets.map((offset) => {
    length += lengthInText(buffer.subarray(from, Math.max(from, offset)));
    from = Math.max(from, offset);
    return length;
  });
}

/** Most files have a few letters beyond ASCII, if any: what is around them need not be decoded to be counted. */
function lengthInText(bytes: Buffer): number {
  if (isAscii(bytes)) return bytes.length;
  if (bytes.length < COUNTED_AT_ONCE) return bytes.toString('utf8').length;
  let middle = bytes.length >> 1;
  while (((bytes[middle] ?? 0) & 0xc0) === 0x80) middle += 1;
  return lengthInText(bytes.subarray(0, middle)) + lengthInText(bytes.subarray(middle));
}

const COUNTED_AT_ONCE = 512;

/** The bytes as a Latin-1 string, without copying them first: one character per byte. */
export function latin1Of(bytes: Uint8Array): string {
  return bufferOf(bytes).toString('latin1');
}

/** Whether a byte order mark says that the bytes are UTF-16. */
export function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** The same memory as a Buffer. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
