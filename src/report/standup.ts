import type { Fate } from '../model/hack.ts';
import type { Shares, StandupItem, StandupReport, Work } from '../model/standup.ts';
import { renderCount, renderMinute, renderNumber } from './words.ts';

/** The lines of a standup beside the hacks themselves. Raw text: escape it. An empty one is left out. */
export interface StandupLines {
  readonly title: string;
  readonly summary: string;
  readonly branches: string;
  readonly thanks: string;
  readonly machines: string;
  readonly shares: string;
}

/** Puts a standup into words that somebody can read out. */
export function tellStandup(report: StandupReport): StandupLines {
  return {
    title: `Standup of ${renderDayOf(report.asOf)}, since ${renderDayOf(report.since)} ${report.since.slice(11, 16)} ${zoneOf(report)}`,
    summary: tellSummary(report),
    branches: tellBranches(report),
    thanks: tellThanks(report),
    machines: tellMachines(report),
    shares: tellShares(report.shares),
  };
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `Tuesday 2026-08-11`, in its own zone. */
function renderDayOf(iso: string): string {
  const date = iso.slice(0, 10);
  return `${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${date}`;
}

function zoneOf({ timezone, in: place }: StandupReport): string {
  return place ? `(${timezone}; sprint ${place.sprint}, day ${place.day})` : timezone;
}

function tellSummary({ items, commits }: StandupReport): string {
  const { paid, gone, admitted, moved } = items;
  const counts = [
    `${orNothing(paid.length)} paid`,
    `${orNothing(admitted.length)} admitted`,
    ...(moved.length > 0 ? [`${renderNumber(moved.length)} moved`] : []),
    ...(gone.length > 0 ? [`${renderNumber(gone.length)} gone otherwise (${tellFates(gone)})`] : []),
  ];
  const made = commits.humans + commits.agents;
  const said = counts.join(', ');
  return `${said[0]?.toUpperCase()}${said.slice(1)}; ${made === 0 ? 'no commits' : renderCount(made, 'commit')}.`;
}

function orNothing(count: number): string {
  return count === 0 ? 'nothing' : renderNumber(count);
}

function tellFates(items: readonly StandupItem[]): string {
  const fates = items.map(({ fate }): Fate | 'not judged' => fate ?? 'not judged');
  const names = [...new Set(fates)].toSorted();
  return names.map((name) => `${fates.filter((fate) => fate === name).length} ${name}`).join(', ');
}

/** So many branches are named. */
const BRANCHES = 3;

function tellBranches({ branches: { unmerged, read, squashed, leftOut, fetched } }: StandupReport): string {
  if (unmerged === 0) return '';
  const named = read.slice(0, BRANCHES).join(', ');
  const rest = read.length > BRANCHES ? ` and ${read.length - BRANCHES} more` : '';
  const active = read.length === 0 ? 'no new work on them' : `work on ${named}${rest}`;
  const parts = [
    `${renderNumber(unmerged)} not merged, ${active}`,
    ...(squashed.length > 0 ? [`${renderNumber(squashed.length)} squashed into the line already`] : []),
    ...(leftOut > 0 ? [`${renderNumber(leftOut)} too many or too long to look at`] : []),
    `last fetched ${fetched === null ? 'not known' : `${renderMinute(fetched)} UTC`}`,
  ];
  return `${parts.join('; ')}.`;
}

function tellThanks({ thanks: { paid, people } }: StandupReport): string {
  if (paid === 0) return '';
  const what = `${paid === 1 ? 'a hack' : `${renderNumber(paid)} hacks`} that somebody else admitted`;
  return people.length === 0 ? `Thank you, whoever paid ${what}.` : `Thank you, ${join(people)}, for paying ${what}.`;
}

function tellMachines({ commits: { agents, agentsFor, bots, botNames } }: StandupReport): string {
  const whose = agentsFor.length > 0 ? ` for ${join(agentsFor)}` : '';
  const parts = [
    ...(agents > 0 ? [`${renderCount(agents, 'commit')} with an agent${whose}`] : []),
    ...(bots > 0 ? [`${renderCount(bots, 'commit')} by bots (${join(botNames)})`] : []),
  ];
  return parts.length === 0 ? '' : `${parts.join('; ')}.`;
}

const WORKS: readonly Work[] = ['building', 'testing', 'documenting', 'refactoring'];

/** `52 % building, 21 % testing, 9 % documenting, 18 % refactoring: 52/48, aim 50/50 (1,204 lines)` */
function tellShares({ lines, leftOut }: Shares): string {
  const total = WORKS.reduce((sum, work) => sum + lines[work], 0);
  if (total === 0) return '';
  const percents = splitHundred(WORKS.map((work) => lines[work]));
  const shares = WORKS.map((work, index) => `${percents[index]} % ${work}`);
  const [building = 0] = percents;
  const counted = `${renderCount(total, 'line')}${leftOut > 0 ? `; ${renderNumber(leftOut)} more files not counted` : ''}`;
  return `${shares.join(', ')}: ${building}/${100 - building}, aim 50/50 (${counted}).`;
}

/** Whole percents that are a hundred together: the largest remainders are rounded up. */
function splitHundred(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const exact = counts.map((count) => (count / total) * 100);
  const missing = 100 - exact.reduce((sum, share) => sum + Math.floor(share), 0);
  const byRemainder = exact.map((share, index) => ({ index, rest: share % 1 })).toSorted((a, b) => b.rest - a.rest);
  const raised = new Set(byRemainder.slice(0, missing).map(({ index }) => index));
  return exact.map((share, index) => Math.floor(share) + (raised.has(index) ? 1 : 0));
}

function join(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
