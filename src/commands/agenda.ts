import type { AgendaOptions, AgendaReport } from '../model/agenda.ts';
import type { Hack } from '../model/hack.ts';
import type { CommandResult, Request } from '../model/request.ts';
import { measurePace } from '../insights/agenda/pace.ts';
import { rankHacks } from '../insights/agenda/rank.ts';
import { keptHacks } from '../sprints/judge-decisions.ts';
import { gatherCandidates } from './mining/agenda/candidates.ts';
import { explainThese } from './mining/agenda/explanations.ts';
import { syncAgendaFile } from './mining/agenda/living-file.ts';
import { readAdmissions } from './mining/admissions/mine-admissions.ts';
import { mineStory, type Story } from './mining/mine-story.ts';
import { withSession, type Session } from './mining/session.ts';
import { openWindow } from './mining/window.ts';
import { decisionOutcomes, summarizeDecisions } from './telling/decisions.ts';
import { commitRef, hackDocument } from './telling/hack-document.ts';
import { headOf } from './telling/head.ts';
import { matchTold } from './telling/paths.ts';
import { tellingOf } from './telling/telling.ts';

/** Minutes that a team spends on one hack. */
const PER_HACK = 3;

/** `hackdebt agenda`: the paper a team sits around on day 3, and with `--out` the file it writes into. */
export function run(request: Request<AgendaOptions>): Promise<CommandResult> {
  const { allowShallow, out } = request.options;
  return withSession(request, { store: true, allowShallow }, async (session) => {
    const report = await tellAgenda(session, await mineStory(session), request.options);
    return { report: out === null ? report : await syncAgendaFile(session, report, out), exitCode: 0 };
  });
}

async function tellAgenda(session: Session, { at }: Story, options: AgendaOptions): Promise<AgendaReport> {
  const { store, line, request } = session;
  const window = await openWindow(session, { sprint: options.sprint, demo: null, since: null });
  const reference = window.reference && (await store.readCommits(line.name, [window.reference]))[0];
  const described = window.describe(reference ? commitRef(reference) : null, null);
  const isInPaths = matchTold(session, options.paths);
  const telling = tellingOf(session);
  const stored = (await store.readHacks(line.name)).filter(({ place }) => isInPaths(place.path));
  const hacks = stored.map((hack) => hackDocument(hack, telling));
  const outcomes = await decisionOutcomes(session);
  const kept = keptHacks(outcomes);
  const fresh = hacks.filter((hack) => isAdmittedIn(hack, described));
  const open = hacks.filter(({ status }) => status === 'open');
  const table = chooseTable(open, fresh).filter(({ id }) => !kept.has(id));
  const candidates = await gatherCandidates(session, { table, open, outcomes, stored });
  const items = rankHacks(candidates);
  return {
    schema: 'hackdebt.agenda/1',
    ...headOf(session, at),
    asOf: request.outside.now.toISOString(),
    window: described,
    counts: {
      admitted: fresh.length,
      gone: fresh.filter(({ status }) => status === 'removed').length,
      table: table.length,
      older: open.length - table.length - open.filter(({ id }) => kept.has(id)).length,
      kept: kept.size,
    },
    quote: await findQuote(session, described, isInPaths),
    promises: summarizeDecisions(outcomes),
    items,
    detailed: Math.max(1, Math.floor(options.minutes / PER_HACK)),
    explain: explainThese(items, candidates),
    pace: measurePace(hacks, table.length, request.outside.now),
    differences: [],
    ended: [],
  };
}

/** What was admitted in the window's time; a window that only says since when has no older hacks outside. */
function isAdmittedIn({ status, introduced }: Hack, { from }: AgendaReport['window']): boolean {
  return status !== 'merged' && Date.parse(introduced.date) >= Date.parse(from);
}

/** The open ones of the window; where it admitted none all open ones are looked at. */
function chooseTable(open: readonly Hack[], fresh: readonly Hack[]): readonly Hack[] {
  const ids = new Set(fresh.map(({ id }) => id));
  const own = open.filter(({ id }) => ids.has(id));
  return own.length > 0 ? own : open;
}

/** Of the commits of that time whose message admits a shortcut, the one of which most lines stand. */
async function findQuote(
  session: Session,
  { from, to }: AgendaReport['window'],
  isInPaths: (path: string) => boolean,
): Promise<AgendaReport['quote']> {
  const [start, end] = [Date.parse(from) / 1000, Date.parse(to) / 1000];
  const admissions = (await readAdmissions(session)).filter(
    ({ introduced: { commitTime }, files }) =>
      commitTime.seconds >= start && commitTime.seconds < end && files.some(({ path }) => isInPaths(path)),
  );
  const [most] = admissions.toSorted((one, other) => standing(other) - standing(one));
  return most ? commitRef(most.introduced) : null;
}

function standing({ files }: { readonly files: readonly { readonly standing: number }[] }): number {
  return files.reduce((sum, file) => sum + file.standing, 0);
}
