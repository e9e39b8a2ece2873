import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { packDistances, packNumbers, unpackDistances, unpackNumbers } from '../../src/store/number-packing.ts';

test('packed numbers come back as they were', () => {
  const numbers = fc.array(fc.nat({ max: 2 ** 31 - 1 }));
  fc.assert(fc.property(numbers, (list) => assert.deepEqual(unpackNumbers(packNumbers(list)), list)));
});

test('packed distances come back as they were, from any start', () => {
  const number = fc.integer({ min: -(2 ** 29), max: 2 ** 29 });
  fc.assert(
    fc.property(fc.array(number), number, (list, start) =>
      assert.deepEqual(unpackDistances(packDistances(list, start), start), list),
    ),
  );
});

test('numbers below 128 take one byte each', () => {
  assert.deepEqual([...packNumbers([0, 1, 127, 128])], [0, 1, 127, 128, 1]);
});

test('distances between neighbours are small, whatever the numbers', () => {
  assert.equal(packDistances([100_000, 100_001, 100_000]).length, 5);
});
