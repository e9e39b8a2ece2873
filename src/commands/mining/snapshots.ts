import { matchPaths } from '../../insights/select-hacks.ts';
import type { Scope } from '../../model/config.ts';
import type { CommitOid } from '../../model/git.ts';
import type { Position } from '../../model/lineage.ts';
import type { DayAt, SprintConfig } from '../../model/sprint.ts';
import type { Snapshot, SnapshotHack, StoredHack, StoredSnapshot } from '../../model/store.ts';
import { dayAt, daysBetween } from '../../sprints/calendar.ts';
import { mainlineAt } from './landmarks.ts';
import type { MinedLine } from './mine-line.ts';
import type { OpenHackAt } from './revision.ts';
import { scopedName } from './scope.ts';
import type { Session } from './session.ts';

/** Without a sprint so many days are looked back on. */
const DAYS_BACK = 7;

/** A working week and whose it is. */
interface Calendar {
  /** Null: everybody's. */
  readonly scope: Scope | null;
  readonly sprint: SprintConfig | null;
}

/**
 * Records what is open on the line now as today's snapshot, provisional until the day is over, and derives those of the sprint's earlier
 * days that nobody recorded. What was recorded on its day is never touched again. A scope with its own calendar has its own days, and they
 * are recorded whoever scans. Returns today's of the session.
 */
export async function recordSnapshots(session: Session, { tip }: MinedLine): Promise<StoredSnapshot | null> {
  if (tip === null) return null;
  const { store, line, request, config, commonSprint, scope } = session;
  const { now } = request.outside;
  await store.freezeBefore(Math.floor(now.getTime() / 1000));
  const own = config.scopes.flatMap((team) => (team.sprint ? [{ scope: team, sprint: team.sprint }] : []));
  for (const calendar of [{ scope: null, sprint: commonSprint }, ...own]) await recordDays(session, calendar, tip);
  const name = scopedName(scope, dayAt(config.sprint, now).date);
  return (await store.readSnapshots(line.name, { kind: 'day', name }))[0] ?? null;
}

async function recordDays(session: Session, calendar: Calendar, tip: Omit<Moment, 'origin'>): Promise<void> {
  const { store, line, request } = session;
  const today = dayAt(calendar.sprint, request.outside.now);
  await rebuildEarlier(session, calendar, today);
  const moment: Moment = { origin: 'observed', ...tip };
  await store.writeSnapshot(line.name, await buildSnapshot(session, calendar, { day: today, moment }));
}

async function rebuildEarlier(session: Session, calendar: Calendar, today: DayAt): Promise<void> {
  const { store, line } = session;
  const from = today.sprint?.from ?? new Date(today.from.getTime() - DAYS_BACK * 86_400_000);
  for (const day of daysBetween(calendar.sprint, from, today.from)) {
    const name = scopedName(calendar.scope, day.date);
    const [known] = await store.readSnapshots(line.name, { kind: 'day', name });
    const landed = known ? undefined : await mainlineAt(session, new Date(day.to.getTime() - 1000));
    if (!landed) continue;
    const moment: Moment = { origin: 'rebuilt', ...landed };
    await store.writeSnapshot(line.name, await buildSnapshot(session, calendar, { day, moment }));
  }
}

interface Moment {
  readonly origin: Snapshot['origin'];
  readonly oid: CommitOid;
  readonly position: Position;
}

async function buildSnapshot(
  session: Session,
  { scope }: Calendar,
  { day, moment }: { readonly day: DayAt; readonly moment: Moment },
): Promise<Snapshot> {
  const isIn = matchPaths(scope?.paths ?? []);
  return {
    kind: 'day',
    name: scopedName(scope, day.date),
    origin: moment.origin,
    day: day.date,
    endsAt: Math.floor(day.to.getTime() / 1000),
    takenAt: Math.floor(session.request.outside.now.getTime() / 1000),
    commit: moment.oid,
    ruleset: session.rules.foldKey,
    hacks: (await snapshotHacks(session, moment.position)).filter(({ path }) => isIn(path)),
  };
}

/** What is open at a mainline position, most touched first. */
export async function snapshotHacks({ store, line }: Session, position: Position): Promise<SnapshotHack[]> {
  const hacks = new Map((await store.readHacks(line.name)).map((hack) => [hack.key, hack]));
  const open = (await store.readOpenAt(line.name, position)).flatMap(({ hack: key, place }) => {
    const hack = hacks.get(key);
    return hack ? [{ hack, place }] : [];
  });
  return describeHacks(open);
}

/** Hacks that are open somewhere, as a snapshot keeps them: most touched first. */
export function describeHacks(open: readonly OpenHackAt[]): SnapshotHack[] {
  return open
    .toSorted((one, other) => compareByTouches(one.hack, other.hack))
    .map(({ hack, place }) => ({
      id: hack.id,
      kind: place.wording.kind,
      tag: place.wording.tag,
      text: place.wording.text,
      path: place.path,
      line: place.line,
      column: place.column,
      commit: hack.introduced.oid,
      author: { name: hack.introduced.author.name, email: hack.introduced.author.email },
      authorTime: hack.introduced.authorTime,
      subject: hack.introduced.subject,
      touches: hack.touches,
    }));
}

function compareByTouches(one: StoredHack, other: StoredHack): number {
  return other.touches - one.touches || one.key - other.key;
}
