import type { BurndownPoint, PeriodTrend, SurvivalCurve, TrendReport } from '../../model/trend.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import type { Style } from '../style.ts';
import { percent, tellAhead, tellHalfLife, tellMilestones, tellMoment, tellProjection, tellSwept } from '../trend.ts';
import { renderNumber } from '../words.ts';
import { renderBar, renderSparkline } from './bars.ts';
import { renderHead } from './head.ts';
import { renderTable, type Cell } from './table.ts';

const BAR = 30;

/** Burndown, periods, and three sentences: how long they live, how they go, where it leads. */
export function renderTrend(report: TrendReport, style: Style): string {
  const { periods, survival } = report;
  const line = renderSparkline(
    periods.map(({ open }) => open),
    style,
  );
  const open = style.palette.title(`${renderNumber(report.open)} open`);
  const ahead = tellAhead(report.milestones);
  const lines = [
    `${renderHead(report, style)}, ${tellMoment(report)}`,
    `${open}  ${line}`,
    ...renderBurndown(report, style),
    '',
    ...renderPeriods(report, style),
    '',
    tellHalfLife(report.halfLife),
    tellSwept(report),
    tellProjection(report),
    ...(ahead === '' ? [] : [`Ahead: ${escapeTerminal(ahead)}.`]),
    ...(survival ? renderSurvival(survival, style) : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Weeks have a row of their own; only a sprint is told day by day. */
function renderBurndown({ unit, burndown, periods }: TrendReport, style: Style): string[] {
  if (unit !== 'sprint') return [];
  const most = Math.max(...burndown.map(({ open }) => open));
  const rows = burndown.map((point): Cell[] => [
    { text: `  day ${point.number ?? '?'}`, paint: style.palette.faint },
    { text: point.date, paint: style.palette.faint },
    { text: renderNumber(point.open), right: true },
    { text: `${renderBar(point.open, most, { width: BAR, style })}${noteOf(point)}` },
  ]);
  return [
    '',
    `Sprint ${escapeTerminal(periods.at(-1)?.name ?? '')}, open at the end of each day:`,
    ...renderTable(rows, style.width),
  ];
}

function noteOf({ open, observed, over }: BurndownPoint): string {
  if (!over) return ' so far';
  return observed === null || observed === open ? '' : ` recorded then: ${renderNumber(observed)}`;
}

function renderPeriods({ unit, periods, milestones }: TrendReport, style: Style): string[] {
  const most = Math.max(...periods.map(({ open }) => open));
  const { faint } = style.palette;
  const titles = [unit, 'admitted', 'paid', 'swept', 'unclear', 'carried over', 'open'];
  const head = titles.map((text, column): Cell => ({ text, paint: faint, right: column > 0 }));
  const rows = periods.map((period) => [
    ...periodCells(period),
    { text: [renderBar(period.open, most, { width: BAR, style }), ...notesOf(period, milestones)].join(' ') },
  ]);
  return renderTable([[...head, { text: '' }], ...rows], style.width);
}

/** `v1.0-beta`, `so far` */
function notesOf(period: PeriodTrend, milestones: TrendReport['milestones']): string[] {
  const reached = tellMilestones(milestones, period);
  return [...(reached === '' ? [] : [escapeTerminal(reached)]), ...(period.over ? [] : ['so far'])];
}

function periodCells({ name, admitted, paid, fates, carriedOver, open }: PeriodTrend): Cell[] {
  const numbers = [admitted, paid, fates.swept, fates.unclear, carriedOver];
  return [
    { text: escapeTerminal(name) },
    ...numbers.map((number): Cell => ({ text: number === 0 ? '.' : renderNumber(number), right: true })),
    { text: renderNumber(open), right: true },
  ];
}

/** Ages at which the curve is read, in days. */
const AGES: readonly (readonly [days: number, name: string])[] = [
  [1, '1 day'],
  [7, '1 week'],
  [30, '30 days'],
  [91, '3 months'],
  [182, '6 months'],
  [365, '1 year'],
  [730, '2 years'],
  [1826, '5 years'],
  [3652, '10 years'],
];

function renderSurvival({ steps }: SurvivalCurve, style: Style): string[] {
  const last = steps.at(-1)?.time ?? 0;
  const rows = AGES.filter(([days], index) => days <= last || (AGES[index - 1]?.[0] ?? 0) <= last).map(
    ([days, name]) => {
      const step = steps.findLast(({ time }) => time <= days);
      const survival = step?.survival ?? 1;
      const band =
        step && step.lower !== null && step.upper !== null ? `${percent(step.lower)} to ${percent(step.upper)}` : '';
      return [
        { text: `  ${name}` },
        { text: percent(survival), right: true },
        { text: band, paint: style.palette.faint, right: true },
        { text: renderBar(survival, 1, { width: BAR, style }) },
      ];
    },
  );
  return ['', 'Still open at this age (Kaplan-Meier, 95 % band):', ...renderTable(rows, style.width)];
}
