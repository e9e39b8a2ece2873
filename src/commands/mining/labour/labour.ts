import type { Repository } from '../../../git/repository.ts';
import { mineBlob } from '../../../markers/mine-blob.ts';
import type { Ruleset } from '../../../markers/ruleset.ts';
import { VersionReader } from '../../../markers/versions/version-reader.ts';
import type { Sight, Wording } from '../../../model/marker.ts';
import { countBatch } from '../admissions/count-batch.ts';
import type { BlobAtPath } from '../blob-list.ts';
import { judgeRemovalBatch } from './removals.ts';
import { judgeRewriteBatch } from './rewrites.ts';

/** What the labour is done with. */
export interface Tools {
  readonly repository: Repository;
  readonly ruleset: Ruleset;
}

/** The number of a blob in its piece, and what it shows. */
export type Found = readonly [number: number, sights: readonly Sight[]];

/** What a marker says. */
export type Saying = Pick<Wording, 'tag' | 'text'>;

/** The number of a blob in its piece, and what its markers say, in the order of the text. */
export type Skimmed = readonly [number: number, sayings: readonly Saying[]];

/**
 * The dear parts of mining: each reads texts by git and computes, knows nothing of the store, and takes and gives what can be handed to a
 * thread. One row each.
 */
const PARTS = {
  search: searchPiece,
  skim: skimPiece,
  judgeRemovals: judgeRemovalBatch,
  judgeRewrites: judgeRewriteBatch,
  countLines: countBatch,
};

type Parts = typeof PARTS;
export type PartName = keyof Parts;
export type Ask<Name extends PartName> = Parameters<Parts[Name]>[1];
export type Answer<Name extends PartName> = Awaited<ReturnType<Parts[Name]>>;

/** Does a part of the labour; whoever does it, the answer is the same. */
export type DoPart = <Name extends PartName>(name: Name, ask: Ask<Name>) => Promise<Answer<Name>>;

/** The labour done in this thread. */
export function labourHere(tools: Tools): DoPart {
  return (name, ask) => (PARTS[name] as (tools: Tools, ask: unknown) => Promise<never>)(tools, ask);
}

/** Searches neighbours in a list of blobs; what a blob shows is found quickest behind its neighbour. */
function searchPiece({ repository, ruleset }: Tools, piece: readonly BlobAtPath[]): Promise<Found[]> {
  const reader = new VersionReader(ruleset);
  return readPiece(repository, piece, (bytes, { path, language }) => reader.findSights(bytes, { path, key: language }));
}

/** What the markers of blobs say, without what stands around them: a third of the work of a search. */
function skimPiece({ repository, ruleset }: Tools, piece: readonly BlobAtPath[]): Promise<Skimmed[]> {
  return readPiece(repository, piece, (bytes, { language }) =>
    mineBlob(bytes, language, ruleset).markers.map(({ tag, text }) => ({ tag, text })),
  );
}

/** Reads blobs one after the other; those in which nothing is found are left out. */
async function readPiece<T>(
  repository: Repository,
  piece: readonly BlobAtPath[],
  read: (bytes: Uint8Array, at: BlobAtPath) => readonly T[],
): Promise<(readonly [number: number, found: readonly T[]])[]> {
  const all: (readonly [number, readonly T[]])[] = [];
  let next = 0;
  await repository.blobsOfPart(
    piece.map(({ blob }) => blob),
    ({ bytes }) => {
      const number = next++;
      const at = piece[number];
      const found = at && bytes ? read(bytes, at) : [];
      if (found.length > 0) all.push([number, found]);
    },
  );
  return all;
}
