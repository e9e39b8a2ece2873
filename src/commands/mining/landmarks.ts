import type { CommitOid } from '../../model/git.ts';
import type { Position } from '../../model/lineage.ts';
import type { DemoSource } from '../../model/outcome.ts';
import type { Sprint, SprintConfig } from '../../model/sprint.ts';
import type { MainlineCommit } from '../../model/store.ts';
import { demoMoment, sprintAt } from '../../sprints/calendar.ts';
import { findDemoFact, findDemoTag, findLastDemo, type LastDemo } from '../../sprints/demo.ts';
import { factsAt } from './decisions-file.ts';
import { scopedName } from './scope.ts';
import type { Session } from './session.ts';

/** The revision that was shown, why we think so, and when. */
export interface FoundDemo {
  readonly commit: CommitOid;
  readonly source: DemoSource;
  readonly shownAt: Date;
}

/** The demo of a sprint: as decided, else by its tag, else the mainline at the demo's time. Undefined before the line's first commit. */
export async function findDemo(session: Session, config: SprintConfig, sprint: Sprint): Promise<FoundDemo | undefined> {
  const shownAt = demoMoment(config, sprint);
  const fact = findDemoFact(await factsAt(session), scopedName(session.scope, sprint.name));
  if (fact) return { commit: fact.commit as CommitOid, source: 'decision', shownAt: earlier(shownAt, fact.date) };
  const { demoTag } = config;
  const tagged = demoTag === null ? undefined : findDemoTag(await session.repository.tags(), demoTag, sprint);
  if (tagged) {
    const named = new Date(tagged.seconds * 1000).toISOString();
    return { commit: tagged.commit, source: 'tag', shownAt: earlier(shownAt, named) };
  }
  const landed = await mainlineAt(session, shownAt);
  return landed && { commit: landed.oid, source: 'clock', shownAt };
}

/** A demo that was named before the calendar's time for it was shown then. */
function earlier(shownAt: Date, named: string): Date {
  return new Date(Math.min(shownAt.getTime(), Date.parse(named)));
}

/** The sprint of the last demo: this week's from its time on, or as soon as the team named what was shown. */
export async function findLastShown(session: Session, config: SprintConfig): Promise<LastDemo | null> {
  const { now } = session.request.outside;
  const last = findLastDemo(config, now);
  const current = sprintAt(config, now);
  if (!current || last?.upcoming === null) return last;
  const demo = await findDemo(session, config, current);
  return demo && demo.source !== 'clock' ? { sprint: current, upcoming: null } : last;
}

/** What had landed on the mainline at a moment. */
export function mainlineAt({ store, line, request }: Session, moment: Date): Promise<MainlineCommit | undefined> {
  const now = Math.floor(request.outside.now.getTime() / 1000);
  return store.findMainlineAt(line.name, { instant: Math.floor(moment.getTime() / 1000), now });
}

/** A tag in the history of the line. */
export interface LineTag {
  readonly name: string;
  readonly commit: CommitOid;
  /** The mainline position that has it. */
  readonly position: Position;
}

/** The youngest tag in the line's history that is not at its tip; a tag at the tip leaves nothing to tell. */
export async function findLastTag({ repository, store, line }: Session): Promise<LineTag | undefined> {
  const tags = (await repository.tags()).toSorted((one, other) => other.seconds - one.seconds);
  for (const { name, commit } of tags.slice(0, MOST_TAGS)) {
    const [known] = await store.readCommits(line.name, [commit]);
    if (known && commit !== line.tip) return { name, commit, position: known.landed };
  }
  return undefined;
}

/** Tags looked at before there is said to be none on the line: releases of other branches. */
const MOST_TAGS = 50;
