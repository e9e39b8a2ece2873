import type { HalfLife, Milestone, PeriodTrend, Projection, Spread, TrendReport } from '../model/trend.ts';
import { renderAge, renderCount, renderDate, renderMoment, renderNumber } from './words.ts';

/** How long hacks live, in one sentence. */
export function tellHalfLife({ median, lower, upper, hacks, gone, enough }: HalfLife): string {
  const counted = `${renderCount(gone, 'hack')} of ${renderNumber(hacks)} gone`;
  if (!enough) return `Half-life: too little history to tell (${counted}).`;
  if (median === null) return `No half-life yet: more than half outlive all that was seen (${counted}).`;
  const band = `95 %: ${lower === null ? '0' : renderAge(lower)} to ${upper === null ? 'open end' : renderAge(upper)}`;
  return `Half are gone in ${renderAge(median)} (${band}; ${counted}).`;
}

/** What share of those that are gone went under the rug, and how the others went. */
export function tellSwept({ fates }: TrendReport): string {
  const judged = fates.refactored + fates.deleted + fates.swept + fates.unclear;
  if (judged === 0) return 'Nothing is gone yet.';
  const rest = [
    `${renderNumber(fates.refactored)} refactored`,
    `${renderNumber(fates.deleted)} deleted`,
    ...(fates.unclear > 0 ? [`${renderNumber(fates.unclear)} unclear`] : []),
  ];
  return `Swept: ${renderNumber(fates.swept)} of ${renderNumber(judged)} gone (${fates.swept * 200 < judged && fates.swept > 0 ? 'under 1 %' : percent(fates.swept / judged)}); ${rest.join(', ')}.`;
}

const HOW_MANY = ['is none yet', 'is one'];

/** Where the pace of the last periods leads, or why nobody can tell. */
export function tellProjection({ open: now, unit, projection }: TrendReport): string {
  const { history, needed, gone, until, open, periods } = projection;
  const units = (count: number): string => renderCount(count, `full ${unit}`, `full ${unit}s`);
  if (now === 0) return 'Projection: nothing is open.';
  if (open === null && history < needed) {
    return `Projection: none. It takes ${units(needed)} to draw from, and there ${HOW_MANY[history] ?? `are ${history}`}.`;
  }
  if (open === null)
    return `Projection: none. In the last ${units(history)} nothing went that was open when one began.`;
  const left = `${tellSpread(open, renderNumber)} of today's ${renderNumber(now)} will be open at the end of the ${unit} (${until})`;
  return `Projection: ${left}${tellPeriods(periods, unit)}. Drawn from ${units(history)}, in which ${renderNumber(gone)} went.`;
}

function tellPeriods(periods: Projection['periods'], unit: string): string {
  if (periods === null) return '';
  if (periods.median === null) return `; at this pace the rest takes more than ${renderShort(periods.low)} ${unit}s`;
  return `; at this pace the rest takes ${tellSpread(periods, renderShort)} more ${unit}s`;
}

/** `2.5`, `31` */
function renderShort(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

/** `12 (80 %: 10 to 13)` */
function tellSpread({ median, low, high }: Spread, render: (value: number) => string): string {
  if (median === null) return `${render(low)} or more`;
  if (median === low && median === high) return render(median);
  return `${render(median)} (80 %: ${render(low)} ${high === null ? 'or more' : `to ${render(high)}`})`;
}

/** Milestones of a period by their names, the last ones first cut off; raw text: escape it. Empty without any. */
export function tellMilestones(
  milestones: readonly Milestone[],
  { from, to }: Pick<PeriodTrend, 'from' | 'to'>,
): string {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const names = milestones
    .filter(({ date, open }) => open !== null && Date.parse(date) >= start && Date.parse(date) < end)
    .map(({ name }) => name);
  const shown = names.slice(0, MILESTONES);
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(', ');
}

/** So many milestones of one period are named. */
const MILESTONES = 2;

/** What is ahead; raw text: escape it. Empty where nothing is. */
export function tellAhead(milestones: readonly Milestone[]): string {
  const ahead = milestones.filter(({ open }) => open === null);
  return ahead.map(({ name, date }) => `${name} ${renderDate(date)}`).join(', ');
}

/** `as of 2026-11-18 14:00 +01:00 (Europe/Berlin)` */
export function tellMoment({ asOf, timezone }: TrendReport): string {
  return `as of ${renderMoment(asOf)}${timezone === 'UTC' ? '' : ` (${timezone})`}`;
}

/** `12 %` */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
