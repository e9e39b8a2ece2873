import assert from 'node:assert/strict';
import { test } from 'node:test';
import { observationsOf, tellHalfLife } from '../../src/insights/half-life.ts';
import { buildLife } from './lives.ts';

const DAY = 86_400;

test('a life counts in days from its first landing to its end, gaps included; the living up to now', () => {
  const lives = [buildLife([0, 2 * DAY]), buildLife([DAY, 2 * DAY], [3 * DAY, 5 * DAY]), buildLife([4 * DAY, null])];
  assert.deepEqual(observationsOf(lives, 10 * DAY), [
    { time: 2, isOver: true },
    { time: 4, isOver: true },
    { time: 6, isOver: false },
  ]);
});

test('a hack that turned out to be an older one is not looked at twice', () => {
  assert.deepEqual(observationsOf([{ ...buildLife([0, DAY]), isMerged: true }], DAY), []);
});

const MEDIAN = { median: 3, lower: 1, upper: null };

for (const [gone, enough] of [
  [4, false],
  [5, true],
] as const) {
  test(`with ${gone} ends there is ${enough ? 'a' : 'no'} half-life to tell`, () => {
    const seen = Array.from({ length: 9 }, (_, n) => ({ time: n, isOver: n < gone }));
    assert.deepEqual(tellHalfLife(seen, MEDIAN), { ...MEDIAN, hacks: 9, gone, enough });
  });
}
