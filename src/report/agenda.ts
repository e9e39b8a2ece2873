import type { DecisionState } from '../model/decision.ts';
import type { Hack } from '../model/hack.ts';
import { QUESTION_NAMES, QUESTIONS } from '../model/questions.ts';
import type { AgendaItem, AgendaReport, QuestionName } from '../model/agenda.ts';
import { nameOf, renderCount, renderMinute, renderMoment } from './words.ts';

/** The one line everything begins with. Raw text: escape it. */
export function sayTable({ window, counts, ...head }: AgendaReport): string {
  const { admitted, gone, table, older, kept } = counts;
  const name =
    window.kind === 'sprint' ? `sprint ${window.name}, demo ${renderMinute(window.demo.shownAt)}` : sinceWords(window);
  const isNew = admitted > gone;
  // Before this sprint's demo what waits outside may be younger than the last one's.
  const isLast = window.kind === 'sprint' && window.upcoming !== null;
  const others = isLast || !isNew ? 'more' : 'older';
  const parts = [
    ...(admitted === 0
      ? ['nothing admitted']
      : [`${admitted} admitted`, `${gone === admitted ? 'all' : gone} gone already`]),
    ...(isNew ? [`${table} on the table`] : table > 0 ? [`the ${sayHeaviest(table, isLast)} on the table`] : []),
    ...(older > 0 ? [`${older} ${others} ${older === 1 ? 'waits' : 'wait'} outside`] : []),
    ...(kept > 0 ? [`${kept} kept on purpose`] : []),
  ];
  return `${nameOf(head)}, ${name}: ${parts.join(', ')}`;
}

/** `3 heaviest older ones`, `heaviest other one` */
function sayHeaviest(count: number, isLast: boolean): string {
  const which = isLast ? 'other' : 'older';
  return count === 1 ? `heaviest ${which} one` : `${count} heaviest ${which} ones`;
}

function sinceWords(window: AgendaReport['window']): string {
  return window.kind === 'days' ? `the last ${window.name}` : `since ${window.name}`;
}

/** Says where the paper is about the demo before the one to come. */
export function sayAhead({ window }: AgendaReport): string[] {
  if (window.kind !== 'sprint' || window.upcoming === null) return [];
  return [`This sprint's demo is still ahead (${renderMoment(window.upcoming)}); this is the last one's paper.`];
}

/** The commit message that admits the most, in quotes. */
export function sayQuote({ quote }: AgendaReport): string[] {
  return quote === null ? [] : [`"${quote.subject}" (${quote.commit.slice(0, 7)})`];
}

/** What was decided before: kept, open. */
export function sayPromises({ promises, differences }: AgendaReport): string[] {
  const differ = differences.map(
    ({ id, what, agenda, decided }) =>
      `${id.slice(0, 11)}${what === 'owner' ? ', who does it' : ''}: the agenda says ${agenda}, the decisions file ${decided}.`,
  );
  if (promises === null) return differ;
  const { done, open, late, swept, orphan } = promises.counts;
  // What is kept on purpose is no promise.
  if (done + open + late + swept + orphan === 0) return differ;
  const parts = [
    `${done} kept`,
    `${open} open`,
    ...(late > 0 ? [`${late} late`] : []),
    ...(swept > 0 ? [`${swept} swept`] : []),
    ...(orphan > 0 ? [`${orphan} about hacks that are not found any more`] : []),
  ];
  const shown = promises.broken.slice(0, MOST_BROKEN);
  const more = promises.broken.length - shown.length;
  const broken = [
    ...shown.map(({ state, decision, path, text }) => `${BROKEN[state] ?? state}: ${decision} ${path} ${text}`),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
  return [`Promises: ${parts.join(', ')}.`, ...broken, ...differ];
}

/** So many promises that were not kept are told; the others are counted. */
const MOST_BROKEN = 8;

const BROKEN: Partial<Record<DecisionState, string>> = { orphan: 'not found any more' };

/** How many will be there on Monday. */
export function sayPace({ pace, counts }: AgendaReport): string {
  const paid = pace.weeks.join(', ');
  if (counts.table === 0) return `Paid in the last four weeks: ${paid}.`;
  if (pace.weeks.every((count) => count === 0))
    return 'Nothing was paid in the last four weeks: at that pace all of these will see Monday.';
  const left = pace.left === 0 ? 'none of these' : sayLeft(pace.left, counts.table);
  return `Paid in the last four weeks: ${paid}. At that pace ${left} will see Monday.`;
}

function sayLeft(left: number, table: number): string {
  return left === table ? 'all of these' : `${left} of these ${table}`;
}

/** Why it is suggested. Raw text: escape it. */
export function sayReasons(reasons: readonly string[]): string {
  return reasons.length === 0 ? 'nothing about it stands out' : reasons.join('; ');
}

/** What it says; of one that says nothing where it stands. Raw text: escape it. */
export function sayHack({ tag, text, enclosing }: Hack): string {
  if (text !== '') return `${tag} ${text}`;
  return enclosing === null ? `${tag} (no words)` : `${tag} (no words, in ${enclosing})`;
}

/** The hacks that are told in full, by rank. */
export function detailed({ items, detailed: count }: AgendaReport): readonly AgendaItem[] {
  return items.slice(0, count);
}

/** The others: one line each. */
export function onlyNamed({ items, detailed: count }: AgendaReport): readonly AgendaItem[] {
  return items.slice(count);
}

/** The questions that have hacks, in their order. */
export function headingsOf({ items }: AgendaReport): QuestionName[] {
  return QUESTION_NAMES.filter((name) => items.some(({ question }) => question === name));
}

/** A question with its number of hacks left out: it must be found again in a file. */
export function questionHeading(name: QuestionName): string {
  return QUESTIONS[name].heading;
}

/** `5 hacks` under a question. */
export function countIn({ items }: AgendaReport, name: QuestionName): string {
  return renderCount(items.filter(({ question }) => question === name).length, 'hack');
}
