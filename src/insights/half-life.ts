import type { HalfLife, LineLife, SurvivalCurve } from '../model/trend.ts';
import type { Observation } from './kaplan-meier.ts';

const DAY_SECONDS = 86_400;

/** With fewer ends any median is chance. */
const ENOUGH = 5;

/** Each life in days on the mainline, from its first landing to its end, or to `now` (seconds). Those that are another hack do not count. */
export function observationsOf(lives: readonly LineLife[], now: number): Observation[] {
  return lives.flatMap(({ stays, isMerged }) => {
    const [first, last] = [stays[0], stays.at(-1)];
    if (isMerged || !first || !last || first.from > now) return [];
    return [{ time: Math.max(0, (last.to ?? now) - first.from) / DAY_SECONDS, isOver: last.to !== null }];
  });
}

/** What the curve over these observations says in one sentence. */
export function tellHalfLife(
  observations: readonly Observation[],
  { median, lower, upper }: Omit<SurvivalCurve, 'steps'>,
): HalfLife {
  const gone = observations.filter(({ isOver }) => isOver).length;
  return { median, lower, upper, hacks: observations.length, gone, enough: gone >= ENOUGH };
}
