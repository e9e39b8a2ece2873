import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { packChanges, unpackChanges } from '../../src/store/change-packing.ts';
import { packSights, unpackSights } from '../../src/store/sight-packing.ts';

const PLAIN = { noNullPrototype: true };
const small = fc.integer({ min: 1, max: 2 ** 28 });

test('packed sights come back as they were', () => {
  const sight = fc.record({ wording: small, line: small, column: small, endLine: small }, PLAIN);
  fc.assert(fc.property(fc.array(sight), (sights) => assert.deepEqual(unpackSights(packSights(sights)), sights)));
});

test('a sight in a text like its neighbours takes four bytes', () => {
  const sights = [1, 2, 3].map((n) => ({ wording: n, line: 20 * n, column: 4, endLine: 20 * n }));
  assert.equal(packSights(sights).length, 12);
});

test('packed changes come back as they were', () => {
  const node = fc.option(small);
  const changes = fc.array(fc.record({ before: node, after: node }, PLAIN));
  fc.assert(fc.property(changes, (list) => assert.deepEqual(unpackChanges(packChanges(list)), list)));
});

test('a commit that changes no markers keeps nothing', () => {
  assert.equal(packChanges([]), null);
});
