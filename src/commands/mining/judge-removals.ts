import { fateOf } from '../../verdicts/fates.ts';
import { judgeRemoval } from '../../verdicts/judge-removal.ts';
import type { CommitOid } from '../../model/git.ts';
import type { StoredVerdict, VerdictToWrite } from '../../model/store.ts';
import { newestRewrites } from './judge-rewrites.ts';
import { isAcknowledged } from './acknowledgement.ts';
import type { ChangedCommit, CommitLog } from './commit-log.ts';
import type { MinedLine } from './mine-line.ts';
import { readNewCommits } from './mine-line.ts';
import { doesMore } from './more-than-comment.ts';
import type { GoneHack, TextsOfRemoval } from './removal-texts.ts';
import { readRemovalTexts } from './removal-texts.ts';
import type { Session } from './session.ts';

/** Removals judged at a time: so many pairs of texts are in memory. */
const BATCH = 50;

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
    commitDoesMore: await doesMore(session, {
      place: hack.removal.place,
      birthplace: hack.birthplace,
      before: texts.before,
      after: texts.after,
      judgement,
      commit,
    }),
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
