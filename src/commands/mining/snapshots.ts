import type { CommitOid } from '../../model/git.ts';
import type { Position } from '../../model/lineage.ts';
import type { DayAt } from '../../model/sprint.ts';
import type { Snapshot, SnapshotHack, StoredHack, StoredSnapshot } from '../../model/store.ts';
import { dayAt, daysBetween } from '../../sprints/calendar.ts';
import { mainlineAt } from './landmarks.ts';
import type { MinedLine } from './mine-line.ts';
import type { OpenHackAt } from './revision.ts';
import type { Session } from './session.ts';

/** Without a sprint so many days are looked back on. */
const DAYS_BACK = 7;

/**
 * Records what is open on the line now as today's snapshot, provisional until the day is over, and derives those of the sprint's earlier
 * days that nobody recorded. What was recorded on its day is never touched again.
 */
export async function recordSnapshots(session: Session, { tip }: MinedLine): Promise<StoredSnapshot | null> {
  if (tip === null) return null;
  const { store, line, request, config } = session;
  const { now } = request.outside;
  await store.freezeBefore(Math.floor(now.getTime() / 1000));
  const today = dayAt(config.sprint, now);
  await rebuildEarlier(session, today);
  const snapshot = await buildSnapshot(session, today, { origin: 'observed', ...tip });
  await store.writeSnapshot(line.name, snapshot);
  const [stored] = await store.readSnapshots(line.name, { kind: 'day', name: snapshot.name });
  return stored ?? null;
}

async function rebuildEarlier(session: Session, today: DayAt): Promise<void> {
  const { store, line, config } = session;
  const from = today.sprint?.from ?? new Date(today.from.getTime() - DAYS_BACK * 86_400_000);
  for (const day of daysBetween(config.sprint, from, today.from)) {
    const [known] = await store.readSnapshots(line.name, { kind: 'day', name: day.date });
    const landed = known ? undefined : await mainlineAt(session, new Date(day.to.getTime() - 1000));
    if (landed)
      await store.writeSnapshot(line.name, await buildSnapshot(session, day, { origin: 'rebuilt', ...landed }));
  }
}

interface Moment {
  readonly origin: Snapshot['origin'];
  readonly oid: CommitOid;
  readonly position: Position;
}

async function buildSnapshot(session: Session, day: DayAt, { origin, oid, position }: Moment): Promise<Snapshot> {
  return {
    kind: 'day',
    name: day.date,
    origin,
    day: day.date,
    endsAt: Math.floor(day.to.getTime() / 1000),
    takenAt: Math.floor(session.request.outside.now.getTime() / 1000),
    commit: oid,
    ruleset: session.rules.foldKey,
    hacks: await snapshotHacks(session, position),
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
