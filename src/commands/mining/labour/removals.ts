import type { VerdictToWrite } from '../../../model/store.ts';
import { takesDeadCode } from '../../../verdicts/dead-code.ts';
import { fateOf } from '../../../verdicts/fates.ts';
import { judgeRemoval } from '../../../verdicts/judge-removal.ts';
import { isAcknowledged } from '../acknowledgement.ts';
import { doesMore } from '../more-than-comment.ts';
import { newestOf } from '../newest-rewrites.ts';
import type { GoneHack, TextsOfRemoval } from '../removal-texts.ts';
import { readRemovalTexts } from '../removal-texts.ts';
import type { RemovingCommit } from '../removing-commit.ts';
import type { Tools } from './labour.ts';

/** A removal to judge. */
export interface RemovalTask {
  readonly hack: GoneHack;
  /** What removed it, with the changes of files that may hold markers; undefined where that is not known. */
  readonly commit: RemovingCommit | undefined;
  /** The file stands, as it was, where it is not searched. */
  readonly isHidden: boolean;
}

/** The verdicts about removals, by the texts before and after; none where the text before is not at hand. */
export async function judgeRemovalBatch(
  { repository }: Pick<Tools, 'repository'>,
  tasks: readonly RemovalTask[],
): Promise<VerdictToWrite[]> {
  const byHack = new Map(tasks.map((task) => [task.hack, task]));
  const mayRename = (hack: GoneHack): boolean => byHack.get(hack)?.commit?.addsFiles ?? true;
  const batch = await readRemovalTexts(repository, [...byHack.keys()], mayRename);
  const verdicts: VerdictToWrite[] = [];
  for (const texts of batch) {
    const { commit, isHidden } = byHack.get(texts.hack) ?? {};
    const after = texts.after ?? (isHidden ? texts.before : null);
    verdicts.push(await judge(repository, { ...texts, after }, commit));
  }
  return verdicts;
}

async function judge(
  repository: Tools['repository'],
  texts: TextsOfRemoval,
  commit: RemovingCommit | undefined,
): Promise<VerdictToWrite> {
  const { hack } = texts;
  const judgement = judgeRemoval({ before: texts.before, marker: hack.removal.place, after: texts.after });
  const { removal, extent, nearMarker, inDefinition, confidence } = judgement;
  const life = {
    // What was said of commented-out code says nothing of the code below it.
    rewrittenBefore:
      newestOf(hack.rewrites).some((rewrite) => rewrite.extent === 'logic') &&
      !(texts.after && takesDeadCode(texts.before, hack.removal.place, texts.after)),
    commitDoesMore: await doesMore(repository, {
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
