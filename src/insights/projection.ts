import type { LineLife, Projection, Spread, Stretch } from '../model/trend.ts';
import { isOpenAt } from './burndown.ts';
import { buildRandom } from './random.ts';

/** What the projection goes by: the lives, the full periods behind (oldest first), the one that lasts, and now; in seconds. */
export interface ProjectionGround {
  readonly lives: readonly LineLife[];
  readonly past: readonly Stretch[];
  readonly current: Stretch;
  readonly now: number;
}

/** With fewer full periods the interval would be made up. */
const NEEDED = 4;
const RUNS = 2000;
const SEED = 20261117;
/** So far ahead is looked. */
const MOST_PERIODS = 52;
/** Eight of ten runs lie between. */
const [LOW, HIGH] = [0.1, 0.9];

/**
 * How many of the hacks that are open now will be at the end of the period, and how many more periods the rest takes: past periods
 * are drawn by chance and repeat themselves, 2000 times from one seed. What is admitted from now on is not counted.
 */
export function projectPayDown({ lives, past, current, now }: ProjectionGround): Omit<Projection, 'until'> {
  const open = lives.filter((life) => isOpenAt(life, now)).length;
  const elapsed = now - current.from;
  const whole = past.map((period) => countGone(lives, period));
  const rest = past.map(({ from, to }) => countGone(lives, { from: Math.min(from + elapsed, to), to }));
  const gone = whole.reduce((sum, count) => sum + count, 0);
  const told = { history: past.length, needed: NEEDED, gone };
  if (past.length < NEEDED || gone === 0) return { ...told, open: null, periods: null };
  const runs = play(open, { rest, whole });
  return {
    ...told,
    open: spreadOf(runs.map(({ left }) => left)),
    periods: open === 0 ? null : spreadOf(runs.map(({ periods }) => periods)),
  };
}

/** How many of those that stood when a stretch began were gone when it ended. */
function countGone(lives: readonly LineLife[], { from, to }: Stretch): number {
  return lives.filter((life) => isOpenAt(life, from) && !isOpenAt(life, to - 1)).length;
}

interface Paces {
  /** What went in the rest of each past period, from the same moment in it as now. */
  readonly rest: readonly number[];
  readonly whole: readonly number[];
}

interface RunOfChance {
  readonly left: number;
  /** Infinity where the hacks outlast what is looked at. */
  readonly periods: number;
}

function play(open: number, { rest, whole }: Paces): RunOfChance[] {
  const random = buildRandom(SEED);
  const draw = (counts: readonly number[]): number => counts[Math.floor(random() * counts.length)] ?? 0;
  return Array.from({ length: RUNS }, () => {
    const left = Math.max(0, open - draw(rest));
    return { left, periods: countPeriods(left, () => draw(whole)) };
  });
}

/** The last period counts by the part of it that is needed. */
function countPeriods(left: number, draw: () => number): number {
  let open = left;
  for (let periods = 0; periods < MOST_PERIODS; periods++) {
    const gone = draw();
    if (gone >= open) return open === 0 ? periods : periods + open / gone;
    open -= gone;
  }
  return Infinity;
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { median: finite(at(0.5)), low: finite(at(LOW)) ?? MOST_PERIODS, high: finite(at(HIGH)) };
}

function finite(value: number): number | null {
  return value === Infinity ? null : value;
}
