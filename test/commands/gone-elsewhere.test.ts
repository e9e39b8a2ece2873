import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { readReport } from './read-report.ts';

const SOUP = 'heat();\n// TODO taste it before the guests do\nserve();\n';

async function endOf(story: Story): Promise<unknown[]> {
  await using repository = await repositoryOf(story);
  const [hack, ...others] = (await readReport(repository, 'list', '--status', 'removed')).report.hacks;
  assert.equal(others.length, 0);
  return [hack.removed.removal, hack.fate];
}

test('a file that goes to a folder of vendored code takes its admission out of sight: nobody swept or deleted it', async () => {
  const story = [
    { name: 'cook', files: { 'soup.js': SOUP } },
    { name: 'buy', files: { 'soup.js': null, 'vendor/soup.js': SOUP } },
  ];
  assert.deepEqual(await endOf(story), ['comment-only', 'unclear']);
});

test('so does a merge that brings another history in under such a folder', async () => {
  const story: Story = [
    { name: 'cook', files: { 'bread.js': 'bake();\n' } },
    { name: 'buy', on: 'broth', parents: [], files: { 'soup.js': SOUP } },
    { name: 'serve', parents: ['cook', 'buy'], files: { 'vendor/soup.js': SOUP } },
  ];
  assert.deepEqual(await endOf(story), ['comment-only', 'unclear']);
});

test('a file that gets another name while its admission is paid is looked into under that name', async () => {
  const recipe = (step: string): string =>
    `void cook(pot p) {\n  heat(p);\n  ${step}\n  stir(p);\n  salt(p);\n  serve(p);\n}\n`;
  const story = [
    { name: 'cook', files: { 'soup.c': recipe('// TODO taste it\n  hope(p);') } },
    { name: 'pay', files: { 'soup.c': null, 'broth.c': recipe('taste(p, spoon());') } },
  ];
  assert.deepEqual(await endOf(story), ['code-changed', 'refactored']);
});
