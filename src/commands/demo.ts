import { UsageError } from '../errors.ts';
import type { CommitOid } from '../model/git.ts';
import type { DemoReport } from '../model/report.ts';
import type { CommandResult, DemoOptions, Request } from '../model/request.ts';
import type { Sprint } from '../model/sprint.ts';
import { demoMoment, sprintAt, sprintNamed } from '../sprints/calendar.ts';
import { DECISIONS_FILE } from '../sprints/decisions.ts';
import { renderInstant } from '../sprints/zone.ts';
import { mineStory } from './mining/mine-story.ts';
import type { RecordedDemo } from './mining/record-demo.ts';
import { keepDemo, recordDemo } from './mining/record-demo.ts';
import type { Revision } from './mining/revision.ts';
import { readRevision } from './mining/revision.ts';
import { scopedName } from './mining/scope.ts';
import type { Session } from './mining/session.ts';
import { withSession } from './mining/session.ts';
import { followToLine } from './mining/squashed.ts';
import { commitRef } from './telling/hack-document.ts';
import { headOf } from './telling/head.ts';

/** `hackdebt demo`: names the revision that was shown, in the file that the team commits, and keeps what was open at it. */
export function run(request: Request<DemoOptions>): Promise<CommandResult> {
  return withSession(request, { store: true, allowShallow: null }, async (session) => {
    const { toplevel } = session.repository.location;
    if (toplevel === null) {
      throw new UsageError('a demo is named in a file of the work tree, and here is none. Run it in a full checkout.');
    }
    return { report: await nameDemo(session, request.options), exitCode: 0 };
  });
}

async function nameDemo(session: Session, options: DemoOptions): Promise<DemoReport> {
  const { config, request } = session;
  const sprint = findSprint(session, options.sprint);
  const commit = await findCommit(session, options.rev);
  const revision = await readRevision(session, (await mineStory(session)).mined, commit);
  const date = renderInstant(request.outside.now, zoneOf(session));
  const recorded = await recordDemo(session, {
    kind: 'demo',
    sprint: sprint && scopedName(session.scope, sprint.name),
    commit,
    date,
  });
  const named = new Date(recorded.fact.date);
  const shownAt = config.sprint && sprint ? demoMoment(config.sprint, sprint) : named;
  await keepDemo(session, { revision, sprint, shownAt, origin: 'observed' });
  return tellDemo(session, { revision, recorded, shownAt });
}

interface NamedDemo {
  readonly revision: Revision;
  readonly recorded: RecordedDemo;
  readonly shownAt: Date;
}

async function tellDemo(session: Session, { revision, recorded, shownAt }: NamedDemo): Promise<DemoReport> {
  const { squash } = await followToLine(session, revision.open);
  return {
    schema: 'hackdebt.demo/1',
    ...headOf(session, revision.commit),
    sprint: recorded.fact.sprint,
    demo: {
      ...commitRef(revision.commit),
      source: 'decision',
      shownAt: renderInstant(shownAt, zoneOf(session)),
      matched: squash,
    },
    open: revision.open.length,
    file: DECISIONS_FILE,
    changed: recorded.changed,
  };
}

function zoneOf({ config }: Session): string {
  return config.sprint?.timezone ?? 'UTC';
}

/** The sprint asked for, else today's; null where none is configured. */
function findSprint({ config, request }: Session, name: string | null): Sprint | null {
  if (config.sprint === null) {
    if (name === null) return null;
    throw new UsageError('no sprint is configured. Add "sprint" to hackdebt.config.json, or leave --sprint out.');
  }
  const sprint = name === null ? sprintAt(config.sprint, request.outside.now) : sprintNamed(config.sprint, name);
  if (sprint) return sprint;
  if (name === null) throw new UsageError('the first sprint has not begun. Name the one you mean with --sprint.');
  throw new UsageError(`"${name}" is no sprint of the calendar. Name one like 2026-W47, or a date in it.`);
}

async function findCommit({ repository }: Session, rev: string | null): Promise<CommitOid> {
  if (rev !== null) return repository.require(rev);
  const { head } = repository.location;
  if (head === null) throw new UsageError('there is no commit to show yet. Make one, or name a revision.');
  return head;
}
