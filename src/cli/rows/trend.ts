import { UsageError } from '../../errors.ts';
import type { CommandModule, TrendOptions } from '../../model/request.ts';
import { isSet, textOf, type Given } from '../given.ts';
import { row } from '../row.ts';

/** Three months of weeks. */
const LAST = 12;

export const TREND = row<TrendOptions>({
  name: 'trend',
  summary: 'how things go: burndown, half-life, pace, and where that leads',
  options: [
    { flags: '--survival', about: 'the whole curve: what share lives how long, with its 95 % band' },
    { flags: '--last <n>', about: 'look back on n sprints, or weeks where none are configured (default: 12)' },
    { flags: '--allow-shallow', about: 'go on with a cut history; dates at the cut say "not before"' },
  ],
  examples: [
    ['hackdebt trend', 'the last twelve sprints or weeks'],
    ['hackdebt trend --survival', 'how long admissions live (Kaplan-Meier)'],
    ['hackdebt trend --last 52 --output csv=trend.csv', 'a year, for a spreadsheet'],
  ],
  formats: ['terminal', 'json', 'csv'],
  read: readTrendOptions,
  load: async () => (await import('../../commands/trend.ts')) as CommandModule<TrendOptions>,
});

function readTrendOptions(given: Given): TrendOptions {
  return {
    survival: isSet(given, 'survival'),
    last: readLast(textOf(given, 'last')),
    allowShallow: isSet(given, 'allowShallow'),
  };
}

function readLast(text: string | null): number {
  if (text === null) return LAST;
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new UsageError(`--last cannot be "${text}". Give a number from 1 to 999.`);
}
