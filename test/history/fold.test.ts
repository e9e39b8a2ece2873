import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldOf } from './fold-of.ts';

const block = (n: number): string => `function f${n}() {\n  // TODO\n  call${n}();\n}\n`;
const CODE = 'one\ntwo\n// TODO fix the cache\nthree\nfour\n';

test('an inserted line above and an edit elsewhere tell nothing but the introduction', () => {
  const { said, fold } = foldOf([
    { name: 'a', files: { 'x.js': CODE } },
    { name: 'b', files: { 'x.js': `zero\n${CODE}five\n` } },
  ]);
  assert.deepEqual(said, ['introduced a x.js fix the cache']);
  assert.equal(fold.hacks[0]?.place.line, 4);
});

test('a renamed and edited file moves its hacks', () => {
  const { said } = foldOf([
    { name: 'a', files: { 'x.js': CODE } },
    { name: 'b', files: { 'x.js': null, 'y.js': CODE.replace('four', 'fourth') } },
  ]);
  assert.deepEqual(said, ['introduced a x.js fix the cache', 'moved b y.js fix the cache']);
});

test('swapped paths move both hacks', () => {
  const other = CODE.replace('two', 'deux');
  const { said } = foldOf([
    { name: 'a', files: { 'x.js': CODE, 'y.js': other } },
    { name: 'b', files: { 'x.js': other, 'y.js': CODE } },
  ]);
  assert.deepEqual(said.slice(2), ['moved b y.js fix the cache', 'moved b x.js fix the cache']);
});

test('a file moved away and a new one under its name leave one hack moved', () => {
  const { said } = foldOf([
    { name: 'a', files: { 'x.js': CODE } },
    { name: 'b', files: { 'x.js': 'new\n// TODO write this file\nend\n', 'y.js': CODE } },
  ]);
  assert.deepEqual(said.slice(1), ['introduced b x.js write this file', 'moved b y.js fix the cache'].toSorted());
});

test('a copied and then edited file keeps its hacks; the copy introduces its own', () => {
  const { said } = foldOf([
    { name: 'a', files: { 'x.js': CODE } },
    { name: 'b', files: { 'x.js': `${CODE}five\n`, 'y.js': CODE } },
  ]);
  assert.deepEqual(said.slice(1), ['introduced b y.js fix the cache']);
});

test('a reverted removal reopens the same hack', () => {
  const { said, fold } = foldOf([
    { name: 'a', files: { 'x.js': CODE } },
    { name: 'b', files: { 'x.js': CODE.replace('// TODO fix the cache\n', '') } },
    { name: 'c', files: { 'x.js': CODE } },
  ]);
  assert.deepEqual(said.slice(1), ['removed b x.js fix the cache', 'reopened c x.js fix the cache']);
  assert.equal(fold.hacks[0]?.removal, null);
  assert.deepEqual(fold.hacks[0]?.open, [
    { from: 1, to: 2 },
    { from: 3, to: null },
  ]);
});

test('a reopened hack is known again even if the rest of the file went on', () => {
  const { said } = foldOf([
    { name: 'a', files: { 'x.js': CODE } },
    { name: 'b', files: { 'x.js': CODE.replace('// TODO fix the cache\n', '') } },
    { name: 'c', files: { 'x.js': `${CODE}five\n` } },
  ]);
  assert.equal(said.at(-1), 'reopened c x.js fix the cache');
});

test('the same admission made on two branches becomes one hack, the older', () => {
  const { fold, said } = foldOf([
    { name: 'a', files: { 'x.js': 'one\ntwo\n' } },
    { name: 'b', parents: ['a'], author: 'bob', files: { 'x.js': 'one\n// TODO fix the cache\ntwo\n' } },
    { name: 'c', parents: ['a'], author: 'cat', files: { 'x.js': 'zero\none\n// TODO fix the cache\ntwo\n' } },
    { name: 'd', parents: ['b', 'c'], files: { 'x.js': 'zero\none\n// TODO fix the cache\ntwo\nthree\n' } },
  ]);
  assert.equal(said.at(-1), 'merged-into d x.js fix the cache into 1');
  assert.deepEqual(
    fold.hacks.map((hack) => hack.mergedInto),
    [null, 1],
  );
});

test('a merge does not remove what one of its sides removed', () => {
  const { said, fold } = foldOf([
    { name: 'a', files: { 'x.js': CODE } },
    { name: 'b', parents: ['a'], files: { 'x.js': CODE.replace('// TODO fix the cache\n', '') } },
    { name: 'c', parents: ['a'], files: { 'z.js': 'z\n' } },
    { name: 'd', parents: ['c', 'b'], files: { 'x.js': CODE.replace('// TODO fix the cache\n', '') } },
  ]);
  assert.deepEqual(said.slice(1), ['removed b x.js fix the cache']);
  assert.equal(fold.hacks[0]?.removal?.landed, 3);
});

test('a merge that drops what no side removed is the removal', () => {
  const { said } = foldOf([
    { name: 'a', files: { 'x.js': CODE } },
    { name: 'b', parents: ['a'], files: { 'y.js': 'y\n' } },
    { name: 'c', parents: ['a'], files: { 'z.js': 'z\n' } },
    { name: 'd', parents: ['c', 'b'], files: { 'x.js': 'one\n', 'y.js': 'y\n' } },
  ]);
  assert.equal(said.at(-1), 'removed d x.js fix the cache');
});

test('a cherry-picked admission is the same hack, copied', () => {
  const { said, fold } = foldOf([
    { name: 'a', files: { 'x.js': 'one\ntwo\n' } },
    { name: 'b', parents: ['a'], at: 99, files: { 'x.js': 'one\n// TODO fix the cache\ntwo\n' } },
    { name: 'c', parents: ['a'], files: { 'y.js': 'y\n' } },
    { name: 'd', parents: ['c'], at: 99, files: { 'x.js': 'one\n// TODO fix the cache\ntwo\nthree\n' } },
    { name: 'e', parents: ['d', 'b'], files: {} },
  ]);
  assert.equal(fold.hacks.length, 1);
  assert.equal(said.filter((line) => line.startsWith('copied')).length, 1);
});

test('ten equal markers keep ten lives when one goes', () => {
  const all = Array.from({ length: 10 }, (_, n) => block(n));
  const { said, fold } = foldOf([
    { name: 'a', files: { 'x.js': all.join('') } },
    { name: 'b', files: { 'x.js': all.toSpliced(4, 1).join('') } },
  ]);
  assert.equal(said.length, 11);
  assert.equal(fold.hacks.find((hack) => hack.removal)?.birthplace.line, 18);
});
