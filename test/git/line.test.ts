import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { UsageError } from '../../src/errors.ts';
import { git, open, openedRepositoryOf, repositoryOf, temporaryFolder } from './temporary-repository.ts';

const HISTORY = [{}, { branch: 'side', parents: [1] }] as const;

test('the line is the current branch when nothing else is known', async (t) => {
  const repository = await openedRepositoryOf(t, HISTORY);
  const tip = await repository.require('main');
  assert.deepEqual(await repository.line(), { name: 'main', ref: 'refs/heads/main', tip, isDetached: false });
});

test('a configured branch is the line, wherever we are', async (t) => {
  const repository = await openedRepositoryOf(t, HISTORY);
  const line = await repository.line('side');
  assert.deepEqual([line.ref, line.tip], ['refs/heads/side', await repository.require('side')]);
});

test('in a clone the line is the default branch of origin, even if it exists only there', async (t) => {
  const origin = repositoryOf(t, HISTORY);
  const clone = join(temporaryFolder(t), 'clone');
  git(origin, ['clone', '--quiet', origin, clone]);
  git(clone, ['checkout', '--quiet', '-b', 'feature', 'origin/side']);
  git(clone, ['branch', '--quiet', '-D', 'main']);
  const repository = await open(clone);
  const line = await repository.line();
  assert.deepEqual([line.name, line.ref], ['main', 'refs/remotes/origin/main']);
  assert.equal(line.tip, await repository.require('origin/main'));
  assert.equal((await repository.line('side')).ref, 'refs/remotes/origin/side');
});

test('a detached head stands in for a branch, and says so', async (t) => {
  const folder = repositoryOf(t, HISTORY);
  git(folder, ['checkout', '--quiet', '--detach', 'side']);
  const repository = await open(folder);
  const line = await repository.line();
  assert.deepEqual([line.name, line.isDetached, line.tip], ['HEAD', true, await repository.require('side')]);
});

test('a configured branch that is not here is a wrong configuration, also with odd letters', async (t) => {
  const repository = await openedRepositoryOf(t, HISTORY);
  for (const name of ['gone', 'ma*', '', '-x', 'a\0b', '../heads/main']) {
    await assert.rejects(repository.line(name), UsageError, JSON.stringify(name));
  }
});

test('revisions resolve to commits, whatever their spelling', async (t) => {
  const folder = repositoryOf(t, HISTORY);
  git(folder, ['-c', 'user.name=a', '-c', 'user.email=a@x', 'tag', '-a', '-m', 'x', 'v1', 'main']);
  const repository = await open(folder);
  const commit = await repository.require('main');
  const spellings = ['v1', 'side~1', commit, commit.slice(0, 12), 'HEAD', 'refs/heads/main'];
  assert.deepEqual(
    await Promise.all(spellings.map((name) => repository.resolve(name))),
    spellings.map(() => commit),
  );
});

test('what is no commit resolves to nothing', async (t) => {
  const repository = await openedRepositoryOf(t, [{ files: [['a', 'x']] }]);
  const names = [
    'nix',
    '',
    '--all',
    '-h',
    '^main',
    'main..main',
    'main:a',
    'main@{tomorrow',
    'a\0b',
    'HEAD~7',
    '--git-dir',
  ];
  for (const name of names) assert.equal(await repository.resolve(name), undefined, JSON.stringify(name));
  await assert.rejects(repository.require('v2'), { name: 'UsageError', message: /^"v2" is not a revision here\./ });
});

test('tags of commits are told with their time, in order, as they were when first asked for', async (t) => {
  const folder = repositoryOf(t, [{ files: [['a', 'x']] }]);
  for (const name of ['demo-2', 'demo-1', 'other']) git(folder, ['tag', name]);
  git(folder, ['tag', 'demo-tree', 'main^{tree}']);
  git(folder, ['-c', 'user.name=a', '-c', 'user.email=a@x', 'tag', '-a', '-m', 'x', 'demo/3']);
  const repository = await open(folder);
  const commit = await repository.require('main');
  const tags = await repository.tags();
  assert.deepEqual(tags.slice(0, 2), [
    { name: 'demo-1', commit, seconds: 1_700_003_600 },
    { name: 'demo-2', commit, seconds: 1_700_003_600 },
  ]);
  assert.deepEqual(
    tags.map((tag) => tag.name),
    ['demo-1', 'demo-2', 'demo/3', 'other'],
  );
  git(folder, ['tag', 'demo-4']);
  assert.equal(await repository.tags(), tags);
});

test('a mailmap in the tip decides how people are shown, also in a bare repository', async (t) => {
  const mailmap = 'Ada Lovelace <ada@example.org> <ada@home>\n<grace@example.org> Grace <g@x>\n';
  const people = [
    { name: 'ada', email: 'ada@home' },
    { name: 'Grace', email: 'g@x' },
    { name: '', email: 'nobody@x' },
    { name: 'Odd <\n>', email: 'odd' },
  ];
  for (const init of [[], ['--bare']]) {
    const repository = await open(repositoryOf(t, [{ files: [['.mailmap', mailmap]] }], init));
    const shown = await repository.mailmap(people, await repository.require('main'));
    assert.deepEqual(shown.slice(0, 3), [
      { name: 'Ada Lovelace', email: 'ada@example.org' },
      { name: 'Grace', email: 'grace@example.org' },
      { name: '', email: 'nobody@x' },
    ]);
  }
});

test('where the tip has no mailmap people are shown as the commits name them', async (t) => {
  const mailmap = 'Ada Lovelace <ada@example.org> <ada@home>\n';
  const repository = await open(
    repositoryOf(t, [
      { files: [['.mailmap', mailmap]] },
      { removed: ['.mailmap'], files: [['docs/.mailmap', mailmap]] },
    ]),
  );
  const people = [{ name: 'ada', email: 'ada@home' }];
  assert.deepEqual(await repository.mailmap(people, await repository.require('main')), people);
  const [shown] = await repository.mailmap(people, await repository.require('main~1'));
  assert.equal(shown?.name, 'Ada Lovelace');
});

test('the address of the remote comes without its password', async (t) => {
  const folder = repositoryOf(t, HISTORY);
  assert.equal(await (await open(folder)).remoteUrl(), undefined);
  git(folder, ['remote', 'add', 'origin', 'https://ada:secret@example.org/a/b.git']);
  assert.equal(await (await open(folder)).remoteUrl(), 'https://example.org/a/b.git');
});
