import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Ancestor, findSeen } from '../../src/store/ancestry.ts';
import { buildTree, type TreeCommit } from '../../src/store/tree.ts';

/** Two boats: 1, 2, 5 and 8 on the mainline; 3, 4 a side branch from 1, merged by 5; 6, 7 one from 3 and 5. */
const GRAPH: Record<number, Ancestor> = {
  1: { parents: [], isMainline: true },
  2: { parents: [1], isMainline: true },
  3: { parents: [1], isMainline: false },
  4: { parents: [3], isMainline: false },
  5: { parents: [2, 4], isMainline: true },
  6: { parents: [3, 5], isMainline: false },
  7: { parents: [6], isMainline: false },
  8: { parents: [5, 7], isMainline: true },
  9: { parents: [], isMainline: false },
};

const ancestorOf = (rank: number): Ancestor => GRAPH[rank] ?? { parents: [], isMainline: true };

test('the history of a mainline commit is everything up to it', () => {
  assert.deepEqual(findSeen(5, ancestorOf), { upTo: 5, beyond: [] });
});

test('the history of a side commit is its mainline commit below and its side', () => {
  assert.deepEqual(findSeen(4, ancestorOf), { upTo: 1, beyond: [3, 4] });
});

test('the walk ends at the highest mainline commit, which holds all lower ones', () => {
  assert.deepEqual(findSeen(7, ancestorOf), { upTo: 5, beyond: [6, 7] });
});

test('a root off the mainline has only itself', () => {
  assert.deepEqual(findSeen(9, ancestorOf), { upTo: 0, beyond: [9] });
});

const COMMITS: Record<number, TreeCommit> = {
  1: { position: 1, firstParent: null, changes: [] },
  3: { position: null, firstParent: 1, changes: [{ before: 10, after: 12 }] },
  4: {
    position: null,
    firstParent: 3,
    changes: [
      { before: 12, after: null },
      { before: null, after: 13 },
    ],
  },
  9: { position: null, firstParent: null, changes: [{ before: null, after: 7 }] },
};

const source = {
  commit: (rank: number): TreeCommit => COMMITS[rank] ?? { position: null, firstParent: null, changes: [] },
  mainlineTree: () => [10, 11],
};

test('the tree of a mainline commit is what stays there', () => {
  assert.deepEqual(buildTree(1, source), [10, 11]);
});

test('a side branch changes the tree of the mainline commit below it, oldest change first', () => {
  assert.deepEqual(buildTree(3, source), [11, 12]);
  assert.deepEqual(buildTree(4, source), [11, 13]);
});

test('a root off the mainline starts with nothing', () => {
  assert.deepEqual(buildTree(9, source), [7]);
});
