import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalOrder } from './canonical-order.ts';
import type { Life } from './life.ts';
import { buildLife } from './life.ts';
import type { Planted } from './plant-history.ts';
import { plantHistory } from './plant-history.ts';

const WITH = { 'a.ts': ['call();', '1 // TODO fix', 'next();'] };
const WITHOUT = { 'a.ts': ['call();', 'next();'] };
const ROOT: Planted = { name: 'root', files: WITHOUT };
const MOVED = { 'b.ts': WITH['a.ts'] };

function lifeOf(story: readonly Planted[]): Life {
  const commits = plantHistory(story);
  return buildLife(
    1,
    commits,
    canonicalOrder(commits, ({ name }) => name),
  );
}

test('a hack is introduced on a side branch and landed by the merge', () => {
  const life = lifeOf([
    ROOT,
    { name: 'side', files: WITH },
    { name: 'main', parents: ['root'], files: WITHOUT },
    { name: 'merge', parents: ['main', 'side'], files: WITH },
  ]);
  assert.deepEqual([life.introducedIn, life.landedIn, life.removedIn], ['side', 'merge', null]);
});

test('a merge that takes over a removal is not the removal', () => {
  const life = lifeOf([
    { name: 'root', files: WITH },
    { name: 'side', files: WITHOUT },
    { name: 'main', parents: ['root'], files: WITH },
    { name: 'merge', parents: ['main', 'side'], files: WITHOUT },
  ]);
  assert.equal(life.removedIn, 'side');
});

test('a merge removes what all its parents had', () => {
  const life = lifeOf([
    { name: 'root', files: WITH },
    { name: 'side', files: WITH },
    { name: 'main', parents: ['root'], files: WITH },
    { name: 'merge', parents: ['main', 'side'], files: WITHOUT },
  ]);
  assert.equal(life.removedIn, 'merge');
});

test('a merge removes what came from the one parent that knew it', () => {
  const life = lifeOf([
    ROOT,
    { name: 'side', files: WITH },
    { name: 'main', parents: ['root'], files: WITHOUT },
    { name: 'merge', parents: ['main', 'side'], files: WITHOUT },
  ]);
  assert.deepEqual([life.removedIn, life.landedIn], ['merge', null]);
});

test('of two removals on two sides the one on the mainline is told', () => {
  const life = lifeOf([
    { name: 'root', files: WITH },
    { name: 'side', files: WITHOUT },
    { name: 'main', parents: ['root'], files: WITHOUT },
    { name: 'merge', parents: ['main', 'side'], files: WITHOUT },
  ]);
  assert.equal(life.removedIn, 'main');
});

test('of two removals that one merge brings in the last in canonical order is told', () => {
  const life = lifeOf([
    { name: 'root', files: WITH },
    { name: 'b', files: WITHOUT },
    { name: 'a', parents: ['root'], files: WITHOUT },
    { name: 'main', parents: ['root'], files: WITH },
    { name: 'octopus', parents: ['main', 'b', 'a'], files: WITHOUT },
  ]);
  assert.equal(life.removedIn, 'b');
});

test('a hack that never reached the mainline ends where its branch removed it', () => {
  const life = lifeOf([
    ROOT,
    { name: 'begin', files: WITH },
    { name: 'end', files: WITHOUT },
    { name: 'main', parents: ['root'], files: WITHOUT },
    { name: 'merge', parents: ['main', 'end'], files: WITHOUT },
  ]);
  assert.deepEqual([life.introducedIn, life.landedIn, life.removedIn], ['begin', null, 'end']);
});

test('a hack that comes back is reopened and has one introduction', () => {
  const life = lifeOf([
    { name: 'root', files: WITH },
    { name: 'removal', files: WITHOUT },
    { name: 'revert', files: WITH },
  ]);
  assert.deepEqual([life.introducedIn, life.removedIn, life.reopenedIn, life.copiedIn], ['root', null, ['revert'], []]);
});

test('a cherry-pick introduces it again', () => {
  const life = lifeOf([
    ROOT,
    { name: 'side', files: WITH },
    { name: 'pick', parents: ['root'], files: WITH },
    { name: 'merge', parents: ['pick', 'side'], files: WITH },
  ]);
  assert.deepEqual([life.introducedIn, life.copiedIn, life.landedIn], ['pick', ['side'], 'pick']);
});

test('a move is told of the commit that made it, not of the merge that took it over', () => {
  const life = lifeOf([
    { name: 'root', files: WITH },
    { name: 'side', files: MOVED },
    { name: 'main', parents: ['root'], files: WITH },
    { name: 'merge', parents: ['main', 'side'], files: MOVED },
  ]);
  assert.deepEqual(life.movesIn, ['side']);
});

test('a merge that puts a file where no parent had it moves its hacks', () => {
  const life = lifeOf([
    { name: 'root', files: WITH },
    { name: 'main', parents: ['root'], files: WITH },
    { name: 'merge', parents: ['main', 'root'], files: MOVED },
  ]);
  assert.deepEqual(life.movesIn, ['merge']);
});

test('the second half of a criss-cross does not tell the move again', () => {
  const life = lifeOf([
    { name: 'root', files: WITH },
    { name: 'a', files: WITH },
    { name: 'b', parents: ['root'], files: WITH },
    { name: 'c', parents: ['a', 'b'], files: MOVED },
    { name: 'd', parents: ['b', 'a'], files: MOVED },
    { name: 'e', parents: ['c', 'd'], files: MOVED },
  ]);
  assert.deepEqual(life.movesIn, ['c']);
});

test('another wording is told, another indentation is not', () => {
  const life = lifeOf([
    { name: 'root', files: WITH },
    { name: 'indent', files: { 'a.ts': ['call();', '1   // TODO fix', 'next();'] } },
    { name: 'reword', files: { 'a.ts': ['call();', '1 // FIXME fix', 'next();'] } },
  ]);
  assert.deepEqual(life.rewordedIn, ['reword']);
});
