import { createHash } from 'node:crypto';
import type { BlobOid } from '../model/git.ts';

/** Git's name for a content: a hash over `blob <length> NUL <bytes>`. */
export function blobOid(bytes: Uint8Array, format: 'sha1' | 'sha256'): BlobOid {
  return createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest('hex') as BlobOid;
}
