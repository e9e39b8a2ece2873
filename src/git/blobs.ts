import { UnsoundError } from '../errors.ts';
import type { BlobOid } from '../model/git.ts';
import { readBatch } from './batch.ts';
import type { Frame } from './batch-frames.ts';
import { PARTIAL_CLONE, type GitContext } from './process.ts';
import type { StandingBatch } from './standing-batch.ts';

/** Blobs above this are not searched for markers. In bytes. */
export const DEFAULT_SIZE_LIMIT = 4 * 1024 * 1024;

/** The content of one blob; null when it is longer than the limit, or missing. */
export interface BlobContent {
  readonly oid: BlobOid;
  /** In bytes; -1 for a missing blob. */
  readonly size: number;
  /** Until the next blob is taken; copy what is kept. */
  readonly bytes: Buffer | null;
}

/** Takes one blob. The next comes when the promise, if any, is fulfilled; none is faster. */
export type OnBlob = (blob: BlobContent) => void | Promise<void>;

/** What to read: blobs in the order they shall come (neighbours in path order are fastest). */
export interface BlobRequest {
  readonly oids: Iterable<BlobOid>;
  /** In bytes; default 4 MiB. */
  readonly sizeLimit?: number;
  /** True: a missing blob comes with size -1 (not in a partial clone, where git itself gives up). Otherwise an UnsoundError. */
  readonly allowMissing?: boolean;
}

/** Every blob once, in the order given, from one git process. */
export function readBlobs(context: GitContext, request: BlobRequest, onBlob: OnBlob): Promise<void> {
  const batch = { requests: request.oids, sizeLimit: request.sizeLimit ?? DEFAULT_SIZE_LIMIT };
  const isTolerant = request.allowMissing ?? false;
  return readBatch(context, batch, (frame) => onBlob(blobOf(frame, isTolerant)));
}

/** The same by a git that stands by, for a part of a longer list: starting one for each would take as long as reading some hundred blobs. */
export function readPart(
  batch: StandingBatch,
  oids: readonly BlobOid[],
  onBlob: (blob: BlobContent) => void,
): Promise<void> {
  return batch.read(oids, (frame) => onBlob(blobOf(frame, false)));
}

function blobOf(frame: Frame, isTolerant: boolean): BlobContent {
  if (frame.type === 'missing') {
    if (!isTolerant) throw new MissingObject(frame.request);
    return { oid: frame.request as BlobOid, size: -1, bytes: null };
  }
  if (frame.type !== 'blob') throw new UnsoundError(`${frame.request} is a ${frame.type}, not a blob.`);
  return { oid: frame.oid as BlobOid, size: frame.size, bytes: frame.bytes };
}

/** An object that the history names is not here. */
export class MissingObject extends UnsoundError {
  constructor(oid: string) {
    super(`Object ${oid} is missing. ${PARTIAL_CLONE}`);
  }
}
