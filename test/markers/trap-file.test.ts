import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMarkers } from '../../src/markers/find-markers.ts';
import { TRAP_FILE } from './trap-file.ts';

for (const [path, { real, none }] of Object.entries(TRAP_FILE)) {
  for (const text of real) {
    test(`${path}: ${JSON.stringify(text)} holds one tag`, () => {
      assert.deepEqual(
        findMarkers(text, path).map(({ kind }) => kind),
        ['tag'],
      );
    });
  }
  for (const text of none) {
    test(`${path}: ${JSON.stringify(text)} holds none`, () => assert.deepEqual(findMarkers(text, path), []));
  }
}

test('at least 50 real markers and 50 traps are tried', () => {
  const files = Object.values(TRAP_FILE);
  assert.ok(files.flatMap(({ real }) => real).length >= 50);
  assert.ok(files.flatMap(({ none }) => none).length >= 50);
});
