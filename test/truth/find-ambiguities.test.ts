import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findAmbiguities } from './find-ambiguities.ts';
import type { Planted } from './plant-history.ts';
import { plantHistory } from './plant-history.ts';

type Files = Planted['files'];

function doubtsOf(...trees: readonly Files[]): string[] {
  return doubtsIn(trees.map((files, index) => ({ name: `c${index}`, files })));
}

function doubtsIn(story: readonly Planted[]): string[] {
  const commits = plantHistory(story);
  return findAmbiguities(commits, commits).map(({ commit, hack, why }) => `${commit} ${hack}: ${why}`);
}

function linesOf(hack: number): string[] {
  return ['one();', `${hack} // TODO`, 'two();'];
}

const TWINS = ['call();', '1 // TODO', 'next();', 'call();', '2 // TODO', 'next();'];

test('of twins between equal lines, nobody can say which was removed', () => {
  assert.deepEqual(doubtsOf({ a: TWINS }, { a: ['call();', '1 // TODO', 'next();', 'call();', 'next();'] }), [
    'c1 1: its twin removed (2)',
    'c1 2: its twin removed (1)',
  ]);
});

test('twins that all stay are told apart by their order', () => {
  assert.deepEqual(doubtsOf({ a: TWINS }, { a: ['more();', ...TWINS] }), []);
});

test('twins that change places are not told apart', () => {
  const swapped = ['call();', '2 // TODO', 'next();', 'call();', '1 // TODO', 'next();', 'more();'];
  assert.equal(doubtsOf({ a: TWINS }, { a: swapped }).length, 2);
});

test('twins between different lines are told apart when one is removed', () => {
  const files = { a: ['one();', '1 // TODO', 'two();', '2 // TODO', 'three();'] };
  assert.deepEqual(doubtsOf(files, { a: ['one();', '1 // TODO', 'two();', 'three();'] }), []);
});

test('a marker removed and its like added in one file look like a move', () => {
  const doubts = doubtsOf(
    { a: ['one();', '1 // TODO', 'two();'] },
    { a: ['one();', 'two();', '2 // TODO', 'three();'] },
  );
  assert.deepEqual(doubts, ['c1 1: removed, and its like added (2)', 'c1 2: removed, and its like added (1)']);
});

test('a marker removed here and its like added elsewhere between other lines are two', () => {
  const before = { a: ['one();', '1 // TODO', 'two();'], b: ['three();', 'four();'] };
  assert.deepEqual(doubtsOf(before, { a: ['one();', 'two();'], b: ['three();', '2 // TODO', 'four();'] }), []);
});

test('a copy of a renamed file could be the original', () => {
  assert.equal(doubtsOf({ a: linesOf(1) }, { b: linesOf(1), c: linesOf(2) }).length, 2);
  assert.deepEqual(doubtsOf({ a: linesOf(1) }, { a: linesOf(1), c: linesOf(2) }), []);
});

test('two files that swap names tell their hacks by their other lines', () => {
  const [one, two] = [
    ['one();', '1 // TODO', 'two();'],
    ['three();', '2 // TODO', 'four();'],
  ];
  assert.deepEqual(doubtsOf({ a: one, b: two }, { a: two, b: one }), []);
});

test('a marker with other words between other lines in another file is beyond recognition', () => {
  const doubts = doubtsOf(
    { a: ['one();', '1 // TODO fix', 'two();'] },
    { b: ['three();', '1 // HACK wait', 'four();'] },
  );
  assert.deepEqual(doubts, ['c1 1: it changed beyond recognition']);
});

test('a new marker that stands like a removed one looks like its return', () => {
  assert.deepEqual(doubtsOf({ a: linesOf(1) }, { a: ['one();', 'two();'] }, { a: linesOf(1) }), []);
  const doubts = doubtsOf({ a: linesOf(1) }, { a: ['one();', 'two();'] }, { a: linesOf(2) });
  assert.ok(doubts.includes('c2 2: looks like the return of 1'));
});

test('one file made twice, with hacks of its own each time, tells no difference', () => {
  const doubts = doubtsIn([
    { name: 'root', files: { a: ['one();', 'two();'] } },
    { name: 'here', parents: ['root'], files: { a: linesOf(1) } },
    { name: 'there', parents: ['root'], files: { a: linesOf(2) } },
  ]);
  assert.deepEqual(doubts, ['there 2: the same file was made twice (1)', 'there 1: the same file was made twice (2)']);
});

test('neighbouring twins that came from two sides of a merge could be each other', () => {
  const doubts = doubtsIn([
    { name: 'root', files: { a: ['one();', 'two();'] } },
    { name: 'here', parents: ['root'], files: { a: ['one();', '1 // TODO', 'two();'] } },
    { name: 'there', parents: ['root'], files: { a: ['one();', '2 // TODO', 'more();', 'two();'] } },
    { name: 'merge', parents: ['here', 'there'], files: { a: ['one();', '2 // TODO', '1 // TODO', 'two();'] } },
  ]);
  assert.ok(doubts.includes('merge 1: twins that changed places (2)'));
});

test('a merge knows a marker by the parent that has it as it is', () => {
  const story = [
    { name: 'root', files: { a: ['one();', '1 // TODO', 'two();'] } },
    { name: 'side', files: { a: ['one();', 'two();', '2 // TODO', 'three();'] } },
  ];
  const doubts = doubtsIn([
    ...story,
    { name: 'main', parents: ['root'], files: { a: ['one();', '1 // TODO', 'two();'], b: [] } },
    { name: 'merge', parents: ['main', 'side'], files: { a: ['one();', 'two();', '2 // TODO', 'three();'], b: [] } },
  ]);
  assert.deepEqual(
    doubts.filter((doubt) => doubt.startsWith('merge')),
    [],
  );
});
