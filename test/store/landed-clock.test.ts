import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildLandedClock } from '../../src/store/landed-clock.ts';

test('a commit lands no earlier than the one before it', () => {
  assert.deepEqual(buildLandedClock([10, 30, 20, 40], 100), [10, 30, 30, 40]);
});

test('a date in the future is ignored', () => {
  assert.deepEqual(buildLandedClock([10, 9999, 20], 100), [10, 10, 20]);
});

test('before the first sound date that date counts', () => {
  assert.deepEqual(buildLandedClock([9999, 20, 30], 100), [20, 20, 30]);
});

test('where no date is sound, all landed now', () => {
  assert.deepEqual(buildLandedClock([9999, 8888], 100), [100, 100]);
});
