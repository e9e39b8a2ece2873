import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { readReport } from './read-report.ts';

const CONFIG = JSON.stringify({
  sprint: { start: 'monday', timezone: 'Europe/Berlin' },
  scopes: { menu: { paths: ['menu'] }, cellar: { paths: ['cellar'] } },
});
const SOUP = 'heat(soup);\n// TODO taste it before you serve it\nserve(soup, 1);\n';
const WINE = '// TODO count the bottles\ncount(wine);\n';
const ANN = 'Ann Lee <ann@example.org>';
const BO = 'Bo Diaz <bo@example.org>';

/** Ann cooks on a branch, and tidies up there. */
const KITCHEN: Story = [
  {
    name: 'base',
    at: '2026-11-16T08:00:00Z',
    files: { 'hackdebt.config.json': CONFIG, 'cellar/wine.js': WINE },
  },
  {
    name: 'soup',
    on: 'kitchen',
    parents: ['base'],
    author: ANN,
    at: '2026-11-17T09:00:00Z',
    files: { 'soup.js': SOUP },
  },
  { name: 'tidy', on: 'kitchen', author: ANN, at: '2026-11-17T10:00:00Z', rename: { 'soup.js': 'menu/soup.js' } },
];

/** Bo squashes what Ann did. */
const SQUASHED: Story = [
  ...KITCHEN,
  {
    name: 'squash',
    on: 'main',
    parents: ['base'],
    author: BO,
    at: '2026-11-18T08:00:00Z',
    message: 'The kitchen (#3)',
    files: { 'menu/soup.js': SOUP },
  },
];

async function lifeOf(repository: TestRepository, ...argv: readonly string[]): Promise<unknown[]> {
  const { report } = await readReport(repository, 'show', ...argv);
  return report.events.map(({ kind, author, subject, landed }: Record<string, unknown>) => [
    kind,
    (author as { name: string }).name,
    subject,
    landed,
  ]);
}

test('a hack that only an unmerged branch has is told, with the branch and what happened there', async () => {
  await using repository = await repositoryOf(KITCHEN);
  const { report } = await readReport(repository, 'show', 'menu/soup.js:2');
  assert.deepEqual([report.onlyOn, report.hack.status, report.hack.path], ['kitchen', 'open', 'menu/soup.js']);
  assert.deepEqual(await lifeOf(repository, report.hack.id), [
    ['introduced', 'Ann Lee', 'soup', null],
    ['moved', 'Ann Lee', 'tidy', null],
  ]);
});

test('a hack of the demo that its branch has paid since is told as the demo had it', async () => {
  await using repository = await repositoryOf([
    ...KITCHEN,
    {
      name: 'pay',
      on: 'kitchen',
      author: ANN,
      at: '2026-11-17T12:00:00Z',
      files: { 'menu/soup.js': 'serve(tasted);\n' },
    },
  ]);
  await readReport(repository, 'demo', 'kitchen~1');
  const { report } = await readReport(repository, 'show', 'menu/soup.js:2');
  assert.deepEqual([report.onlyOn, report.hack.status], [repository.oidOf('tidy').slice(0, 7), 'open']);
});

test('a hack of a squashed branch was introduced by who admitted it, and came in with the squash', async () => {
  await using repository = await repositoryOf(SQUASHED);
  await readReport(repository, 'demo', 'kitchen');
  await readReport(repository, 'report');
  const life = ['introduced', 'Ann Lee', 'soup', repository.oidOf('squash')];
  assert.deepEqual(await lifeOf(repository, 'menu/soup.js:2'), [life]);
  await repository.git('branch', '--quiet', '-D', 'kitchen');
  await repository.git('reflog', 'expire', '--expire=now', '--all');
  await repository.git('gc', '--quiet', '--prune=now');
  assert.deepEqual(await lifeOf(repository, 'menu/soup.js:2'), [life]);
});

test('a branch that is squashed and still there has no hacks of its own', async () => {
  await using repository = await repositoryOf(SQUASHED);
  const { report } = await readReport(repository, 'show', 'menu/soup.js:2');
  assert.equal(report.onlyOn, null);
});

test('an id is told wherever its hack stands, whatever the scope', async () => {
  await using repository = await repositoryOf(KITCHEN);
  const { report: list } = await readReport(repository, 'list', '--scope', 'cellar');
  const { report } = await readReport(repository, 'show', list.hacks[0].id, '--scope', 'menu');
  assert.equal(report.hack.path, 'cellar/wine.js');
});
