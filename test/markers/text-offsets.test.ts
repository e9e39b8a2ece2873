import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textOffsets } from '../../src/markers/decode.ts';

const word = fc.constantFrom('stir the soup ', '\n', 'größe ', '\u6e6f', '\u{1f372}', 'x'.repeat(700));

test('an offset in UTF-8 is that of the same character in the text', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const starts = words.map((_, index) => words.slice(0, index).join(''));
      const bytes = Buffer.from(words.join(''));
      assert.deepEqual(
        textOffsets(
          bytes,
          'utf8',
          starts.map((start) => Buffer.byteLength(start)),
        ),
        starts.map((start) => start.length),
      );
    }),
  );
});
