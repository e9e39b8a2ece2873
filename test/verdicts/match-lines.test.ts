import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { matchLines } from '../../src/verdicts/match-lines.ts';

const LINES: fc.Arbitrary<string[]> = fc.array(fc.constantFrom('{', '}', 'heat', 'serve', 'wash', 'taste', 'end'), {
  maxLength: 40,
});
const RUNS = { numRuns: 400, seed: 11 };

test('only equal lines are matched, and matches ascend on both sides', () => {
  fc.assert(
    fc.property(LINES, LINES, (before, after) => {
      const pairs = [...matchLines(before, after).entries()].filter(([, place]) => place >= 0);
      assert.ok(pairs.every(([index, place]) => before[index] === after[place]));
      assert.ok(pairs.every(([, place], step) => step === 0 || place > (pairs[step - 1]?.[1] ?? -1)));
    }),
    RUNS,
  );
});

test('equal texts match line by line', () => {
  fc.assert(
    fc.property(LINES, (lines) => {
      assert.deepEqual([...matchLines(lines, lines)], [...lines.keys()]);
    }),
    RUNS,
  );
});

test('lines put into a text leave all of its own lines matched', () => {
  fc.assert(
    fc.property(LINES, fc.nat(40), fc.array(fc.constant<string>('new'), { maxLength: 5 }), (lines, place, added) => {
      const after = lines.toSpliced(Math.min(place, lines.length), 0, ...added);
      assert.ok(matchLines(lines, after).every((index) => index >= 0));
    }),
    RUNS,
  );
});

test('lines taken out of a text leave all of the others matched', () => {
  fc.assert(
    fc.property(LINES, fc.nat(40), (lines, place) => {
      const match = matchLines(lines, lines.toSpliced(place, 3));
      assert.equal(match.filter((index) => index >= 0).length, lines.length - lines.slice(place, place + 3).length);
    }),
    RUNS,
  );
});

test('an added block begins with its header, not with the closing line above it', () => {
  const before = ['if (a) {', 'end', 'rest'];
  const after = ['if (a) {', 'end', 'if (b) {', 'end', 'rest'];
  assert.deepEqual([...matchLines(before, after)], [0, 1, 4]);
});

test('a removed block begins with its header, not with the closing line above it', () => {
  const before = ['if (a) {', 'end', 'if (b) {', 'end', 'rest'];
  assert.deepEqual([...matchLines(before, ['if (a) {', 'end', 'rest'])], [0, 1, -1, -1, 2]);
});
