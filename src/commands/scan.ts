import { openRepository, type Repository } from '../git/repository.ts';
import type { WorkTree } from '../git/work-tree.ts';
import type { Hack } from '../model/hack.ts';
import type { CommandResult, Request, ScanOptions } from '../model/request.ts';
import type { PlacedMarker, ScanCounts, ScanReport, SnapshotRef } from '../model/report.ts';
import type { StoredHack, StoredSnapshot } from '../model/store.ts';
import { sortHacks } from '../insights/sort-hacks.ts';
import { dayAt } from '../sprints/calendar.ts';
import { keepPastDemos } from './mining/keep-demos.ts';
import { mineStory } from './mining/mine-story.ts';
import type { Story } from './mining/mine-story.ts';
import { readRevision } from './mining/revision.ts';
import type { Session } from './mining/session.ts';
import { withSession } from './mining/session.ts';
import { readDemoOffLine } from './mining/shown.ts';
import { recordSnapshots } from './mining/snapshots.ts';
import { findUncommitted } from './mining/working-tree.ts';
import { countFates, scanChanges } from './telling/changes.ts';
import { openDocument } from './telling/hack-document.ts';
import { headOf } from './telling/head.ts';
import { matchTold } from './telling/paths.ts';
import { tellingOf } from './telling/telling.ts';

/** `hackdebt scan`: mine what is new, record today's snapshot, say how things stand. */
export async function run(request: Request<ScanOptions>): Promise<CommandResult> {
  const { rev } = request.options;
  return { report: rev === null ? await runOnLine(request) : await runAt(request, rev), exitCode: 0 };
}

function runAt(request: Request<ScanOptions>, rev: string): Promise<ScanReport> {
  return withSession(request, request.options, async (session) => scanRevision(session, await mineStory(session), rev));
}

async function runOnLine(request: Request<ScanOptions>): Promise<ScanReport> {
  const { options, outside } = request;
  const repository = await openRepository(request.dir, { env: outside.env, signal: outside.signal });
  const listing = askAhead(repository);
  return withSession(request, { ...options, repository }, async (session) => {
    const uncommitted = listing.then((found) => findUncommitted(session, found));
    // The one waits for the disk, the other for git.
    const [story, markers] = await Promise.all([mineStory(session), uncommitted]);
    return scanLine(session, story, { isKept: options.store, uncommitted: markers });
  });
}

/** Has git look for what is told last, while this thread makes ready. Who waits for it is told if that fails. */
function askAhead(repository: Repository): Promise<WorkTree> {
  const listing = repository.workTree();
  for (const asked of [listing, repository.tags()]) asked.catch(() => undefined);
  return listing;
}

interface Beside {
  /** Whether today's snapshot is recorded. */
  readonly isKept: boolean;
  readonly uncommitted: readonly PlacedMarker[];
}

async function scanLine(session: Session, story: Story, { isKept, uncommitted }: Beside): Promise<ScanReport> {
  const { store, line } = session;
  const isTold = matchTold(session);
  // First, as hacks of a branch that was squashed since the last run get their own names back by it.
  const demo = await readDemoOffLine(session, story.mined);
  const hacks = (await store.readHacks(line.name)).filter(({ place }) => isTold(place.path));
  const telling = tellingOf(session);
  const open = hacks
    .filter(({ removal, mergedInto }) => removal === null && mergedInto === null)
    .map((hack) => openDocument(hack, hack.place, telling));
  const counts = countsOf(story, hacks, open);
  const snapshot = isKept ? await recordSnapshots(session, story.mined) : null;
  if (isKept) await keepPastDemos(session, story.mined);
  return {
    ...baseOf(session, story, open),
    counts,
    changes: await scanChanges(session, story.mined, { hacks, shown: new Set(demo.hacks.map(({ hack }) => hack.id)) }),
    uncommitted: uncommitted.filter(({ path }) => isTold(path)),
    snapshot: snapshot && snapshotRef(session, snapshot),
    next: counts.fates.swept > 0 ? 'list --fate swept' : 'list',
  };
}

async function scanRevision(session: Session, story: Story, rev: string): Promise<ScanReport> {
  const oid = await session.repository.require(rev);
  const { commit, open } = await readRevision(session, story.mined, oid);
  const telling = { ...tellingOf(session), asOf: new Date(commit.commitTime.seconds * 1000) };
  const isTold = matchTold(session);
  const told = open.filter(({ place }) => isTold(place.path));
  const documents = told.map(({ hack, place }) => openDocument(hack, place, telling));
  return {
    ...baseOf(session, { ...story, at: commit }, documents),
    counts: { ...countsOf(story, [], documents), commits: commit.rank },
    changes: [],
    uncommitted: [],
    snapshot: null,
    next: `list --at ${rev}`,
  };
}

function baseOf(
  session: Session,
  { at }: Story,
  open: readonly Hack[],
): Omit<ScanReport, 'counts' | 'changes' | 'uncommitted' | 'snapshot' | 'next'> {
  return {
    schema: 'hackdebt.scan/1',
    ...headOf(session, at),
    asOf: session.request.outside.now.toISOString(),
    oldest: sortHacks(open, 'age')[0] ?? null,
    mostTouched: sortHacks(open, 'touches')[0] ?? null,
  };
}

function countsOf({ mined }: Story, hacks: readonly StoredHack[], open: readonly Hack[]): ScanCounts {
  const removed = hacks.filter((hack) => hack.removal !== null && hack.mergedInto === null);
  return {
    commits: mined.tip?.rank ?? 0,
    read: mined.read,
    open: open.length,
    stale: open.filter(({ stale }) => stale).length,
    removed: removed.length,
    fates: countFates(removed),
  };
}

function snapshotRef(session: Session, { day, hacks, frozen, takenAt }: StoredSnapshot): SnapshotRef {
  const isTold = matchTold(session);
  const { sprint, number } = dayAt(session.config.sprint, new Date(takenAt * 1000));
  return {
    date: day,
    open: hacks.filter(({ path }) => isTold(path)).length,
    provisional: !frozen,
    in: sprint && number !== null ? { sprint: sprint.name, day: number } : null,
  };
}
