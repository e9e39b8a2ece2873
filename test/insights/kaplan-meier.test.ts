import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { estimateSurvival, type Observation } from '../../src/insights/kaplan-meier.ts';

/** Times as statisticians write them: `13+` = still alive when last seen. */
function observationsOf(times: string): Observation[] {
  return times.split(' ').map((time) => ({ time: Number(time.replace('+', '')), isOver: !time.endsWith('+') }));
}

type Row = readonly [
  time: number,
  atRisk: number,
  gone: number,
  survival: string,
  error: string,
  lower: string,
  upper: string,
];

interface Published {
  readonly name: string;
  readonly times: string;
  /** As `summary(survfit(...))` prints them: `NA` = no value. */
  readonly rows: readonly Row[];
  /** `median`, `0.95LCL`, `0.95UCL`; null where not published beside them. */
  readonly median: readonly [number | null, number | null, number | null] | null;
}

/**
 * What R's survival package prints with its default band (`conf.type = "log"`). aml: tests/doaml.Rout.save of that package, from Miller,
 * Survival Analysis (1981). ovarian: Edmunson et al. (1979) as the package ships it. drug6mp: Freireich et al. (1963), example 4.1 of Klein &
 * Moeschberger, as KMsurv ships it.
 */
const PUBLISHED: readonly Published[] = [
  {
    name: 'aml, maintained',
    times: '9 13 13+ 18 23 28+ 31 34 45+ 48 161+',
    rows: [
      [9, 11, 1, '0.909', '0.0867', '0.7541', '1.000'],
      [13, 10, 1, '0.818', '0.1163', '0.6192', '1.000'],
      [18, 8, 1, '0.716', '0.1397', '0.4884', '1.000'],
      [23, 7, 1, '0.614', '0.1526', '0.3769', '0.999'],
      [31, 5, 1, '0.491', '0.1642', '0.2549', '0.946'],
      [34, 4, 1, '0.368', '0.1627', '0.1549', '0.875'],
      [48, 2, 1, '0.184', '0.1535', '0.0359', '0.944'],
    ],
    median: [31, 18, null],
  },
  {
    name: 'aml, not maintained',
    times: '5 5 8 8 12 16+ 23 27 30 33 43 45',
    rows: [
      [5, 12, 2, '0.8333', '0.1076', '0.6470', '1.000'],
      [8, 10, 2, '0.6667', '0.1361', '0.4468', '0.995'],
      [12, 8, 1, '0.5833', '0.1423', '0.3616', '0.941'],
      [23, 6, 1, '0.4861', '0.1481', '0.2675', '0.883'],
      [27, 5, 1, '0.3889', '0.1470', '0.1854', '0.816'],
      [30, 4, 1, '0.2917', '0.1387', '0.1148', '0.741'],
      [33, 3, 1, '0.1944', '0.1219', '0.0569', '0.664'],
      [43, 2, 1, '0.0972', '0.0919', '0.0153', '0.620'],
      [45, 1, 1, '0.0000', 'NA', 'NA', 'NA'],
    ],
    median: [23, 8, null],
  },
  {
    name: 'ovarian, treatment 1',
    times: '59 115 156 431 448+ 477+ 638 803+ 855+ 1040+ 1106+ 268 329',
    rows: [
      [59, 13, 1, '0.923', '0.0739', '0.789', '1.000'],
      [115, 12, 1, '0.846', '0.1001', '0.671', '1.000'],
      [156, 11, 1, '0.769', '0.1169', '0.571', '1.000'],
      [268, 10, 1, '0.692', '0.1280', '0.482', '0.995'],
      [329, 9, 1, '0.615', '0.1349', '0.400', '0.946'],
      [431, 8, 1, '0.538', '0.1383', '0.326', '0.891'],
      [638, 5, 1, '0.431', '0.1467', '0.221', '0.840'],
    ],
    median: null,
  },
  {
    name: 'ovarian, treatment 2',
    times: '421+ 464 475 563 744+ 769+ 770+ 1129+ 1206+ 1227+ 353 365 377+',
    rows: [
      [353, 13, 1, '0.923', '0.0739', '0.789', '1.000'],
      [365, 12, 1, '0.846', '0.1001', '0.671', '1.000'],
      [464, 9, 1, '0.752', '0.1256', '0.542', '1.000'],
      [475, 8, 1, '0.658', '0.1407', '0.433', '1.000'],
      [563, 7, 1, '0.564', '0.1488', '0.336', '0.946'],
    ],
    median: null,
  },
  {
    name: 'drug6mp',
    times: '10 7 32+ 23 22 6 16 34+ 32+ 25+ 11+ 20+ 19+ 6 17+ 35+ 6 13 9+ 6+ 10+',
    rows: [
      [6, 21, 3, '0.857', '0.0764', '0.720', '1.000'],
      [7, 17, 1, '0.807', '0.0869', '0.653', '0.996'],
      [10, 15, 1, '0.753', '0.0963', '0.586', '0.968'],
      [13, 12, 1, '0.690', '0.1068', '0.510', '0.935'],
      [16, 11, 1, '0.627', '0.1141', '0.439', '0.896'],
      [22, 7, 1, '0.538', '0.1282', '0.337', '0.858'],
      [23, 6, 1, '0.448', '0.1346', '0.249', '0.807'],
    ],
    median: null,
  },
];

function printed(value: number | null, like: string): string {
  return value === null ? 'NA' : value.toFixed(like.split('.')[1]?.length ?? 0);
}

for (const { name, times, rows, median } of PUBLISHED) {
  const curve = estimateSurvival(observationsOf(times));

  test(`${name}: the curve and its band are the published ones, digit for digit`, () => {
    const ours = curve.steps.map((step, index): Row => {
      const [, , , survival = '', error = '', lower = '', upper = ''] = rows[index] ?? [];
      const numbers = [printed(step.survival, survival), printed(step.standardError, error)] as const;
      return [step.time, step.atRisk, step.gone, ...numbers, printed(step.lower, lower), printed(step.upper, upper)];
    });
    assert.deepEqual(ours, rows);
  });

  if (median) {
    test(`${name}: the median and its band are the published ones`, () => {
      assert.deepEqual([curve.median, curve.lower, curve.upper], median);
    });
  }
}

test('a curve that runs along one half has its median in the middle of that stretch', () => {
  assert.equal(estimateSurvival(observationsOf('1 3 7 9')).median, 5);
});

test('a curve that never comes down to one half has no median', () => {
  assert.equal(estimateSurvival(observationsOf('1 3+ 7+ 9+')).median, null);
});

test('nothing observed, nothing said', () => {
  assert.deepEqual(estimateSurvival([]), { median: null, lower: null, upper: null, steps: [] });
});

test('without censoring the curve is the share of lives that last longer', () => {
  const lives = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 });
  const holds = fc.property(lives, (times) => {
    const { steps } = estimateSurvival(times.map((time) => ({ time, isOver: true })));
    return steps.every(({ time, survival }) => {
      const share = times.filter((other) => other > time).length / times.length;
      return Math.abs(survival - share) < 1e-9;
    });
  });
  fc.assert(holds, { numRuns: 200 });
});
