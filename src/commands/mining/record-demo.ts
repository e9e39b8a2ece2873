import type { CommitOid } from '../../model/git.ts';
import type { SnapshotOrigin } from '../../model/store.ts';
import type { DemoFact, Sprint } from '../../model/sprint.ts';
import { dayAt } from '../../sprints/calendar.ts';
import { addDemo } from '../../sprints/decisions.ts';
import { findDemoFact } from '../../sprints/demo.ts';
import { editDecisions } from './decisions-file.ts';
import type { Revision } from './revision.ts';
import { scopedName } from './scope.ts';
import type { Session } from './session.ts';
import { describeHacks } from './snapshots.ts';

/** The fact that holds now, and whether the file had to be changed for it. */
export interface RecordedDemo {
  readonly fact: DemoFact;
  readonly changed: boolean;
}

/** Writes the demo to the committed file; what says so already is not written again. */
export async function recordDemo(session: Session, demo: DemoFact): Promise<RecordedDemo> {
  let fact = demo;
  const changed = await editDecisions(session, (facts) => {
    const known = findDemoFact(facts, demo.sprint);
    if (known?.commit !== demo.commit) return addDemo(facts, demo);
    fact = known;
    return facts;
  });
  return { fact, changed };
}

/** A demo to be remembered whatever happens to its branch. */
export interface ShownRevision {
  readonly revision: Revision;
  readonly sprint: Sprint | null;
  readonly shownAt: Date;
  /** `rebuilt` where nobody named it: a demo that somebody names takes its place. */
  readonly origin: SnapshotOrigin;
}

/**
 * Keeps what was open at the demo as a snapshot that is final at once where it was observed. It is named after its sprint; should another commit be
 * named the demo of that sprint later, that one's snapshot stands beside it.
 */
export async function keepDemo(session: Session, { revision, sprint, shownAt, origin }: ShownRevision): Promise<void> {
  const { store, line, config, rules, request } = session;
  const { oid } = revision.commit;
  const now = Math.floor(request.outside.now.getTime() / 1000);
  // At the very end of a day the next one begins.
  const moment = Math.min(now, Math.floor(shownAt.getTime() / 1000) - 1);
  await store.writeSnapshot(line.name, {
    kind: 'demo',
    name: await findName(session, sprint ? scopedName(session.scope, sprint.name) : oid.slice(0, 12), oid),
    origin,
    day: dayAt(config.sprint, new Date(moment * 1000)).date,
    endsAt: now,
    takenAt: now,
    commit: oid,
    ruleset: rules.foldKey,
    hacks: describeHacks(revision.open),
  });
  await store.freezeBefore(now);
}

async function findName({ store, line }: Session, name: string, oid: CommitOid): Promise<string> {
  const [taken] = await store.readSnapshots(line.name, { kind: 'demo', name });
  return taken?.origin === 'observed' && taken.commit !== oid ? demoName(name, oid) : name;
}

/** The name of a demo beside another one of its sprint. */
export function demoName(name: string, oid: CommitOid): string {
  return `${name} ${oid.slice(0, 12)}`;
}
