import { sortHacks } from '../insights/sort-hacks.ts';
import type { Hack } from '../model/hack.ts';
import type { OutcomeReport } from '../model/outcome.ts';
import type { CommandResult, ReportOptions, Request } from '../model/request.ts';
import type { SnapshotHack, StoredCommit, StoredHack } from '../model/store.ts';
import { readAdmissions } from './mining/admissions/mine-admissions.ts';
import { mineStory } from './mining/mine-story.ts';
import type { Story } from './mining/mine-story.ts';
import type { RecordedDay } from './mining/recorded-day.ts';
import { readRecordedDay } from './mining/recorded-day.ts';
import type { Revision } from './mining/revision.ts';
import type { Session } from './mining/session.ts';
import { readShown, rememberSquash } from './mining/shown.ts';
import { withSession } from './mining/session.ts';
import type { FollowedRevision } from './mining/squashed.ts';
import { followToLine } from './mining/squashed.ts';
import { openWindow } from './mining/window.ts';
import { admissionDocument } from './telling/admission-document.ts';
import { countOutcomes, countPayers, foldersOf } from './telling/outcome-counts.ts';
import { decidable, decisionOutcomes, summarizeDecisions } from './telling/decisions.ts';
import { commitRef, hackDocument, openDocument } from './telling/hack-document.ts';
import { headOf } from './telling/head.ts';
import { matchTold, toldPaths } from './telling/paths.ts';
import { tellingOf } from './telling/telling.ts';

/** `hackdebt report`: what became of the demo's hacks, or of what was open when the window began. */
export function run(request: Request<ReportOptions>): Promise<CommandResult> {
  const { options } = request;
  return withSession(request, { store: true, allowShallow: options.allowShallow }, async (session) => {
    const story = await mineStory(session);
    return {
      report: await tellOutcome(session, { story, ...(await openAsked(session, story, options)) }),
      exitCode: 0,
    };
  });
}

/** The window asked for and what was open when it began: recorded, or read from history. */
async function openAsked(session: Session, story: Story, options: ReportOptions): Promise<RecordedDay> {
  if (options.day !== null) return readRecordedDay(session, story.mined, options);
  const window = await openWindow(session, options);
  const revision = window.reference && (await readShown(session, story.mined, window.reference));
  return { window, revision, recorded: [] };
}

interface Asked extends RecordedDay {
  readonly story: Story;
}

async function tellOutcome(session: Session, { story, window, revision, recorded }: Asked): Promise<OutcomeReport> {
  const options = session.request.options as ReportOptions;
  const isInPaths = matchTold(session, options.paths);
  const followed = await followToLine(session, revision?.open ?? []);
  await rememberSquash(session, followed);
  const documents = asRecorded(documentsOf(session, followed), recorded).filter(({ path }) => isInPaths(path));
  const { told, carried } = splitByAdmission(documents, window.admittedFrom);
  const fresh = (await newSince(session, followed, revision)).filter(({ path }) => isInPaths(path));
  const described = window.describe(revision && commitRef(revision.commit), followed.squash);
  return {
    schema: 'hackdebt.report/1',
    ...headOf(session, story.at),
    asOf: session.request.outside.now.toISOString(),
    window: described,
    paths: toldPaths(session, options.paths),
    counts: countOutcomes(told),
    hacks: told,
    payers: countPayers(told),
    newSince: fresh,
    carriedIn: {
      total: carried.length,
      gone: carried.filter(({ status }) => status === 'removed').length,
      hacks: options.all ? carried : [],
    },
    wentStale: (await wentStale(session, revision)).filter(({ path }) => isInPaths(path)),
    commits: (await admittedSince(session, described.from)).filter(({ path }) => isInPaths(path)),
    decisions: summarizeDecisions(await decisionOutcomes(session, () => decidable(session, story.mined))),
    folders: foldersOf(told),
  };
}

/** Open hacks whose code a commit rewrote that the line got after the revision. */
async function wentStale({ store, line, ...session }: Session, revision: Revision | null): Promise<Hack[]> {
  if (!revision) return [];
  const telling = tellingOf({ store, line, ...session });
  const isSince = isAfter(revision.commit);
  const hacks = (await store.readHacks(line.name)).filter(
    ({ removal, mergedInto, rewrites }) =>
      removal === null &&
      mergedInto === null &&
      rewrites.some(({ commit, extent }) => extent === 'logic' && isSince(commit)),
  );
  return sortHacks(
    hacks.map((hack) => hackDocument(hack, telling)),
    'touches',
  );
}

async function admittedSince(session: Session, from: string): Promise<Hack[]> {
  const telling = tellingOf(session);
  const documents = (await readAdmissions(session)).map((admission) => admissionDocument(admission, telling));
  return sortHacks(
    documents.filter(({ introduced }) => new Date(introduced.date) >= new Date(from)),
    'date',
  );
}

/** Whether the line got a commit after another one, that may be off the line. */
function isAfter(reference: StoredCommit): (commit: StoredCommit) => boolean {
  if (reference.landed > 0) return ({ landed }) => landed > reference.landed;
  return ({ commitTime }) => commitTime.seconds > reference.commitTime.seconds;
}

/** Each hack as it is now; one that the line never had is open on its branch. */
function documentsOf(session: Session, { hacks }: FollowedRevision): Hack[] {
  const telling = tellingOf(session);
  const documents = hacks.map(({ hack, isOnLine }) => {
    return isOnLine ? hackDocument(hack, telling) : openDocument(hack, hack.place, telling);
  });
  return sortHacks([...new Map(documents.map((hack) => [hack.id, hack])).values()], 'touches');
}

/** What was recorded of a hack stays as it was, whatever became of it. */
function asRecorded(hacks: readonly Hack[], recorded: readonly SnapshotHack[]): Hack[] {
  const records = new Map(recorded.map((hack) => [hack.id, hack]));
  return hacks.map((hack) => {
    const record = records.get(hack.id);
    if (!record) return hack;
    const { kind, tag, text, path, line, column } = record;
    return { ...hack, kind, tag, text, path, line, column, endLine: line };
  });
}

/** The demo's hacks are those admitted since the sprint began; older ones are carried in. */
function splitByAdmission(hacks: readonly Hack[], from: Date | null): { told: Hack[]; carried: Hack[] } {
  const isTold = (hack: Hack): boolean => from === null || new Date(hack.introduced.date) >= from;
  return { told: hacks.filter(isTold), carried: hacks.filter((hack) => !isTold(hack)) };
}

/** What the line admitted after the revision that was asked for. */
async function newSince(session: Session, { hacks }: FollowedRevision, revision: Revision | null): Promise<Hack[]> {
  const { store, line } = session;
  const known = new Set(hacks.map(({ hack }) => hack.key));
  const isNew = (hack: StoredHack): boolean => {
    if (known.has(hack.key) || hack.mergedInto !== null || hack.open.length === 0) return false;
    return !revision || isAfter(revision.commit)(hack.introduced);
  };
  const telling = tellingOf(session);
  return sortHacks(
    (await store.readHacks(line.name)).filter(isNew).map((hack) => hackDocument(hack, telling)),
    'date',
  );
}
