import type { Pace } from '../../model/agenda.ts';
import type { Hack } from '../../model/hack.ts';

const WEEK = 7 * 86_400_000;
const WEEKS = 4;

/** How many hacks were refactored or deleted in each of the last four weeks before `now`, and what the median leaves of the table. */
export function measurePace(hacks: readonly Hack[], table: number, now: Date): Pace {
  const weeks = Array.from({ length: WEEKS }, () => 0);
  for (const { status, fate, removed } of hacks) {
    if (status !== 'removed' || (fate !== 'refactored' && fate !== 'deleted')) continue;
    const ago = Math.floor((now.getTime() - Date.parse(removed.date)) / WEEK);
    const index = WEEKS - 1 - ago;
    if (ago >= 0 && index >= 0) weeks[index] = (weeks[index] ?? 0) + 1;
  }
  const sorted = weeks.toSorted((one, other) => one - other);
  const median = Math.round(((sorted[1] ?? 0) + (sorted[2] ?? 0)) / 2);
  return { weeks, left: Math.max(0, table - median) };
}
