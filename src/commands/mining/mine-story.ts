import type { StoredCommit } from '../../model/store.ts';
import { mineAdmissions } from './admissions/mine-admissions.ts';
import { judgeRemovals } from './judge-removals.ts';
import { clearHeap } from './labour/tune.ts';
import { judgeRewrites } from './judge-rewrites.ts';
import type { LineRead, MinedLine } from './mine-line.ts';
import { findMined, mineLine } from './mine-line.ts';
import { Route } from './route.ts';
import type { Session } from './session.ts';

/** The line's story, mined and judged up to its tip. */
export interface Story {
  readonly mined: MinedLine;
  /** The tip's commit; undefined for a line without commits. */
  readonly at: StoredCommit | undefined;
}

/** Brings everything that is stored of the line up to its tip: lives first, then the verdicts about their ends; `most` commits in one go. */
export async function mineStory(session: Session, most?: number): Promise<Story> {
  const mined = await mineAndJudge(session, most);
  if (mined.tip === null) return { mined, at: undefined };
  const [at] = await session.store.readCommits(session.line.name, [mined.tip.oid]);
  return { mined, at };
}

async function mineAndJudge(session: Session, most: number | undefined): Promise<MinedLine> {
  const { line, store } = session;
  if (line.tip === null) return { tip: null, read: 0 };
  const route = new Route(session, line.tip, most);
  const known = await findMined(session, route.tip);
  if (!known) return store.exclusively(() => mineStretches(session, route));
  // A run that was killed may have left something.
  await judge(session, known);
  return { tip: known.tip, read: 0 };
}

/** To the end without a pause: of two runs on their way to different tips each would find the other ahead of it, and begin anew. */
async function mineStretches(session: Session, route: Route): Promise<MinedLine> {
  for (let read = 0; ;) {
    const { tip, steps } = await mineStretch(session, route);
    read += steps.length;
    if (route.isLong) clearHeap();
    if (tip.oid !== route.tip) continue;
    session.workforce.rest();
    return { tip, read };
  }
}

/** What was read goes with it. */
async function mineStretch(session: Session, route: Route): Promise<LineRead> {
  const read = await mineLine(session, route);
  await judge(session, read);
  return read;
}

/** Neither waits for the other: where one thread is at work alone, the others have the other's parts. */
async function judge(session: Session, read: LineRead): Promise<void> {
  await Promise.all([judgeLives(session, read), mineAdmissions(session, read)]);
}

/** Rewritten code first: it counts in the verdict about an end. */
async function judgeLives(session: Session, read: LineRead): Promise<void> {
  await judgeRewrites(session);
  await judgeRemovals(session, read);
}
