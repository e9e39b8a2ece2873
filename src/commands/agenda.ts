import { resolve } from 'node:path';
import type { AgendaOptions, AgendaReport } from '../model/agenda.ts';
import type { DecisionOutcome } from '../model/decision.ts';
import type { CommitOid } from '../model/git.ts';
import type { Hack } from '../model/hack.ts';
import type { CommandResult, Request } from '../model/request.ts';
import type { StoredHack } from '../model/store.ts';
import { measurePace } from '../insights/agenda/pace.ts';
import { rankHacks } from '../insights/agenda/rank.ts';
import { keptHacks } from '../sprints/judge-decisions.ts';
import { gatherCandidates } from './mining/agenda/candidates.ts';
import { explainThese } from './mining/agenda/explanations.ts';
import { findQuote } from './mining/agenda/quote.ts';
import { readBackAgenda, syncAgendaFile } from './mining/agenda/living-file.ts';
import { mineStory, type Story } from './mining/mine-story.ts';
import { withSession, type Session } from './mining/session.ts';
import { findShown, hacksWithShown } from './mining/shown.ts';
import { openWindow } from './mining/window.ts';
import { decisionOutcomes, summarizeDecisions } from './telling/decisions.ts';
import { commitRef, hackDocument, openDocument } from './telling/hack-document.ts';
import { headOf } from './telling/head.ts';
import { matchTold } from './telling/paths.ts';
import { tellingOf } from './telling/telling.ts';

/** Minutes that a team spends on one hack. */
const PER_HACK = 3;

/** `hackdebt agenda`: the paper a team sits around on day 3, and with `--out` the file it writes into. */
export function run(request: Request<AgendaOptions>): Promise<CommandResult> {
  const { allowShallow, out } = request.options;
  return withSession(request, { store: true, allowShallow }, async (session) => {
    const story = await mineStory(session);
    const table = await layTable(session, story, request.options);
    if (out === null) return { report: await tellAgenda(session, story, table), exitCode: 0 };
    const file = { path: resolve(request.outside.cwd, out), stored: table.stored };
    // What people decided in their file counts for the paper that is told now.
    const { isNew, differences } = await readBackAgenda(session, file);
    const told = isNew ? await layTable(session, story, request.options) : table;
    const report = { ...(await tellAgenda(session, story, told)), differences };
    return { report: await syncAgendaFile(session, report, file), exitCode: 0 };
  });
}

/** What the paper is about, before it is ranked. */
interface Table {
  readonly window: AgendaReport['window'];
  /** The demo's commit. */
  readonly shown: CommitOid | null;
  readonly stored: readonly StoredHack[];
  readonly hacks: readonly Hack[];
  readonly outcomes: readonly DecisionOutcome[];
  /** Admitted in the window's time. */
  readonly fresh: readonly Hack[];
}

/** The line's hacks and those that only the demo's branch has, each under the name it had first. */
async function layTable(session: Session, { mined }: Story, { sprint, paths }: AgendaOptions): Promise<Table> {
  const { reference, describe } = await openWindow(session, { sprint, demo: null, since: null });
  const shown = reference && (await findShown(session, mined, reference));
  if (reference && !shown)
    session.request.console.note(
      `the demo's commit ${reference.slice(0, 12)} is not in this clone; the line alone is told.`,
    );
  const window = describe(shown && commitRef(shown.commit), null);
  const isTold = matchTold(session, paths);
  const told = (await hacksWithShown(session, shown)).filter(({ hack }) => isTold(hack.place.path));
  const telling = tellingOf(session);
  const hacks = told.map(({ hack, isOnLine }) =>
    isOnLine ? hackDocument(hack, telling) : openDocument(hack, hack.place, telling),
  );
  return {
    window,
    shown: shown && shown.commit.oid,
    stored: told.map(({ hack }) => hack),
    hacks,
    outcomes: await decisionOutcomes(session, async () => hacks),
    fresh: hacks.filter((hack) => isAdmittedIn(hack, window)),
  };
}

async function tellAgenda(session: Session, { at }: Story, table: Table): Promise<AgendaReport> {
  const { hacks, outcomes, fresh, window } = table;
  const { minutes, paths } = session.request.options as AgendaOptions;
  const kept = keptHacks(outcomes);
  const open = hacks.filter(({ status }) => status === 'open');
  const waiting = open.filter(({ id }) => !kept.has(id));
  const ids = new Set(fresh.map(({ id }) => id));
  const own = waiting.filter(({ id }) => ids.has(id));
  const chosen = own.length > 0 ? own : waiting;
  const candidates = await gatherCandidates(session, { ...table, table: chosen, open });
  const detailed = Math.max(1, Math.floor(minutes / PER_HACK));
  // Where the window admitted nothing, the paper is for the heaviest of the older ones, as many as there is time for.
  const items = rankHacks(candidates).slice(0, own.length > 0 ? Infinity : detailed);
  const { now } = session.request.outside;
  return {
    schema: 'hackdebt.agenda/1',
    ...headOf(session, at),
    asOf: now.toISOString(),
    window,
    counts: {
      admitted: fresh.length,
      gone: fresh.filter(({ status }) => status === 'removed').length,
      table: items.length,
      older: waiting.length - items.length,
      kept: kept.size,
    },
    quote: await findQuote(session, { window, shown: table.shown, isTold: matchTold(session, paths) }),
    promises: summarizeDecisions(outcomes),
    items,
    detailed,
    explain: explainThese(items, candidates),
    pace: measurePace(hacks, items.length, now),
    differences: [],
    ended: [],
  };
}

/** What was admitted in the window's time; a window that only says since when has no older hacks outside. */
function isAdmittedIn({ status, introduced }: Hack, { from, to }: AgendaReport['window']): boolean {
  const admitted = Date.parse(introduced.date);
  return status !== 'merged' && admitted >= Date.parse(from) && admitted < Date.parse(to);
}
