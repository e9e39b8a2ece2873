import type { TrendReport } from '../../model/trend.ts';
import { escapeCsv } from '../escape/csv.ts';

type Value = string | number | boolean | null;

const PERIOD = ['name', 'from', 'to', 'over', 'admitted', 'paid', 'refactored', 'deleted', 'swept', 'unclear'];
const HEADER = ['group', ...PERIOD, 'carried_over', 'open', 'recorded', 'share', 'lower', 'upper'];

/** One record per period, date, milestone and step of the survival curve after a header (RFC 4180); the first column says which. */
export function renderTrendCsv(report: TrendReport): string {
  const records: Readonly<Record<string, Value>>[] = [
    ...report.periods.map(({ fates, carriedOver, ...period }) => ({
      group: report.unit,
      ...period,
      ...fates,
      carried_over: carriedOver,
    })),
    ...report.burndown.map(({ date, over, open, observed }) => ({
      group: 'date',
      name: date,
      over,
      open,
      recorded: observed,
    })),
    ...report.milestones.map(({ name, date, open }) => ({ group: 'milestone', name, from: date, open })),
    ...(report.survival?.steps ?? []).map(({ time, survival, lower, upper }) => ({
      group: 'survival',
      name: `${time} days`,
      share: survival,
      lower,
      upper,
    })),
  ];
  const lines = records.map((record) => HEADER.map((column) => record[column] ?? null));
  return [HEADER, ...lines].map((line) => `${line.map(escapeCsv).join(',')}\r\n`).join('');
}
