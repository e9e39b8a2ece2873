import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as read from '../../src/cli/options.ts';
import type { Given } from '../../src/cli/given.ts';

function given(options: Given['options'] = {}, ...args: string[]): Given {
  return { args, options };
}

test('a list is of the open hacks, most touched first', () => {
  const { sort, filter, at } = read.readListOptions(given());
  assert.deepEqual([sort, filter.statuses, at], ['touches', ['open'], null]);
});

test('who asks for fates asks for the removed', () => {
  const { filter } = read.readListOptions(given({ fate: ['swept,unclear'] }));
  assert.deepEqual([filter.statuses, filter.fates], [['removed'], ['swept', 'unclear']]);
});

test('--status all is no filter', () => {
  assert.deepEqual(read.readListOptions(given({ status: ['all'] })).filter.statuses, []);
});

test('tags are upper-case and may be a list; paths keep their commas', () => {
  const { filter } = read.readListOptions(given({ tag: ['todo,fixme', 'xxx'], path: ['a,b'] }));
  assert.deepEqual([filter.tags, filter.paths], [['TODO', 'FIXME', 'XXX'], ['a,b']]);
});

test('ages come in days, weeks, months and years', () => {
  const days = ['30', '30d', '4w', '6m', '1y'].map(
    (minAge) => read.readListOptions(given({ minAge })).filter.minAgeDays,
  );
  assert.deepEqual(days, [30, 30, 28, 180, 365]);
});

const TARGETS = [
  { typed: 'hd-3f9a2c1b', target: { kind: 'id', prefix: '3f9a2c1b' } },
  { typed: '3F9A', target: { kind: 'id', prefix: '3f9a' } },
  { typed: 'src/a.ts:42', target: { kind: 'place', path: 'src/a.ts', line: 42 } },
  { typed: 'src/a.ts:42:7', target: { kind: 'place', path: 'src/a.ts', line: 42 } },
  { typed: 'a:b:1', target: { kind: 'place', path: 'a:b', line: 1 } },
] as const;

for (const { typed, target } of TARGETS) {
  test(`show ${typed} means the ${target.kind}`, () => {
    assert.deepEqual(read.readShowOptions(given({}, typed)).target, target);
  });
}

function sourceOf(options: Given['options'], ...args: string[]): unknown {
  return read.readMarkersOptions(given(options, ...args)).source;
}

test('markers reads files, a revision or one text', () => {
  assert.deepEqual(sourceOf({}, 'src'), { kind: 'files', paths: ['src'] });
  assert.deepEqual(sourceOf({ rev: 'HEAD' }), { kind: 'revision', rev: 'HEAD', paths: [] });
  assert.deepEqual(sourceOf({ stdin: true, stdinFilename: 'a.ts' }), { kind: 'stdin', filename: 'a.ts' });
});

test('a scan stores unless told not to', () => {
  assert.equal(read.readScanOptions(given({ store: true })).store, true);
  assert.equal(read.readScanOptions(given({ store: false })).store, false);
});
