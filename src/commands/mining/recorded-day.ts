import { UsageError } from '../../errors.ts';
import type { DayWindow } from '../../model/outcome.ts';
import type { ReportOptions } from '../../model/request.ts';
import type { Sprint, SprintConfig, SprintDay } from '../../model/sprint.ts';
import type { SnapshotHack, StoredSnapshot } from '../../model/store.ts';
import { sprintAt, sprintNamed } from '../../sprints/calendar.ts';
import { renderInstant } from '../../sprints/zone.ts';
import { mainlineAt } from './landmarks.ts';
import { recordedRevision } from './lost-revision.ts';
import type { MinedLine } from './mine-line.ts';
import type { Revision } from './revision.ts';
import { readRevision } from './revision.ts';
import { scopedName } from './scope.ts';
import type { Session } from './session.ts';
import type { OpenWindow } from './window.ts';

/** What was open at the end of one day of a sprint: as recorded then, else rebuilt. */
export interface RecordedDay {
  readonly window: OpenWindow;
  readonly revision: Revision | null;
  /** What the record says of each hack, which is told in place of what is known now; empty where nothing was recorded. */
  readonly recorded: readonly SnapshotHack[];
}

/** Reads the record of a day; where there is none it says so and rebuilds it from history. */
export async function readRecordedDay(
  session: Session,
  mined: MinedLine,
  asked: Pick<ReportOptions, 'sprint' | 'day'>,
): Promise<RecordedDay> {
  const config = requireSprints(session);
  const sprint = findSprint(session, config, asked.sprint);
  const day = findDay(session, sprint, asked.day ?? 1);
  const name = scopedName(session.scope, day.date);
  const [snapshot] = await session.store.readSnapshots(session.line.name, { kind: 'day', name });
  const parts = { config, sprint, day };
  if (snapshot?.origin === 'observed') {
    const window = openDay(session, parts, snapshot);
    return { window, revision: await placeOnLine(session, snapshot), recorded: snapshot.hacks };
  }
  session.request.console.note(
    `nothing was recorded on day ${day.number} of ${sprint.name} (${day.date}); this is rebuilt from the history of now.`,
  );
  const { now } = session.request.outside;
  const landed = await mainlineAt(session, new Date(Math.min(day.to.getTime() - 1000, now.getTime())));
  const revision = landed ? await readRevision(session, mined, landed.oid) : null;
  return { window: openDay(session, parts, undefined), revision, recorded: [] };
}

/** Where the line still has the commit, what came later is told by its place on it; else by the clock. */
async function placeOnLine({ store, line }: Session, snapshot: StoredSnapshot): Promise<Revision> {
  const revision = recordedRevision(snapshot);
  const [known] = await store.readCommits(line.name, [snapshot.commit]);
  return known ? { ...revision, commit: known } : revision;
}

interface DayParts {
  readonly config: SprintConfig;
  readonly sprint: Sprint;
  readonly day: SprintDay;
}

function openDay(
  session: Session,
  { config, sprint, day }: DayParts,
  snapshot: StoredSnapshot | undefined,
): OpenWindow {
  const { now } = session.request.outside;
  const from = snapshot ? new Date(snapshot.takenAt * 1000) : day.to;
  const said = {
    kind: 'day',
    name: sprint.name,
    from: renderInstant(from, config.timezone),
    to: renderInstant(now, config.timezone),
    timezone: config.timezone,
    day: day.number,
    date: day.date,
    origin: snapshot ? 'observed' : 'rebuilt',
    final: snapshot?.frozen ?? false,
  } as const;
  return {
    reference: null,
    admittedFrom: null,
    describe: (reference): DayWindow => ({ ...said, reference }),
  };
}

function requireSprints({ config }: Session): SprintConfig {
  if (config.sprint !== null) return config.sprint;
  throw new UsageError(
    'no sprint is configured, so --day means nothing. Add "sprint" to hackdebt.config.json, or pass --since.',
  );
}

function findSprint({ request }: Session, config: SprintConfig, name: string | null): Sprint {
  const sprint = name === null ? sprintAt(config, request.outside.now) : sprintNamed(config, name);
  if (sprint) return sprint;
  if (name === null) throw new UsageError('the first sprint has not begun. Name the one you mean with --sprint.');
  throw new UsageError(`"${name}" is no sprint of the calendar. Name one like 2026-W47, or a date in it.`);
}

function findDay({ request }: Session, { name, days }: Sprint, number: number): SprintDay {
  const day = days[number - 1];
  if (!day) throw new UsageError(`${name} has no day ${number}. Its last one is day ${days.length}.`);
  if (day.from <= request.outside.now) return day;
  throw new UsageError(`day ${number} of ${name} (${day.date}) is still ahead. Ask for an earlier one.`);
}
