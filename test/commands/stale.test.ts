import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore } from '../../src/store/open.ts';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { readReport } from './read-report.ts';

const SOUP = 'heat(soup);\n// TODO taste it\nserve(soup, 1);\nwash();\n';
const REWRITTEN = SOUP.replace('serve(soup, 1)', 'serve(taste(soup), 2)');
const TWICE = REWRITTEN.replace('serve(taste(soup), 2)', 'pour(blend(soup, spoon))');

/** The code under an admission is laid out anew, rewritten twice, and then the comment goes alone. */
const STORY: Story = [
  { name: 'admit', files: { 'soup.js': SOUP } },
  { name: 'format', files: { 'soup.js': SOUP.replace('serve(soup, 1)', 'serve( soup, 1 )') } },
  { name: 'rewrite', files: { 'soup.js': REWRITTEN } },
  { name: 'again', files: { 'soup.js': TWICE } },
  { name: 'tidy', files: { 'soup.js': TWICE.replace(/\/\/.*\n/, '') } },
];

test('an admission whose code was only laid out anew is not stale', async () => {
  await using repository = await repositoryOf(STORY.slice(0, 2));
  const { report } = await readReport(repository, 'scan');
  assert.deepEqual([report.counts.open, report.counts.stale], [1, 0]);
});

test('an admission whose code was rewritten is stale, and show names the commits', async () => {
  await using repository = await repositoryOf(STORY.slice(0, 4));
  const { report } = await readReport(repository, 'scan');
  assert.equal(report.counts.stale, 1);
  const shown = (await readReport(repository, 'show', 'soup.js:2')).report;
  assert.equal(shown.hack.stale, true);
  assert.deepEqual(
    shown.rewrites.map((rewrite: { subject: string; extent: string }) => `${rewrite.subject} ${rewrite.extent}`),
    ['rewrite logic', 'again logic'],
  );
});

test('what was stale later is not stale at an earlier revision', async () => {
  await using repository = await repositoryOf(STORY.slice(0, 4));
  const { report } = await readReport(repository, 'list', '--at', repository.oidOf('format'));
  assert.deepEqual(
    report.hacks.map((hack: { stale: boolean }) => hack.stale),
    [false],
  );
});

test('a comment that goes alone after its code was rewritten is refactored, not swept', async () => {
  await using repository = await repositoryOf(STORY);
  const { report } = await readReport(repository, 'list', '--status', 'removed');
  assert.deepEqual(
    report.hacks.map((hack: { fate: string; removed: { removal: string } }) => [hack.fate, hack.removed.removal]),
    [['refactored', 'comment-only']],
  );
});

test('rewrites found commit by commit are those found at once', async () => {
  await using grown = await repositoryOf(STORY);
  for (const { name } of STORY) {
    await grown.git('update-ref', 'refs/heads/main', grown.oidOf(name));
    await readReport(grown, 'scan', '--db', `${grown.dir}/grown.db`);
  }
  await readReport(grown, 'scan', '--db', `${grown.dir}/once.db`);
  assert.deepEqual(await dumpOf(grown, 'grown.db'), await dumpOf(grown, 'once.db'));
});

async function dumpOf({ dir }: TestRepository, file: string): Promise<readonly string[]> {
  const store = await openStore({ file: `${dir}/${file}` });
  try {
    return await store.dumpDerived('main');
  } finally {
    await store.close();
  }
}
