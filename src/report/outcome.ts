import type { Fate, Hack, RemovedHack } from '../model/hack.ts';
import type { DayWindow, OutcomeReport } from '../model/outcome.ts';
import { FATE_NAMES, FATES, renderFates } from './fates.ts';
import { renderCount, renderLines, renderMinute, renderMoment, renderNumber } from './words.ts';

/** Hacks of one fate, or the open ones. */
export interface Section {
  readonly kind: Fate | 'open' | 'removed' | 'merged' | 'commits';
  readonly title: string;
  readonly meaning: string;
  readonly hacks: readonly Hack[];
  /** Whether each one needs a proof beside it: it may be held against somebody. */
  readonly wantsProof: boolean;
}

/** The hacks of a report by what became of them, in the order of every format; empty sections are left out. */
export function sectionsOf({ hacks, commits }: OutcomeReport): readonly Section[] {
  const removed = hacks.filter((hack): hack is RemovedHack => hack.status === 'removed');
  const byFate = FATE_NAMES.map((fate) => ({
    kind: fate,
    ...FATES[fate],
    hacks: removed.filter((hack) => hack.fate === fate),
    wantsProof: fate === 'swept' || fate === 'unclear',
  }));
  const unjudged = removed.filter((hack) => hack.fate === null);
  const open = hacks.filter((hack) => hack.status === 'open');
  const merged = hacks.filter((hack) => hack.status === 'merged');
  return [
    ...byFate,
    { kind: 'removed' as const, title: 'Gone', meaning: 'not judged', hacks: unjudged, wantsProof: true },
    { kind: 'open' as const, title: 'Still open', meaning: describeOpen(open), hacks: open, wantsProof: false },
    { kind: 'merged' as const, title: 'Merged', meaning: 'lives on as an older one', hacks: merged, wantsProof: false },
    {
      kind: 'commits' as const,
      title: 'Commits that admit a shortcut',
      meaning: describeLines(commits),
      hacks: commits,
      wantsProof: false,
    },
  ].filter((section) => section.hacks.length > 0);
}

function describeOpen(open: readonly Hack[]): string {
  const stale = open.filter((hack) => hack.stale).length;
  return stale === 0 ? '' : `${stale} stale: the code was rewritten, the admission stayed`;
}

/** `12 of 30 lines stand`, over all of them. */
function describeLines(commits: readonly Hack[]): string {
  const sum = (count: 'added' | 'standing'): number =>
    commits.reduce((all, { lines }) => all + (lines?.[count] ?? 0), 0);
  return renderLines({ added: sum('added'), standing: sum('standing') });
}

/** What a hack says in a row of a report; of a commit also how many of its lines stand. Raw text: escape it. */
export function saidBy({ lines, text }: Hack): string {
  return lines === null ? text : `${renderLines(lines)}: ${text}`;
}

/** What the report asks, as a title. Raw text: escape it. */
export function titleOf({ window }: OutcomeReport): string {
  switch (window.kind) {
    case 'sprint':
      return `What became of the demo's hacks: sprint ${window.name}`;
    case 'day':
      return `What became of what was open on day ${window.day} of sprint ${window.name}`;
    case 'demo':
      return `What became of the demo's hacks: ${window.name}`;
    case 'tag':
    case 'revision':
      return `What became of what was open at ${window.name}`;
    case 'days':
      return `What became of what was open ${window.name} ago`;
    case 'date':
      return `What became of what was open on ${window.name}`;
    default:
      return window satisfies never;
  }
}

/** `5 hacks: 1 refactored, 1 swept, 3 still open` */
export function renderSummary({ counts, window }: OutcomeReport): string {
  if (counts.total === 0)
    return window.kind === 'sprint' ? 'Nothing that this sprint admitted was open at the demo.' : 'No hacks.';
  const fates = renderFates(counts.fates, counts.total - counts.open - counts.merged);
  const merged = counts.merged > 0 ? `${renderNumber(counts.merged)} merged, ` : '';
  const gone = fates === '' ? merged : `${fates}, ${merged}`;
  return `${renderCount(counts.total, 'hack')}: ${gone}${renderNumber(counts.open)} still open`;
}

/** Where the demo's revision comes from, and what is still ahead; empty without a demo. Raw text: escape it. */
export function demoLinesOf({ window }: OutcomeReport): readonly string[] {
  if (window.kind === 'day') return [recordLineOf(window)];
  if (window.kind !== 'sprint') return [];
  const { demo, timezone, upcoming } = window;
  const matched = demo.matched === null ? '' : `, on the line as ${demo.matched.slice(0, 7)}`;
  // Of a commit that is gone the subject was not recorded.
  const subject = demo.subject === '' ? '' : ` "${demo.subject}"`;
  const shown = `Demo ${renderMinute(demo.shownAt)} (${timezone}) at ${demo.commit.slice(0, 7)}${subject}`;
  const ahead = `This sprint's demo is still ahead (${renderMoment(upcoming ?? '')}); this is the last one.`;
  return [`${shown}${matched}, ${SOURCES[demo.source]}`, ...(upcoming === null ? [] : [ahead])];
}

/** Whether what is told was recorded that day or derived later. */
function recordLineOf({ date, timezone, origin, final, from, reference }: DayWindow): string {
  const at = reference === null ? '' : ` at ${reference.commit.slice(0, 7)}`;
  if (origin === 'rebuilt') return `Rebuilt from history${at}: nothing was recorded on ${date} (${timezone}).`;
  return `Recorded ${renderMinute(from)} (${timezone})${at}${final ? '' : ', the day is not over'}.`;
}

const SOURCES = {
  decision: 'as decided',
  tag: 'by its tag',
  clock: 'by the clock',
  option: 'as asked for',
} as const;

/** So many that went stale are named. */
const STALE = 3;

/** The lines below the sections: who paid, what is new, what was carried in. Raw text: escape it. */
export function closingLinesOf(report: OutcomeReport): readonly string[] {
  const { payers, newSince, carriedIn, wentStale } = report;
  const lines: string[] = [];
  const thanks = payers.others > 0 ? `, ${payers.others} by somebody else: thank you` : '';
  const people = payers.people.length > 0 ? ` (${payers.people.join(', ')})` : '';
  if (payers.self + payers.others > 0) lines.push(`Paid: ${payers.self} by who admitted it${thanks}${people}.`);
  const open = newSince.filter((hack) => hack.status === 'open').length;
  const gone = newSince.length - open;
  lines.push(`New since: ${newSince.length === 0 ? 'none' : `${open} open, ${gone} gone already`}.`);
  if (wentStale.length > 0) {
    const named = wentStale.slice(0, STALE).map(({ path, line }) => `${path}:${line}`);
    const rest = wentStale.length > STALE ? `, and ${renderNumber(wentStale.length - STALE)} more` : '';
    lines.push(`Went stale since: ${named.join(', ')}${rest}: the code was rewritten, the admission stayed.`);
  }
  if (carriedIn.total > 0) lines.push(`Carried in: ${carriedIn.total} older, ${carriedIn.gone} of them gone since.`);
  return [...lines, ...decisionLinesOf(report.decisions)];
}

/** Decisions kept and not, in one line; those not kept are named. */
function decisionLinesOf(decisions: OutcomeReport['decisions']): string[] {
  if (decisions === null) return [];
  const said = DECISION_STATES.filter(([state]) => decisions.counts[state] > 0).map(
    ([state, words]) => `${renderNumber(decisions.counts[state])} ${words}`,
  );
  const named = decisions.broken.slice(0, STALE).map(({ id, state, path }) => `${id.slice(0, 11)} ${path} (${state})`);
  const rest = decisions.broken.length > named.length ? `, and ${decisions.broken.length - named.length} more` : '';
  return [`Decided: ${said.join(', ')}${named.length > 0 ? `; look at ${named.join(', ')}${rest}` : ''}.`];
}

const DECISION_STATES = [
  ['done', 'done'],
  ['open', 'to do'],
  ['late', 'late'],
  ['swept', 'swept'],
  ['kept', 'kept on purpose'],
  ['orphan', 'about hacks that are not found any more'],
] as const;
