import type { StoredCommit } from '../../model/store.ts';
import { mineAdmissions } from './admissions/mine-admissions.ts';
import { judgeRemovals } from './judge-removals.ts';
import { judgeRewrites } from './judge-rewrites.ts';
import { clearHeap } from './labour/tune.ts';
import type { LineRead, MinedLine } from './mine-line.ts';
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
  const mined = await mineAndJudge(session);
  if (mined.tip === null) return { mined, at: undefined };
  const [at] = await session.store.readCommits(session.line.name, [mined.tip.oid]);
  return { mined, at };
}

/** So many commits fill a heap that is worth being cleared; the fold of fewer is small. */
const LONG = 30_000;

async function mineAndJudge(session: Session): Promise<MinedLine> {
  const read = await mineLine(session);
  if (read.steps.length >= LONG) clearHeap();
  // Neither waits for the other: where one thread is at work alone, the others have the other's parts.
  await Promise.all([judgeLives(session, read), mineAdmissions(session, read)]);
  session.workforce.rest();
  return { tip: read.tip, read: read.steps.length };
}

/** Rewritten code first: it counts in the verdict about an end. */
async function judgeLives(session: Session, read: LineRead): Promise<void> {
  await judgeRewrites(session);
  await judgeRemovals(session, read);
}
