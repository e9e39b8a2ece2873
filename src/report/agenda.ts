import { QUESTION_NAMES, QUESTIONS } from '../model/questions.ts';
import type { AgendaItem, AgendaReport, QuestionName } from '../model/agenda.ts';
import { nameOf, renderCount, renderMinute } from './words.ts';

/** The one line everything begins with. Raw text: escape it. */
export function sayTable({ window, counts, ...head }: AgendaReport): string {
  const { admitted, gone, table, older, kept } = counts;
  const name =
    window.kind === 'sprint' ? `sprint ${window.name}, demo ${renderMinute(window.demo.shownAt)}` : sinceWords(window);
  const parts = [
    `${admitted} admitted`,
    `${gone} gone already`,
    `${table} on the table${admitted === 0 && table > 0 ? ' (all that are open)' : ''}`,
    ...(older > 0 ? [`${older} older wait outside`] : []),
    ...(kept > 0 ? [`${kept} kept on purpose`] : []),
  ];
  return `${nameOf(head)}, ${name}: ${parts.join(', ')}`;
}

function sinceWords(window: AgendaReport['window']): string {
  return window.kind === 'days' ? `the last ${window.name}` : `since ${window.name}`;
}

/** The commit message that admits the most, in quotes. */
export function sayQuote({ quote }: AgendaReport): string[] {
  return quote === null ? [] : [`"${quote.subject}" (${quote.commit.slice(0, 7)})`];
}

/** What was decided before: kept, open. */
export function sayPromises({ promises, differences }: AgendaReport): string[] {
  const differ = differences.map(
    ({ id, agenda, decided }) => `${id.slice(0, 11)}: the agenda says ${agenda}, the decisions file ${decided}.`,
  );
  if (promises === null) return differ;
  const { done, open, late, swept, orphan } = promises.counts;
  const parts = [
    `${done} kept`,
    `${open} open`,
    ...(late > 0 ? [`${late} late`] : []),
    ...(swept > 0 ? [`${swept} swept`] : []),
    ...(orphan > 0 ? [`${orphan} about hacks that are not found any more`] : []),
  ];
  const broken = promises.broken
    .slice(0, 3)
    .map(({ state, decision, path, text }) => `${state}: ${decision} ${path} ${text}`);
  return [`Promised before: ${parts.join(', ')}.`, ...broken, ...differ];
}

/** How many will be there on Monday. */
export function sayPace({ pace, counts }: AgendaReport): string {
  const paid = pace.weeks.join(', ');
  if (pace.weeks.every((count) => count === 0))
    return `Nothing was paid in the last four weeks: all ${counts.table} will see Monday.`;
  return `Paid in the last four weeks: ${paid}. At that pace ${pace.left} of ${counts.table} will see Monday.`;
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
