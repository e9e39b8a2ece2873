import type { BlobOid, PathChange } from '../../model/git.ts';
import type { Place } from '../../model/lineage.ts';
import type { SourceText } from '../../markers/scopes/source-text.ts';
import type { Judgement } from '../../verdicts/judge-removal.ts';
import { isParagraphRewritten } from '../../verdicts/paragraph.ts';
import { findRelatedNames } from '../../verdicts/related.ts';
import { belongsTo } from '../../verdicts/belonging.ts';
import { takesDeadCode } from '../../verdicts/dead-code.ts';
import { isReplacedByComment } from '../../verdicts/replacement.ts';
import { isStillSaid } from '../../verdicts/still-said.ts';
import { isTestPair } from '../../verdicts/test-pairs.ts';
import { namesIssue, saysItHeldNoMore, speaksOf } from './acknowledgement.ts';
import { sourceOf } from './removal-texts.ts';
import { MOST_FILES } from './removing-commit.ts';
import type { Repository } from '../../git/repository.ts';

/** All that speaks for or against a comment having gone alone. */
export interface Evidence {
  /** Where the marker stood last, and where it stood first. */
  readonly place: Place;
  readonly birthplace: Place;
  readonly before: SourceText;
  readonly after: SourceText | null;
  readonly judgement: Judgement;
  /** What removed it, with the changes of files that may hold markers; undefined where that is not known. */
  readonly commit: { readonly message: string; readonly changes: readonly PathChange[] } | undefined;
}

/** For a comment that went alone: whether its commit names an issue, or changes a caller or a test of the code. */
export async function doesMore(repository: Repository, evidence: Evidence): Promise<boolean> {
  const { place, before, after, judgement, commit } = evidence;
  const { removal, extent } = judgement;
  const isCommentOnly = removal === 'comment-only' || (removal === 'code-changed' && extent !== 'logic');
  if (!isCommentOnly) return false;
  if (after && isStillSaid(before, place, after)) return true;
  if (!commit || namesIssue(commit.message) || judgement.changesCode || judgement.changedNames.length > 0) return true;
  if (speaksOf(commit.message, place.wording.text) || saysItHeldNoMore(commit.message)) return true;
  if (after && (isReplacedByComment(before, place, after) || takesDeadCode(before, place, after))) return true;
  const others = commit.changes.filter(({ path }) => path !== place.path);
  if (others.length > MOST_FILES || others.some(({ path }) => isTestPair(place.path, path))) return true;
  return (await isOutgrown(repository, evidence)) || changesOther(repository, evidence, others);
}

/** Whether the lines below the marker are no longer those it was put above. */
async function isOutgrown(repository: Repository, { birthplace, before }: Evidence): Promise<boolean> {
  const [bytes] = await repository.texts([birthplace.blob]);
  return bytes ? isParagraphRewritten(sourceOf(bytes, birthplace.path), birthplace, before) : false;
}

/** Whether another file of the commit changes in code that belongs to the admission. */
async function changesOther(
  repository: Repository,
  { place, before }: Evidence,
  others: readonly PathChange[],
): Promise<boolean> {
  const names = findRelatedNames(before, place);
  const read = await readBlobs(
    repository,
    others.flatMap((change) => [change.before, change.after]),
  );
  return others.some((change) => {
    const [old, young] = [change.before, change.after].map((blob) => {
      const bytes = read.get(blob);
      return bytes ? sourceOf(bytes, change.path) : null;
    });
    return belongsTo({ wording: place.wording, names }, old ?? null, young ?? null);
  });
}

/** All of them by one git process. */
async function readBlobs(
  repository: Repository,
  blobs: readonly (BlobOid | null)[],
): Promise<ReadonlyMap<BlobOid | null, Uint8Array | null>> {
  const wanted = [...new Set(blobs)].filter((blob) => blob !== null);
  const texts = await repository.texts(wanted);
  return new Map(wanted.map((blob, index) => [blob, texts[index] ?? null]));
}
