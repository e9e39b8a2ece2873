/** The bytes of an oid: 20, or 32 in a SHA-256 repository. */
export function bytesOf(oid: string): Buffer {
  return Buffer.from(oid, 'hex');
}

/** The hexadecimal oid of bytes that `bytesOf` gave. */
export function oidOf<Oid extends string>(bytes: Uint8Array): Oid {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex') as Oid;
}
