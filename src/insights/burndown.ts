import type { FateCounts } from '../model/head.ts';
import type { LineLife, PeriodTrend, Stretch } from '../model/trend.ts';

/** How many stand on the mainline at an instant (seconds). */
export function countOpen(lives: readonly LineLife[], instant: number): number {
  return lives.filter((life) => isOpenAt(life, instant)).length;
}

/** Whether it stands on the mainline at an instant: what comes at that second counts, what goes does not. */
export function isOpenAt({ stays }: LineLife, instant: number): boolean {
  return stays.some(({ from, to }) => from <= instant && (to === null || to > instant));
}

/** What came and went in a stretch, and what stands at its end; a stretch that lasts ends `now`. */
export function tellPeriod(
  lives: readonly LineLife[],
  { from, to }: Stretch,
  now: number,
): Omit<PeriodTrend, 'name' | 'from' | 'to'> {
  // The end itself belongs to what follows.
  const end = Math.min(to - 1, now);
  const isIn = (instant: number | null): boolean => instant !== null && instant >= from && instant <= end;
  const admitted = lives.filter(({ stays }) => isIn(stays[0]?.from ?? null));
  const gone = lives.filter(({ stays, isMerged }) => !isMerged && isIn(stays.at(-1)?.to ?? null));
  const fates = countFates(gone);
  return {
    over: to <= now,
    admitted: admitted.length,
    paid: fates.refactored + fates.deleted,
    fates,
    carriedOver: countOpen(admitted, end),
    open: countOpen(lives, end),
  };
}

/** How many went how. */
export function countFates(lives: readonly LineLife[]): FateCounts {
  const counts = { refactored: 0, deleted: 0, swept: 0, unclear: 0 };
  for (const { fate } of lives) if (fate !== null) counts[fate]++;
  return counts;
}
