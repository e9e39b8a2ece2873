import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectPayDown } from '../../src/insights/projection.ts';
import type { LineLife, Stretch } from '../../src/model/trend.ts';
import { buildLife } from './lives.ts';

const WEEK = 100;

/** Weeks 0, 1, 2 … of 100 seconds; the one that lasts is a half over. */
function weeks(count: number): { past: Stretch[]; current: Stretch; now: number } {
  const all = Array.from({ length: count + 1 }, (_, n) => ({ from: n * WEEK, to: (n + 1) * WEEK }));
  return { past: all.slice(0, count), current: { from: count * WEEK, to: (count + 1) * WEEK }, now: count * WEEK + 50 };
}

/** As many hacks as `open` that stand, and `pace` that go in the second half of every week. */
function team(open: number, pace: number, count: number): LineLife[] {
  const gone = Array.from({ length: count }, (_, n) =>
    Array.from({ length: pace }, () => buildLife([0, n * WEEK + 75])),
  );
  return [...Array.from({ length: open }, () => buildLife([0, null])), ...gone.flat()];
}

test('a team that pays two a week will have paid two by the end of this one, and needs four weeks for the other eight', () => {
  const { open, periods, history, gone } = projectPayDown({ lives: team(10, 2, 6), ...weeks(6) });
  assert.deepEqual([history, gone], [6, 12]);
  assert.deepEqual(open, { median: 8, low: 8, high: 8 });
  assert.deepEqual(periods, { median: 4, low: 4, high: 4 });
});

test('uneven weeks give an interval, and the same one in every run', () => {
  const lives = [...team(10, 0, 0), ...[25, 75, 175, 180, 380].map((to) => buildLife([0, to]))];
  const ground = { lives, ...weeks(5) };
  const { open } = projectPayDown(ground);
  assert.ok(open && open.high !== null && open.low < open.high, JSON.stringify(open));
  assert.deepEqual(projectPayDown(ground), projectPayDown(ground));
});

test('only what went in the rest of a week counts for the rest of this one', () => {
  const early = Array.from({ length: 5 }, (_, n) => buildLife([0, n * WEEK + 10]));
  const { open } = projectPayDown({ lives: [...team(10, 0, 0), ...early], ...weeks(5) });
  assert.deepEqual(open, { median: 10, low: 10, high: 10 });
});

test('with three full weeks nothing is projected', () => {
  const { open, periods, history, needed } = projectPayDown({ lives: team(10, 2, 3), ...weeks(3) });
  assert.deepEqual([open, periods, history, needed], [null, null, 3, 4]);
});

test('where nothing ever went nothing is projected', () => {
  assert.equal(projectPayDown({ lives: team(10, 0, 0), ...weeks(8) }).open, null);
});

test('a pace that leads nowhere has no end within a year', () => {
  const { periods } = projectPayDown({ lives: [...team(1000, 0, 0), buildLife([0, 75])], ...weeks(8) });
  assert.deepEqual(periods, { median: null, low: 52, high: null });
});
