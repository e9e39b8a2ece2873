import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sumWork, type FileWork } from '../../src/insights/work.ts';
import type { Work } from '../../src/model/standup.ts';

const FEED: FileWork = {
  path: 'src/feed.ts',
  subject: 'Sort the feed',
  added: 9,
  removed: 1,
  isNew: false,
  hasPaid: false,
};

const CASES: readonly (readonly [what: string, file: Partial<FileWork>, work: Work])[] = [
  ['a file that grows', {}, 'building'],
  ['a new file', { isNew: true, removed: 0 }, 'building'],
  ['a file that shrinks', { added: 1, removed: 9 }, 'refactoring'],
  ['a file of which as much went as came', { added: 5, removed: 5 }, 'refactoring'],
  ['a commit that says refactor', { subject: 'refactor(feed): sort by plays' }, 'refactoring'],
  ['a commit that cleans up', { subject: 'Clean up the feed' }, 'refactoring'],
  ['a commit that paid a hack', { hasPaid: true }, 'refactoring'],
  ['a new file in a commit that paid a hack', { hasPaid: true, isNew: true, removed: 0 }, 'building'],
  ['a test beside its code', { path: 'src/feed.test.ts' }, 'testing'],
  ['a test in its folder', { path: 'test/feed/sort.js' }, 'testing'],
  ['a test of Go', { path: 'feed/feed_test.go' }, 'testing'],
  ['a test of Java', { path: 'src/FeedTest.java' }, 'testing'],
  ['a refactored test', { path: 'src/feed.test.ts', subject: 'refactor: tests' }, 'testing'],
  ['a document', { path: 'README.md' }, 'documenting'],
  ['a page in docs', { path: 'docs/feed.html' }, 'documenting'],
  ['a contest is no test', { path: 'src/contest.ts' }, 'building'],
  ['latest is no test', { path: 'latest/feed.ts' }, 'building'],
];

for (const [what, file, work] of CASES) {
  test(`${what}: ${work}`, () => {
    const told = { ...FEED, ...file };
    const nothing = { building: 0, testing: 0, documenting: 0, refactoring: 0 };
    assert.deepEqual(sumWork([told]), { ...nothing, [work]: told.added + told.removed });
  });
}
