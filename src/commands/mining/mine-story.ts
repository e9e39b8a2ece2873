import type { StoredCommit } from '../../model/store.ts';
import { mineAdmissions } from './admissions/mine-admissions.ts';
import { judgeRemovals } from './judge-removals.ts';
import { judgeRewrites } from './judge-rewrites.ts';
import type { MinedLine } from './mine-line.ts';
import { mineLine } from './mine-line.ts';
import type { Session } from './session.ts';

/** The line's story, mined and judged up to its tip. */
export interface Story {
  readonly mined: MinedLine;
  /** The tip's commit; undefined for a line without commits. */
  readonly at: StoredCommit | undefined;
}

/** Brings everything that is stored of the line up to its tip: lives first, then the verdicts about their ends. */
export async function mineStory(session: Session): Promise<Story> {
  const mined = await mineLine(session);
  if (mined.tip === null) return { mined, at: undefined };
  // Neither waits for the other: where one thread is at work alone, the others have the other's parts.
  await Promise.all([judgeLives(session, mined), mineAdmissions(session, mined)]);
  const [at] = await session.store.readCommits(session.line.name, [mined.tip.oid]);
  return { mined, at };
}

/** Rewritten code first: it counts in the verdict about an end. */
async function judgeLives(session: Session, mined: MinedLine): Promise<void> {
  await judgeRewrites(session);
  await judgeRemovals(session, mined);
}
