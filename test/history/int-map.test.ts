import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { IntMap } from '../../src/history/int-map.ts';

const entries = fc.array(fc.tuple(fc.oneof(fc.nat(40), fc.nat(2 ** 25 - 1)), fc.option(fc.nat(3), { nil: undefined })));

type Entries = readonly (readonly [number, number | undefined])[];

function built(list: Entries, from = IntMap.empty<number>()): IntMap<number> {
  return list.reduce((map, [key, value]) => map.with(key, value), from);
}

function model(list: Entries, from = new Map<number, number>()): Map<number, number> {
  const map = new Map(from);
  for (const [key, value] of list) {
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  }
  return map;
}

test('a persistent map holds what was put in last, by ascending key', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const expected = [...model(list)].toSorted(([one], [other]) => one - other).map(([, value]) => value);
      assert.deepEqual(built(list).values(), expected);
    }),
    { numRuns: 200 },
  );
});

test('a changed copy leaves its origin as it was, and they differ in what was changed', () => {
  fc.assert(
    fc.property(entries, entries, (list, changes) => {
      const origin = built(list);
      const copy = built(changes, origin);
      const [before, after] = [model(list), model(changes, model(list))];
      const keys = [...new Set([...before.keys(), ...after.keys()])].filter(
        (key) => before.get(key) !== after.get(key),
      );
      const expected = keys
        .toSorted((one, other) => one - other)
        .map((key) => ({ key, before: before.get(key), after: after.get(key) }));
      assert.deepEqual(origin.differences(copy), expected);
    }),
    { numRuns: 200 },
  );
});

test('a union has the keys of both, and is the same object where the other adds nothing', () => {
  fc.assert(
    fc.property(entries, entries, (one, other) => {
      const union = built(one).union(built(other));
      const expected = model([...model(other), ...model(one)]);
      for (const [key, value] of expected) assert.equal(union.get(key), value);
      assert.equal(union.values().length, expected.size);
      assert.equal(union.union(built(one)), union);
    }),
    { numRuns: 200 },
  );
});
