import { matchPaths } from '../insights/select-hacks.ts';
import { sortHacks } from '../insights/sort-hacks.ts';
import type { CommitOid } from '../model/git.ts';
import type { Hack } from '../model/hack.ts';
import type { OutcomeReport } from '../model/outcome.ts';
import type { CommandResult, ReportOptions, Request } from '../model/request.ts';
import type { StoredHack } from '../model/store.ts';
import { readLostRevision } from './mining/lost-revision.ts';
import { mineStory } from './mining/mine-story.ts';
import type { Story } from './mining/mine-story.ts';
import type { Revision } from './mining/revision.ts';
import { readRevision } from './mining/revision.ts';
import type { Session } from './mining/session.ts';
import { withSession } from './mining/session.ts';
import type { FollowedRevision } from './mining/squashed.ts';
import { followToLine } from './mining/squashed.ts';
import type { OpenWindow } from './mining/window.ts';
import { openWindow } from './mining/window.ts';
import { countOutcomes, countPayers, foldersOf } from './telling/outcome-counts.ts';
import { commitRef, hackDocument, openDocument } from './telling/hack-document.ts';
import { headOf } from './telling/head.ts';
import { scopedPaths } from './telling/paths.ts';
import { tellingOf } from './telling/telling.ts';

/** `hackdebt report`: what became of the demo's hacks, or of what was open when the window began. */
export function run(request: Request<ReportOptions>): Promise<CommandResult> {
  const { options } = request;
  return withSession(request, { store: true, allowShallow: options.allowShallow }, async (session) => {
    const story = await mineStory(session);
    const window = await openWindow(session, options);
    const revision = window.reference && (await findRevision(session, story, window.reference));
    return { report: await tellOutcome(session, { story, window, revision }), exitCode: 0 };
  });
}

async function findRevision(session: Session, { mined }: Story, oid: CommitOid): Promise<Revision> {
  const isHere = (await session.repository.resolve(oid)) !== undefined;
  return isHere ? readRevision(session, mined, oid) : readLostRevision(session, oid);
}

interface Asked {
  readonly story: Story;
  readonly window: OpenWindow;
  readonly revision: Revision | null;
}

async function tellOutcome(session: Session, { story, window, revision }: Asked): Promise<OutcomeReport> {
  const options = session.request.options as ReportOptions;
  const paths = scopedPaths(options.paths, session.repository.location);
  const isInPaths = matchPaths(paths);
  const followed = await followToLine(session, revision?.open ?? []);
  const documents = documentsOf(session, followed).filter(({ path }) => isInPaths(path));
  const { told, carried } = splitByAdmission(documents, window.admittedFrom);
  const fresh = (await newSince(session, followed, revision)).filter(({ path }) => isInPaths(path));
  return {
    schema: 'hackdebt.report/1',
    ...headOf(session, story.at),
    asOf: session.request.outside.now.toISOString(),
    window: window.describe(revision && commitRef(revision.commit), followed.squash),
    paths,
    counts: countOutcomes(told),
    hacks: told,
    payers: countPayers(told),
    newSince: fresh,
    carriedIn: {
      total: carried.length,
      gone: carried.filter(({ status }) => status === 'removed').length,
      hacks: options.all ? carried : [],
    },
    folders: foldersOf(told),
  };
}

/** Each hack as it is now; one that the line never had is open on its branch. */
function documentsOf(session: Session, { hacks }: FollowedRevision): Hack[] {
  const telling = tellingOf(session);
  const documents = hacks.map(({ hack, isOnLine }) => {
    return isOnLine ? hackDocument(hack, telling) : openDocument(hack, hack.place, telling);
  });
  return sortHacks([...new Map(documents.map((hack) => [hack.id, hack])).values()], 'touches');
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
    if (!revision) return true;
    const { commit } = revision;
    if (commit.landed > 0) return hack.introduced.landed > commit.landed;
    return hack.introduced.commitTime.seconds > commit.commitTime.seconds;
  };
  const telling = tellingOf(session);
  return sortHacks(
    (await store.readHacks(line.name)).filter(isNew).map((hack) => hackDocument(hack, telling)),
    'date',
  );
}
