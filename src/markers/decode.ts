import { Buffer, isAscii, isUtf8 } from 'node:buffer';

/** The bytes as a Latin-1 string, without copying them first: one character per byte. */
export function latin1Of(bytes: Uint8Array): string {
  return bufferOf(bytes).toString('latin1');
}

/** A file's text: UTF-16 by its byte order mark, else UTF-8 if the bytes are, else Latin-1. A byte order mark is left out. */
export function decodeText(bytes: Uint8Array): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  if (isAscii(bytes)) return latin1Of(bytes);
  if (!isUtf8(bytes)) return latin1Of(bytes);
  return bufferOf(bytes).toString('utf8', hasUtf8Mark(bytes) ? 3 : 0);
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
