import type { FateCounts } from '../../model/head.ts';
import type { HackId } from '../../model/hack.ts';
import type { Position } from '../../model/lineage.ts';
import type { ScanChange, Since } from '../../model/report.ts';
import type { StoredHack } from '../../model/store.ts';
import { dayAt } from '../../sprints/calendar.ts';
import { findDemo, findLastShown, findLastTag, mainlineAt } from '../mining/landmarks.ts';
import type { MinedLine } from '../mining/mine-line.ts';
import type { Session } from '../mining/session.ts';

/** Days looked back on where there is neither a demo nor a tag. */
const DAYS = 30;

/** What came and went since yesterday, and since the demo, the last tag or 30 days ago. */
export async function scanChanges(session: Session, { tip }: MinedLine, { hacks, shown }: Told): Promise<ScanChange[]> {
  if (tip === null) return [];
  const { now } = session.request.outside;
  const yesterday = dayAt(session.config.sprint, now).from;
  const since: readonly Moment[] = [
    { since: { kind: 'yesterday', date: yesterday.toISOString() }, position: await positionAt(session, yesterday) },
    await findWindow(session),
  ];
  return since.map((moment) => changeSince(moment, { hacks, shown: moment.since.kind === 'demo' ? shown : new Set() }));
}

interface Told {
  readonly hacks: readonly StoredHack[];
  /** What a demo on a branch showed: that it landed later makes it no news since. */
  readonly shown: ReadonlySet<HackId>;
}

interface Moment {
  readonly since: Since;
  /** What is on the mainline later counts. */
  readonly position: number;
}

async function findWindow(session: Session): Promise<Moment> {
  const { config, request } = session;
  const { now } = request.outside;
  const last = config.sprint && (await findLastShown(session, config.sprint));
  if (config.sprint && last) {
    const date = (await findDemo(session, config.sprint, last.sprint))?.shownAt ?? last.sprint.from;
    const since: Since = { kind: 'demo', name: last.sprint.name, date: date.toISOString() };
    return { since, position: await positionAt(session, date) };
  }
  const tag = await findLastTag(session);
  if (tag) {
    const [commit] = await session.store.readCommits(session.line.name, [tag.commit]);
    const date = new Date((commit?.commitTime.seconds ?? 0) * 1000).toISOString();
    return { since: { kind: 'tag', name: tag.name, date }, position: tag.position };
  }
  const from = new Date(now.getTime() - DAYS * 86_400_000);
  return { since: { kind: 'days', days: DAYS, date: from.toISOString() }, position: await positionAt(session, from) };
}

async function positionAt(session: Session, moment: Date): Promise<number> {
  return (await mainlineAt(session, moment))?.position ?? 0;
}

function changeSince({ since, position }: Moment, { hacks, shown }: Told): ScanChange {
  const told = hacks.filter((hack) => hack.mergedInto === null && hack.open.length > 0);
  const removed = told.filter(({ removal }) => removal !== null && isAfter(removal.landed, position));
  return {
    since,
    admitted: told.filter(({ id, introduced }) => isAfter(introduced.landed, position) && !shown.has(id)).length,
    removed: removed.length,
    fates: countFates(removed),
  };
}

function isAfter(landed: Position | null, position: number): boolean {
  return landed !== null && landed > position;
}

/** How many of the hacks that are gone went how. */
export function countFates(hacks: readonly StoredHack[]): FateCounts {
  const counts = { refactored: 0, deleted: 0, swept: 0, unclear: 0 };
  for (const { removal } of hacks) if (removal?.verdict) counts[removal.verdict.fate]++;
  return counts;
}
