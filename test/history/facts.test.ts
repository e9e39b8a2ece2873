import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Telling } from './fold-of.ts';
import { foldOf } from './fold-of.ts';

const CODE = 'one\ntwo\n// TODO fix the cache\nthree\nfour\n';
const CLEAN = CODE.replace('// TODO fix the cache\n', '');

function lifeOf(story: readonly Telling[]): string[] {
  return foldOf(story).said;
}

test('lines above, another indentation and another path change neither id nor introduction', () => {
  const { fold, said } = foldOf([
    { name: 'a', files: { 'x.js': CODE } },
    { name: 'b', files: { 'x.js': `zero\n${CODE}` } },
    { name: 'c', files: { 'x.js': `zero\n${CODE.replace(/^/gm, '  ')}` } },
    { name: 'd', files: { 'x.js': null, 'lib/y.js': `zero\n${CODE}` } },
  ]);
  const [first] = foldOf([{ name: 'a', files: { 'x.js': CODE } }]).fold.hacks;
  assert.deepEqual(said, ['introduced a x.js fix the cache', 'moved d lib/y.js fix the cache']);
  assert.deepEqual([fold.hacks[0]?.id, fold.hacks[0]?.introduced], [first?.id, first?.introduced]);
});

test('another tag is a rewording', () => {
  const said = lifeOf([
    { name: 'a', files: { 'x.js': CODE } },
    { name: 'b', files: { 'x.js': CODE.replace('TODO', 'FIXME') } },
  ]);
  assert.deepEqual(said.slice(1), ['reworded b x.js fix the cache']);
});

test('commented-out code that becomes part of a comment rewords it, whatever changed around', () => {
  const said = lifeOf([
    { name: 'a', files: { 'x.js': 'one\ntwo\n// TODO fix the cache\nthree\nfour\n' } },
    { name: 'b', files: { 'x.js': 'one\n// two\n// TODO fix the cache three four five six seven\nfour\n' } },
  ]);
  assert.deepEqual(said.slice(1), ['reworded b x.js fix the cache three four five six seven']);
});

test('a reworded marker is not given up for an equal text further down', () => {
  const said = lifeOf([
    { name: 'a', files: { 'x.js': CODE } },
    { name: 'b', files: { 'x.js': `${CODE.replace('the cache', 'the queue')}five\n// TODO fix the cache\nsix\n` } },
  ]);
  assert.deepEqual(said.slice(1), ['introduced b x.js fix the cache', 'reworded b x.js fix the queue']);
});

test('a block that moved to another file is followed although its twin took its place', () => {
  const block = 'start\n// TODO fix the cache\nload the cache\n';
  const said = lifeOf([
    { name: 'a', files: { 'x.js': `one\n${block}two\n`, 'y.js': 'three\nfour\n' } },
    {
      name: 'b',
      files: { 'x.js': 'one\nnew\n// TODO fix the cache\nsave the cache\ntwo\n', 'y.js': `three\n${block}four\n` },
    },
  ]);
  assert.deepEqual(said.slice(1), ['introduced b x.js fix the cache', 'moved b y.js fix the cache']);
});

test('a text removed in one file and added in another between other lines are two hacks', () => {
  const said = lifeOf([
    { name: 'a', files: { 'x.js': CODE, 'y.js': 'five\nsix\n' } },
    { name: 'b', files: { 'x.js': CLEAN, 'y.js': 'five\n// TODO fix the cache\nsix\n' } },
  ]);
  assert.deepEqual(said.slice(1), ['introduced b y.js fix the cache', 'removed b x.js fix the cache']);
});

test('a text that names a piece of code and goes from one file to another is one hack, if it is the only one', () => {
  const note = '// TODO kill dry_run\n';
  const from = { 'x.js': `one\n${note}two\n`, 'y.js': 'five\nsix\n' };
  const to = { 'x.js': 'one\ntwo\n', 'y.js': `five\n${note}six\n` };
  const moved = lifeOf([
    { name: 'a', files: from },
    { name: 'b', files: to },
  ]);
  assert.deepEqual(moved.slice(1), ['moved b y.js kill dry_run']);
  const among = lifeOf([
    { name: 'a', files: { ...from, 'z.js': `eight\n${note}nine\n` } },
    { name: 'b', files: { ...to, 'z.js': `eight\n${note}nine\nten\n` } },
  ]);
  assert.deepEqual(among.slice(2), ['introduced b y.js kill dry_run', 'removed b x.js kill dry_run']);
});

test('a text that goes from a definition to the one of its name in another file is one hack', () => {
  const said = lifeOf([
    { name: 'a', files: { 'x.js': 'function boil() {\n  // TODO fix the cache\n  one();\n}\n', 'y.js': 'five();\n' } },
    {
      name: 'b',
      files: { 'x.js': 'six();\n', 'y.js': 'function boil(milk) {\n  // TODO fix the cache\n  two();\n}\n' },
    },
  ]);
  assert.deepEqual(said.slice(1), ['moved b y.js fix the cache']);
});

test('a whole sentence that goes from one file and comes to another is one hack, though nothing around it stayed', () => {
  const sentence = '// TODO warm the cache before the first guest asks for it\n';
  const said = lifeOf([
    { name: 'a', files: { 'x.js': `one\n${sentence}two\n`, 'y.js': 'five\nsix\n' } },
    { name: 'b', files: { 'x.js': 'one\ntwo\n', 'y.js': `five\n${sentence}six\n` } },
  ]);
  assert.deepEqual(said.slice(1), ['moved b y.js warm the cache before the first guest asks for it']);
});

test('some words that go from one file and come to another are one hack, if no other says them', () => {
  const note = '// TODO use a list sorted by age\n';
  const to = { 'x.js': 'one\ntwo\n', 'y.js': `five\n${note}six\n` };
  const moved = lifeOf([
    { name: 'a', files: { 'x.js': `one\n${note}two\n`, 'y.js': 'five\nsix\n' } },
    { name: 'b', files: to },
  ]);
  assert.deepEqual(moved.slice(1), ['moved b y.js use a list sorted by age']);
  const twice = lifeOf([
    { name: 'a', files: { 'x.js': `one\n${note}two\n`, 'y.js': 'five\nsix\n' } },
    { name: 'b', files: { ...to, 'z.js': `eight\n${note}nine\n` } },
  ]);
  assert.equal(twice.filter((line) => line.startsWith('introduced b')).length, 2);
});

test('a file that came in another language has the hacks of the one that went, reworded ones too', () => {
  const said = lifeOf([
    { name: 'a', files: { 'Soup.java': 'one();\n// TODO unnecessary?\ntwo();\n// TODO taste it again later\n' } },
    {
      name: 'b',
      files: { 'Soup.java': null, 'Soup.kt': 'uno()\n// TODO unnecessary?\ndue()\n// TODO taste it later\ntre()\n' },
    },
  ]);
  assert.deepEqual(said.slice(2).toSorted(), [
    'moved b Soup.kt taste it later',
    'moved b Soup.kt unnecessary?',
    'reworded b Soup.kt taste it later',
  ]);
});

test('a text most of whose words stay in its file is reworded, whatever changed around it', () => {
  const said = lifeOf([
    { name: 'a', files: { 'x.js': 'one\n// TODO support the reading of push\ntwo\n' } },
    { name: 'b', files: { 'x.js': 'three\n// TODO support reading of a push\nfour\nfive\n' } },
  ]);
  assert.deepEqual(said.slice(1), ['reworded b x.js support reading of a push']);
});

test('a revert and its revert are one life: reopened, removed, reopened', () => {
  const { said, fold } = foldOf([
    { name: 'a', files: { 'x.js': 'one\ntwo\nthree\nfour\n' } },
    { name: 'b', files: { 'x.js': CODE } },
    { name: 'c', files: { 'x.js': CLEAN } },
    { name: 'd', files: { 'x.js': CODE } },
    { name: 'e', files: { 'x.js': CLEAN } },
    { name: 'f', files: { 'x.js': `${CODE}five\n` } },
  ]);
  assert.deepEqual(
    said.map((line) => line.slice(0, line.indexOf(' x.js'))),
    ['introduced b', 'removed c', 'reopened d', 'removed e', 'reopened f'],
  );
  assert.equal(fold.hacks[0]?.reopened, 2);
});

test('both halves of a criss-cross merge leave one introduction', () => {
  const story: Telling[] = [
    { name: 'a', files: { 'x.js': CLEAN } },
    { name: 'b', parents: ['a'], files: { 'x.js': CODE } },
    { name: 'c', parents: ['a'], files: { 'x.js': `${CLEAN}five\n` } },
    { name: 'd', parents: ['b', 'c'], files: { 'x.js': `${CODE}five\n` } },
    { name: 'e', parents: ['c', 'b'], files: { 'x.js': `${CODE}five\n` } },
    { name: 'f', parents: ['e', 'd'], files: { 'z.js': 'z\n' } },
  ];
  assert.deepEqual(lifeOf(story), ['introduced b x.js fix the cache']);
});

test('an octopus takes each hack from the side that has it', () => {
  const other = 'one\n// TODO free the queue\ntwo\n';
  const story: Telling[] = [
    { name: 'a', files: { 'r.js': 'r\n' } },
    { name: 'b', parents: ['a'], files: { 'x.js': CODE } },
    { name: 'c', parents: ['a'], files: { 'y.js': other } },
    { name: 'd', parents: ['a'], files: { 'r.js': 's\n' } },
    { name: 'e', parents: ['d', 'b', 'c'], files: { 'x.js': `${CODE}five\n`, 'y.js': `zero\n${other}` } },
  ];
  assert.deepEqual(lifeOf(story), ['introduced b x.js fix the cache', 'introduced c y.js free the queue']);
});

test('what a merge itself makes up is introduced by it, and nothing else', () => {
  const story: Telling[] = [
    { name: 'a', files: { 'x.js': CLEAN } },
    { name: 'b', parents: ['a'], files: { 'x.js': CODE } },
    { name: 'c', parents: ['a'], files: { 'y.js': 'y\n' } },
    { name: 'd', parents: ['c', 'b'], files: { 'x.js': `${CODE}// HACK made by the merge\nfive\n` } },
  ];
  assert.deepEqual(lifeOf(story), ['introduced b x.js fix the cache', 'introduced d x.js made by the merge']);
});

test('a merge takes over what one side edited in a file that the other side renamed', () => {
  const story: Telling[] = [
    { name: 'a', files: { 'x.js': CODE } },
    { name: 'b', parents: ['a'], files: { 'x.js': null, 'y.js': CODE } },
    { name: 'c', parents: ['a'], files: { 'x.js': CODE.replace('fix', 'free') } },
    { name: 'd', parents: ['b', 'c'], files: { 'y.js': CODE.replace('fix', 'free') } },
  ];
  const { said, fold } = foldOf(story);
  assert.deepEqual(said.slice(1), ['moved b y.js fix the cache', 'reworded c x.js free the cache']);
  assert.equal(fold.hacks.length, 1);
});

test('a subtree merge moves hacks under their folder', () => {
  const story: Telling[] = [
    { name: 'a', files: { 'r.js': 'r\n' } },
    { name: 'b', parents: [], files: { 'x.js': CODE } },
    { name: 'c', parents: ['a', 'b'], files: { 'lib/x.js': CODE } },
  ];
  assert.deepEqual(lifeOf(story), ['introduced b x.js fix the cache', 'moved c lib/x.js fix the cache']);
});

test('a copy in another file is not the return of what went from the first', () => {
  const said = lifeOf([
    { name: 'a', files: { 'x.js': CODE, 'y.js': CODE } },
    { name: 'b', files: { 'x.js': CLEAN } },
    { name: 'c', files: { 'z.js': CODE } },
  ]);
  assert.equal(said.at(-1), 'introduced c z.js fix the cache');
});
