import type { SurvivalCurve, SurvivalMedian, SurvivalStep } from '../model/trend.ts';

/** One life that was looked at: for how long, and whether its end was seen or it still lives. */
export interface Observation {
  readonly time: number;
  readonly isOver: boolean;
}

/** 97.5 % of a normal distribution lie below. */
const Z = 1.959963984540054;
const HALF = 0.5;
const TOLERANCE = Math.sqrt(Number.EPSILON);

/**
 * The share of lives that last longer than each time (Kaplan & Meier 1958), with Greenwood's standard error and the 95 % band on
 * the log scale, cut at 1: what `survfit` of R's survival package gives by default (`conf.type = "log"`). Times in any unit.
 */
export function estimateSurvival(observations: readonly Observation[]): SurvivalCurve {
  const steps = buildSteps(observations);
  return { ...findMedian(steps), steps };
}

function buildSteps(observations: readonly Observation[]): SurvivalStep[] {
  const sorted = observations.toSorted((one, other) => one.time - other.time);
  const steps: SurvivalStep[] = [];
  let [survival, hazardVariance] = [1, 0];
  for (let index = 0; index < sorted.length;) {
    const { time = 0 } = sorted[index] ?? {};
    const atRisk = sorted.length - index;
    let gone = 0;
    for (; sorted[index]?.time === time; index++) if (sorted[index]?.isOver) gone++;
    if (gone === 0) continue;
    survival *= (atRisk - gone) / atRisk;
    hazardVariance += gone / (atRisk * (atRisk - gone));
    steps.push({ time, atRisk, gone, survival, ...bandOf(survival, hazardVariance) });
  }
  return steps;
}

/** Where nothing survives the logarithm has no value, nor has the band. */
function bandOf(survival: number, hazardVariance: number): Pick<SurvivalStep, 'standardError' | 'lower' | 'upper'> {
  if (survival === 0) return { standardError: null, lower: null, upper: null };
  const error = Math.sqrt(hazardVariance);
  return {
    standardError: survival * error,
    lower: survival * Math.exp(-Z * error),
    upper: Math.min(1, survival * Math.exp(Z * error)),
  };
}

/** Where a line at one half meets the curve and its band (Brookmeyer & Crowley 1982). */
function findMedian(steps: readonly SurvivalStep[]): SurvivalMedian {
  return {
    median: findCrossing(steps, ({ survival }) => survival),
    lower: findCrossing(steps, ({ lower }) => lower),
    upper: findCrossing(steps, ({ upper }) => upper),
  };
}

/** The first time at or below one half; where the curve runs exactly along it, the middle of that stretch. */
function findCrossing(steps: readonly SurvivalStep[], valueOf: (step: SurvivalStep) => number | null): number | null {
  const below = steps.flatMap((step) => {
    const value = valueOf(step);
    return value !== null && value < HALF + TOLERANCE ? [{ time: step.time, value }] : [];
  });
  const [first] = below;
  if (!first) return null;
  const next = below.find(({ value }) => value < first.value);
  return next && Math.abs(first.value - HALF) < TOLERANCE ? (first.time + next.time) / 2 : first.time;
}
