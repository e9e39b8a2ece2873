import type { FateCounts, Head } from '../../model/head.ts';
import type * as trends from '../../model/trend.ts';
import type { ShapeOf } from './shape.ts';

const fates: ShapeOf<FateCounts> = { refactored: null, deleted: null, swept: null, unclear: null };
const median: ShapeOf<trends.SurvivalMedian> = { median: null, lower: null, upper: null };
const step: ShapeOf<trends.SurvivalStep> = {
  time: null,
  atRisk: null,
  gone: null,
  survival: null,
  standardError: null,
  lower: null,
  upper: null,
};
const spread: ShapeOf<trends.Spread> = { median: null, low: null, high: null };
const projection: ShapeOf<trends.Projection> = {
  history: null,
  needed: null,
  gone: null,
  until: null,
  open: spread,
  periods: spread,
};
const period: ShapeOf<trends.PeriodTrend> = {
  name: null,
  from: null,
  to: null,
  over: null,
  admitted: null,
  paid: null,
  fates,
  carriedOver: null,
  open: null,
};
const burndown: ShapeOf<trends.BurndownPoint> = { date: null, number: null, open: null, observed: null, over: null };
const halfLife: ShapeOf<trends.HalfLife> = { ...median, hacks: null, gone: null, enough: null };

/** What a trend says beyond its head. */
export const TREND: ShapeOf<Omit<trends.TrendReport, keyof Head | 'schema'>> = {
  asOf: null,
  unit: null,
  timezone: null,
  open: null,
  fates,
  burndown,
  periods: period,
  milestones: { name: null, date: null, open: null },
  halfLife,
  survival: { ...median, steps: step },
  projection,
};
