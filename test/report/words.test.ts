import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { renderFates } from '../../src/report/fates.ts';
import { countIdDigits, shortenId } from '../../src/report/ids.ts';
import { findShare } from '../../src/report/terminal/share.ts';
import { cutToWidth, measureWidth, padToWidth } from '../../src/report/width.ts';
import { renderAge, renderCount, renderMoment, renderNumber } from '../../src/report/words.ts';

test('numbers have commas on every machine', () => {
  assert.deepEqual([0, 999, 1000, 5012, 1234567].map(renderNumber), ['0', '999', '1,000', '5,012', '1,234,567']);
});

test('one is singular', () => {
  assert.deepEqual([renderCount(1, 'touch', 'touches'), renderCount(0, 'hack')], ['1 touch', '0 hacks']);
});

test('ages are hours, then days, then years', () => {
  assert.deepEqual([-1, 0.05, 1.99, 2, 729.9, 730].map(renderAge), [
    '0 hours',
    '1 hour',
    '47 hours',
    '2 days',
    '729 days',
    '2.0 years',
  ]);
});

test('a moment is told with its zone', () => {
  assert.equal(renderMoment('2026-11-17T18:00:00Z'), '2026-11-17 18:00 UTC');
  assert.equal(renderMoment('2026-11-17T18:00:00+05:30'), '2026-11-17 18:00 +05:30');
});

test('removals that nobody judged are counted, too', () => {
  assert.equal(
    renderFates({ refactored: 2, deleted: 0, swept: 1, unclear: 0 }, 4),
    '2 refactored, 1 swept, 1 not judged',
  );
  assert.equal(renderFates({ refactored: 0, deleted: 0, swept: 0, unclear: 0 }, 4), '');
});

test('ids have 8 digits, or as many as tell them apart', () => {
  assert.equal(countIdDigits(['hd-0123456789abcdef', 'hd-f123456789abcdef']), 8);
  assert.equal(countIdDigits(['hd-0123456789abcdef', 'hd-0123456780abcdef', 'hd-f000000000000000']), 10);
  assert.equal(countIdDigits([]), 8);
  assert.equal(shortenId('hd-0123456789abcdef', 8), 'hd-01234567');
});

test('shortened ids are as different as the ids', () => {
  const id = fc.array(fc.constantFrom('0', '1'), { minLength: 16, maxLength: 16 }).map((bits) => `hd-${bits.join('')}`);
  const property = fc.property(fc.uniqueArray(id, { maxLength: 60 }), (ids) => {
    const digits = countIdDigits(ids);
    assert.equal(new Set(ids.map((full) => shortenId(full, digits))).size, ids.length);
  });
  fc.assert(property, { numRuns: 200 });
});

test('wide characters take two columns, combining ones none', () => {
  assert.deepEqual(['abc', '後で', 'e\u0301', '🙈'].map(measureWidth), [3, 4, 1, 2]);
});

test('a cut text never is wider than asked, and a text that fits is not cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.integer({ min: 1, max: 40 }), (text, width) => {
      const cut = cutToWidth(text, width);
      assert.ok(measureWidth(cut) <= width);
      if (measureWidth(text) <= width) assert.equal(cut, text);
      assert.ok(measureWidth(padToWidth(cut, width)) === width);
    }),
    { numRuns: 300 },
  );
});

test('a share is the most that fits', () => {
  assert.equal(findShare([3, 2], 5), 3);
  assert.equal(findShare([3, 2], 4), 1);
  assert.equal(findShare([300, 2], 10), 7);
  assert.equal(findShare([5, 5, 5], 2), 0);
  assert.equal(findShare([], 10), 0);
});
