import type { BlobOid, CommitOid, RepoPath } from '../model/git.ts';
import { DEFAULT_SIZE_LIMIT } from './blobs.ts';
import type { GitContext } from './process.ts';
import { StandingBatch } from './standing-batch.ts';
import { readTree } from './tree.ts';

/** A file at a commit. */
export interface FileAt {
  readonly commit: CommitOid;
  readonly path: RepoPath;
}

/** A text to read: a blob, or a file at a commit. */
export type TextRequest = BlobOid | FileAt;

/** What texts are read from: one git that stands by for all questions. */
export interface TextSource {
  readonly context: GitContext;
  readonly batch: StandingBatch;
}

/** Texts up to 4 MiB. Nothing needs closing. */
export function openTexts(context: GitContext): TextSource {
  return { context, batch: new StandingBatch(context, DEFAULT_SIZE_LIMIT) };
}

/**
 * The contents asked for, in that order, all in memory at once; null for what is absent, no file, or over the size limit.
 * For a bounded number of texts (a symbolic link's is its target); whole histories go through `readBlobs`.
 */
export async function readTexts(
  { context, batch }: TextSource,
  requests: readonly TextRequest[],
): Promise<(Buffer | null)[]> {
  const names = await nameRequests(context, requests);
  const texts = new Map<string, Buffer | null>();
  const asked = [...new Set(names)].filter((name) => name !== null);
  await batch.read(asked, (frame) => {
    // A copy, because the frame's memory is a view of a larger chunk that would stay with it.
    texts.set(frame.request, frame.type === 'blob' && frame.bytes ? Buffer.from(frame.bytes) : null);
  });
  return names.map((name) => (name === null ? null : (texts.get(name) ?? null)));
}

type Trees = Map<CommitOid, ReadonlyMap<RepoPath, BlobOid>>;

/** What to write to cat-file for each request; null for an odd path that the commit does not have. */
async function nameRequests(context: GitContext, requests: readonly TextRequest[]): Promise<(string | null)[]> {
  const trees: Trees = new Map();
  const names: (string | null)[] = [];
  for (const request of requests) {
    if (typeof request === 'string') names.push(request);
    else if (isOdd(request.path)) names.push((await treeOf(context, trees, request.commit)).get(request.path) ?? null);
    else names.push(`${request.commit}:${request.path}`);
  }
  return names;
}

/**
 * Paths that cat-file does not take by name: those with a line break (it reads lines), those that are no UTF-8, and
 * those that end like `git describe` (`notes-gdeadbee`), which git takes for the commit deadbee.
 */
function isOdd(path: RepoPath): boolean {
  return path.startsWith('"') || /[\n\r]/.test(path) || /-g[0-9a-f]+$/i.test(path);
}

async function treeOf(context: GitContext, trees: Trees, commit: CommitOid): Promise<ReadonlyMap<RepoPath, BlobOid>> {
  const known = trees.get(commit);
  if (known !== undefined) return known;
  const { files } = await readTree(context, commit);
  const tree = new Map(files.map((file) => [file.path, file.blob]));
  trees.set(commit, tree);
  return tree;
}
