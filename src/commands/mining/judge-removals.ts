import { fateOf } from '../../verdicts/fates.ts';
import type { Judgement } from '../../verdicts/judge-removal.ts';
import { judgeRemoval } from '../../verdicts/judge-removal.ts';
import { isParagraphRewritten } from '../../verdicts/paragraph.ts';
import { findChangedNames, findRelatedNames } from '../../verdicts/related.ts';
import { isReplacedByComment } from '../../verdicts/replacement.ts';
import { isTestPair } from '../../verdicts/test-pairs.ts';
import type { BlobOid, CommitOid } from '../../model/git.ts';
import type { StoredVerdict, VerdictToWrite } from '../../model/store.ts';
import { newestRewrites } from './judge-rewrites.ts';
import { isAcknowledged, namesIssue, speaksOf } from './acknowledgement.ts';
import type { ChangedCommit, CommitLog } from './commit-log.ts';
import type { MinedLine } from './mine-line.ts';
import { readNewCommits } from './mine-line.ts';
import type { GoneHack, TextsOfRemoval } from './removal-texts.ts';
import { readRemovalTexts, sourceOf } from './removal-texts.ts';
import type { Session } from './session.ts';

/** Removals judged at a time: so many pairs of texts are in memory. */
const BATCH = 50;

/** Files of one commit that are searched for callers and tests of the annotated code; more is no evidence. */
const MOST_FILES = 40;

/** Judges every told removal that has no verdict yet, by the texts before and after it. */
export async function judgeRemovals(session: Session, mined: MinedLine): Promise<void> {
  const { store, line, request } = session;
  const gone = (await store.readUnjudged(line.name)).filter((hack): hack is GoneHack => hack.removal !== null);
  if (gone.length === 0) return;
  const commits = await commitsOf(session, mined, gone);
  for (let start = 0; start < gone.length; start += BATCH) {
    const batch = await readRemovalTexts(session.repository, gone.slice(start, start + BATCH));
    const verdicts: VerdictToWrite[] = [];
    for (const texts of batch) verdicts.push(await judge(session, texts, commits.get(texts.hack.removal.commit.oid)));
    await store.writeVerdicts(line.name, verdicts);
    request.console.progress('judging removals', start + batch.length, gone.length);
  }
}

/** The removing commits are among those just read, unless an earlier run was killed before it could judge. */
async function commitsOf(session: Session, { steps, tip }: MinedLine, gone: readonly GoneHack[]): Promise<CommitLog> {
  const read = new Map<CommitOid, ChangedCommit>(steps.map(({ commit }) => [commit.oid, commit]));
  const isWhole = gone.every(({ removal }) => read.has(removal.commit.oid));
  return isWhole || tip === null ? read : readNewCommits(session, tip.oid, []);
}

/** The verdict about one removal that the store does not tell; undefined where the text before is not at hand. */
export async function judgeAlone(session: Session, hack: GoneHack): Promise<StoredVerdict | undefined> {
  const [texts] = await readRemovalTexts(session.repository, [hack]);
  return texts && judge(session, texts, undefined);
}

async function judge(
  session: Session,
  texts: TextsOfRemoval,
  commit: ChangedCommit | undefined,
): Promise<VerdictToWrite> {
  const { hack } = texts;
  const judgement = judgeRemoval({ before: texts.before, marker: hack.removal.place, after: texts.after });
  const { removal, extent, nearMarker, inDefinition, confidence } = judgement;
  const life = {
    rewrittenBefore: newestRewrites(hack).some((rewrite) => rewrite.extent === 'logic'),
    commitDoesMore: await doesMore(session, { texts, judgement, commit }),
  };
  return {
    hack: hack.key,
    removalRank: hack.removal.commit.rank,
    removal,
    extent,
    nearMarker,
    inDefinition,
    confidence,
    fate: fateOf(judgement, life),
    acknowledged: isAcknowledged(
      { id: hack.id, place: hack.removal.place },
      commit?.message ?? hack.removal.commit.subject,
    ),
  };
}

interface Evidence {
  readonly texts: TextsOfRemoval;
  readonly judgement: Judgement;
  readonly commit: ChangedCommit | undefined;
}

/** For a comment that went alone: whether its commit names an issue, or changes a caller or a test of the code. */
async function doesMore(session: Session, { texts, judgement, commit }: Evidence): Promise<boolean> {
  const { removal, extent } = judgement;
  const isCommentOnly = removal === 'comment-only' || (removal === 'code-changed' && extent !== 'logic');
  if (!isCommentOnly) return false;
  if (!commit || namesIssue(commit.message) || judgement.changesCode || judgement.changedNames.length > 0) return true;
  const { place } = texts.hack.removal;
  if (speaksOf(commit.message, place.wording.text)) return true;
  if (texts.after && isReplacedByComment(texts.before, place, texts.after)) return true;
  const names = findRelatedNames(texts.before, place);
  const others = commit.changes.filter(
    ({ path }) => path !== place.path && session.rules.languageOf(path) !== undefined,
  );
  if (others.length > MOST_FILES || others.some(({ path }) => isTestPair(place.path, path))) return true;
  if (await isOutgrown(session, texts)) return true;
  if (names.length === 0) return false;
  const read = await readBlobs(
    session,
    others.flatMap(({ before, after }) => [before, after]),
  );
  for (const { path, before, after } of others) {
    const [old, young] = [read.get(before) ?? null, read.get(after) ?? null];
    const changed = findChangedNames(old && sourceOf(old, path), young && sourceOf(young, path), names);
    if (changed.length > 0) return true;
  }
  return false;
}

/** Whether the lines below the marker are no longer those it was put above. */
async function isOutgrown({ repository }: Session, { hack, before }: TextsOfRemoval): Promise<boolean> {
  const { birthplace } = hack;
  const [bytes] = await repository.texts([birthplace.blob]);
  return bytes ? isParagraphRewritten(sourceOf(bytes, birthplace.path), birthplace, before) : false;
}

/** All of them by one git process. */
async function readBlobs(
  { repository }: Session,
  blobs: readonly (BlobOid | null)[],
): Promise<ReadonlyMap<BlobOid | null, Uint8Array | null>> {
  const wanted = [...new Set(blobs)].filter((blob) => blob !== null);
  const texts = await repository.texts(wanted);
  return new Map(wanted.map((blob, index) => [blob, texts[index] ?? null]));
}
