import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { decodePath, encodePath } from '../../src/git/paths.ts';

const ODD_BYTES = fc.array(
  fc.oneof(fc.constantFrom(0x22, 0x5c, 0x0a, 0x1b, 0xe9, 0xc3, 0xa9, 0x2f, 0x61), fc.nat(255)),
  {
    minLength: 1,
    maxLength: 12,
  },
);

test('every path decodes to one spelling that encodes back to its bytes', () => {
  fc.assert(
    fc.property(ODD_BYTES, (bytes) => {
      const path = Buffer.from(bytes);
      assert.deepEqual(encodePath(decodePath(path)), path);
    }),
    { numRuns: 1000 },
  );
});

test('different paths have different spellings', () => {
  fc.assert(
    fc.property(ODD_BYTES, ODD_BYTES, (left, right) => {
      const isEqual = decodePath(Buffer.from(left)) === decodePath(Buffer.from(right));
      assert.equal(isEqual, Buffer.from(left).equals(Buffer.from(right)));
    }),
    { numRuns: 1000 },
  );
});

test('a path in UTF-8 is spelled as it is, line breaks and all', () => {
  assert.equal(decodePath(Buffer.from('src/größe\n\x1b[31m.c')), 'src/größe\n\x1b[31m.c');
});

test('a path that is no UTF-8 is spelled as git quotes it', () => {
  assert.equal(decodePath(Buffer.from('caf\xe9 "x"\\\t.c', 'latin1')), '"caf\\351 \\"x\\"\\\\\\t.c"');
});

test('a path that begins with a quotation mark is quoted, so that it cannot be taken for a quoted one', () => {
  assert.equal(decodePath(Buffer.from('"a"')), '"\\"a\\""');
});

test('a replacement character that is really in the name is no reason to quote it', () => {
  assert.equal(decodePath(Buffer.from('odd\uFFFD.c')), 'odd\uFFFD.c');
});
