import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countOpen, isOpenAt, tellPeriod } from '../../src/insights/burndown.ts';
import { buildLife } from './lives.ts';

const TODAY = 100;

test('what comes at a second is open at it, what goes at a second is not', () => {
  const life = buildLife([10, 20]);
  assert.deepEqual(
    [9, 10, 19, 20].map((instant) => isOpenAt(life, instant)),
    [false, true, true, false],
  );
});

test('a reopened hack is not open in between', () => {
  const life = buildLife([10, 20], [30, null]);
  assert.deepEqual(
    [15, 25, 35].map((instant) => isOpenAt(life, instant)),
    [true, false, true],
  );
});

test('a period tells what was admitted, paid and swept in it, and what it leaves behind', () => {
  const lives = [
    buildLife([5, null]),
    buildLife([12, 14]),
    buildLife([13, null]),
    { ...buildLife([8, 15]), fate: 'swept' } as const,
    { ...buildLife([8, 16]), fate: 'unclear' } as const,
    buildLife([20, null]),
  ];
  assert.deepEqual(tellPeriod(lives, { from: 10, to: 20 }, TODAY), {
    over: true,
    admitted: 2,
    paid: 1,
    fates: { refactored: 1, deleted: 0, swept: 1, unclear: 1 },
    carriedOver: 1,
    open: 2,
  });
});

test('a hack that turned out to be an older one is admitted, but never paid', () => {
  const merged = { ...buildLife([12, 14]), isMerged: true };
  const { admitted, paid, open } = tellPeriod([merged], { from: 10, to: 20 }, TODAY);
  assert.deepEqual([admitted, paid, open], [1, 0, 0]);
});

test('a period that lasts ends now', () => {
  const told = tellPeriod([buildLife([12, null]), buildLife([17, null])], { from: 10, to: 20 }, 15);
  assert.deepEqual([told.over, told.admitted, told.open], [false, 1, 1]);
});

test('periods that meet add up: what was open, and came, and did not go, is open', () => {
  const stay = fc.tuple(fc.nat(90), fc.option(fc.integer({ min: 1, max: 60 })));
  const holds = fc.property(fc.array(stay, { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (stays, length) => {
    const lives = stays.map(([from, lasts]) => buildLife([from, lasts === null ? null : from + lasts]));
    const before = countOpen(lives, 29);
    const { admitted, fates, open } = tellPeriod(lives, { from: 30, to: 30 + length }, 1000);
    const gone = fates.refactored + fates.deleted + fates.swept + fates.unclear;
    return before + admitted - gone === open;
  });
  fc.assert(holds, { numRuns: 300 });
});
