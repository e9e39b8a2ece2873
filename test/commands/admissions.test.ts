import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore } from '../../src/store/open.ts';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { readReport } from './read-report.ts';

const SOUP = 'heat();\nserve();\n';
const SALTED = 'heat();\nsalt();\nstir();\nserve();\n';

/** A shortcut of two lines: one goes, the file gets another name, the other goes. */
const STORY: Story = [
  { name: 'soup', files: { 'soup.js': SOUP } },
  { name: 'salt', message: 'Work around the bland soup', files: { 'soup.js': SALTED } },
  { name: 'stir', files: { 'soup.js': SALTED.replace('stir();\n', '') } },
  { name: 'move', files: { 'soup.js': null, 'kitchen/broth.js': SALTED.replace('stir();\n', '') } },
  { name: 'unsalt', message: 'Remove the workaround', files: { 'kitchen/broth.js': SOUP } },
  { name: 'bill', files: { 'bill.js': 'pay();\n' } },
];

test('a commit that admits a shortcut is open while one of its lines stands, under whatever name', async () => {
  await using repository = await repositoryOf(STORY.slice(0, 4));
  const [commit, ...others] = (await readReport(repository, 'list', '--kind', 'commit')).report.hacks;
  assert.equal(others.length, 0);
  assert.deepEqual(
    [commit.kind, commit.tag, commit.text, commit.status, commit.path, commit.line],
    ['commit', 'WORKAROUND', 'Work around the bland soup', 'open', 'kitchen/broth.js', 2],
  );
  assert.deepEqual(commit.lines, { added: 2, standing: 1 });
  assert.equal(commit.introduced.commit, repository.oidOf('salt'));
});

test('it ends with the commit that takes its last line', async () => {
  await using repository = await repositoryOf(STORY);
  const { report } = await readReport(repository, 'list', '--kind', 'commit', '--status', 'removed');
  assert.equal(report.hacks[0].removed.commit, repository.oidOf('unsalt'));
});

test('at an earlier revision it is open with the lines that stood there, where they stood', async () => {
  await using repository = await repositoryOf(STORY);
  const listAt = async (name: string) =>
    (await readReport(repository, 'list', '--kind', 'commit', '--at', repository.oidOf(name))).report.hacks;
  const told = await Promise.all(['soup', 'salt', 'move', 'unsalt'].map(listAt));
  assert.deepEqual(
    told.map((hacks) => hacks.map(({ path, lines }: { path: string; lines: object }) => [path, lines])),
    [[], [['soup.js', { added: 2, standing: 2 }]], [['kitchen/broth.js', { added: 2, standing: 1 }]], []],
  );
  assert.equal(told[2]?.[0].introduced.landed, repository.oidOf('salt'));
});

test('commits are hidden where they are not asked for', async () => {
  await using repository = await repositoryOf(STORY);
  assert.deepEqual((await readReport(repository, 'list', '--status', 'all')).report.hacks, []);
});

test('show tells where its lines stand, and report has it beside the hacks', async () => {
  await using repository = await repositoryOf(STORY.slice(0, 3));
  const [commit] = (await readReport(repository, 'list', '--kind', 'commit')).report.hacks;
  const shown = (await readReport(repository, 'show', commit.id)).report;
  assert.deepEqual(shown.files, [{ path: 'soup.js', added: 2, standing: 1 }]);
  assert.deepEqual(shown.hack, { ...commit, ageDays: shown.hack.ageDays });
  const told = (await readReport(repository, 'report', '--since', repository.oidOf('soup'))).report;
  assert.deepEqual(
    told.commits.map(({ id }: { id: string }) => id),
    [commit.id],
  );
});

test('a merge admits nothing, a cherry-pick is no second admission', async () => {
  await using repository = await repositoryOf([
    { name: 'soup', files: { 'soup.js': SOUP, 'salad.js': 'chop();\n' } },
    { name: 'salt', on: 'side', parents: ['soup'], message: 'Quick hack', files: { 'soup.js': SALTED } },
    {
      name: 'pick',
      on: 'main',
      parents: ['soup'],
      message: 'Quick hack',
      at: '2026-01-07T09:00:00Z',
      authored: '2026-01-05T10:00:00Z',
      files: { 'soup.js': SALTED },
    },
    { name: 'merge', parents: ['pick', 'salt'], message: 'Merge a quick hack', files: { 'soup.js': SALTED } },
  ]);
  const { report } = await readReport(repository, 'list', '--kind', 'commit');
  assert.equal(report.hacks.length, 1);
});

test('admissions found commit by commit are those found at once', async () => {
  await using repository = await repositoryOf(STORY);
  for (const { name } of STORY) {
    await repository.git('update-ref', 'refs/heads/main', repository.oidOf(name));
    await readReport(repository, 'scan', '--db', `${repository.dir}/grown.db`);
  }
  await readReport(repository, 'scan', '--db', `${repository.dir}/once.db`);
  assert.deepEqual(await dumpOf(repository, 'grown.db'), await dumpOf(repository, 'once.db'));
});

async function dumpOf({ dir }: TestRepository, file: string): Promise<readonly string[]> {
  const store = await openStore({ file: `${dir}/${file}` });
  try {
    return await store.dumpDerived('main');
  } finally {
    await store.close();
  }
}
