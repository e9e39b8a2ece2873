import { UnsoundError } from '../errors.ts';
import type { BlobOid } from '../model/git.ts';
import { readBatch } from './batch.ts';
import type { Frame } from './batch-frames.ts';
import type { GitContext } from './process.ts';

/** Blobs above this are not searched for markers. In bytes. */
export const DEFAULT_SIZE_LIMIT = 4 * 1024 * 1024;

/** The content of one blob; null when it is longer than the limit. `size` in bytes. */
export interface BlobContent {
  readonly oid: BlobOid;
  readonly size: number;
  /** May share its memory with its neighbours: copy what is kept for long. */
  readonly bytes: Buffer | null;
}

/** Takes one blob. The next comes when the promise, if any, is fulfilled; none is faster. */
export type OnBlob = (blob: BlobContent) => void | Promise<void>;

/** What to read: blobs in the order they shall come (neighbours in path order are fastest), and the size limit in bytes. */
export interface BlobRequest {
  readonly oids: Iterable<BlobOid>;
  readonly sizeLimit?: number;
}

/** Every blob once, in the order given, from one git process. A missing blob is an UnsoundError. */
export function readBlobs(context: GitContext, request: BlobRequest, onBlob: OnBlob): Promise<void> {
  const batch = { requests: request.oids, sizeLimit: request.sizeLimit ?? DEFAULT_SIZE_LIMIT };
  return readBatch(context, batch, (frame) => onBlob(blobOf(frame)));
}

function blobOf(frame: Frame): BlobContent {
  if (frame.type === 'missing') throw new MissingObject(frame.request);
  if (frame.type !== 'blob') throw new UnsoundError(`${frame.request} is a ${frame.type}, not a blob.`);
  return { oid: frame.oid as BlobOid, size: frame.size, bytes: frame.bytes };
}

/** An object that the history names is not here. */
export class MissingObject extends UnsoundError {
  constructor(oid: string) {
    super(
      `Object ${oid} is missing: this is a partial clone or a damaged repository. ` +
        'Fetch everything with "git fetch --refetch --no-filter" in a full clone, or check it with "git fsck".',
    );
  }
}
