import assert from 'node:assert/strict';
import { chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { UnsoundError, UsageError } from '../../src/errors.ts';
import { openRepository } from '../../src/git/repository.ts';
import { BARE_ENVIRONMENT, git, open, repositoryOf, temporaryFolder } from './temporary-repository.ts';

const ONE = [{ files: [['src/a', 'x']] }] as const;

test('a repository tells where it is, seen from its top', async (t) => {
  const folder = repositoryOf(t, ONE);
  const { location } = await open(folder);
  assert.deepEqual(location, {
    gitDir: join(folder, '.git'),
    commonDir: join(folder, '.git'),
    toplevel: folder,
    prefix: '',
    objectFormat: 'sha1',
    isShallow: false,
    head: git(folder, ['rev-parse', 'HEAD']).trim(),
    headRef: 'refs/heads/main',
    originHeadRef: null,
  });
});

test('from a sub-directory, also through a link, the prefix says where we are', async (t) => {
  const folder = repositoryOf(t, ONE);
  mkdirSync(join(folder, 'src/deep'), { recursive: true });
  const link = join(temporaryFolder(t), 'link');
  symlinkSync(join(folder, 'src'), link);
  const direct = await open(join(folder, 'src/deep'));
  const linked = await open(link);
  assert.deepEqual([direct.location.toplevel, direct.location.prefix], [folder, 'src/deep/']);
  assert.deepEqual([linked.location.toplevel, linked.location.prefix], [folder, 'src/']);
});

test('a bare repository has no work tree, and its history is read', async (t) => {
  const folder = repositoryOf(t, ONE, ['--bare']);
  const repository = await open(folder);
  assert.deepEqual([repository.location.toplevel, repository.location.gitDir], [null, folder]);
  const tree = await repository.tree(await repository.require('HEAD'));
  assert.equal(tree.files.length, 1);
});

test('a bare repository that merely lies around a folder is not opened', async (t) => {
  const folder = repositoryOf(t, ONE, ['--bare']);
  await assert.rejects(open(join(folder, 'refs')), /is not in a git repository/);
});

test('the .git folder itself is opened like a bare repository', async (t) => {
  const folder = repositoryOf(t, ONE);
  const { location } = await open(join(folder, '.git'));
  assert.deepEqual([location.toplevel, location.commonDir], [null, join(folder, '.git')]);
});

test('a linked worktree shares the common directory and has its own head', async (t) => {
  const folder = repositoryOf(t, ONE);
  const tree = join(temporaryFolder(t), 'tree');
  git(folder, ['worktree', 'add', '--quiet', '-b', 'side', tree]);
  const repository = await open(tree);
  const { location } = repository;
  assert.deepEqual([location.toplevel, location.commonDir], [tree, join(folder, '.git')]);
  assert.notEqual(location.gitDir, location.commonDir);
  assert.equal(location.headRef, 'refs/heads/side');
  assert.equal((await repository.index()).length, 1);
});

test('a repository without commits has no head, and its line a name', async (t) => {
  const repository = await open(repositoryOf(t, []));
  assert.deepEqual([repository.location.head, repository.location.headRef], [null, null]);
  assert.deepEqual(await repository.line(), { name: 'main', ref: null, tip: null, isDetached: false });
});

test('a SHA-256 repository says so', async (t) => {
  const { location } = await open(repositoryOf(t, ONE, ['--object-format=sha256']));
  assert.deepEqual([location.objectFormat, location.head?.length], ['sha256', 64]);
});

test('a folder without a repository, and no folder at all, are told in one sentence', async (t) => {
  const folder = temporaryFolder(t);
  await assert.rejects(open(folder), (error: Error) => {
    assert.ok(error instanceof UnsoundError);
    return error.message === `${folder} is not in a git repository. Give the folder of one with -C DIR.`;
  });
  await assert.rejects(open(join(folder, 'none')), UsageError);
});

test('a core.worktree that is not around us is not believed', async (t) => {
  const folder = repositoryOf(t, ONE);
  for (const worktree of ['/etc', '../..']) {
    git(folder, ['config', 'core.worktree', worktree]);
    const repository = await open(folder);
    assert.equal(repository.location.toplevel, null, worktree);
    assert.deepEqual((await repository.workTree()).untracked, []);
    assert.ok(await repository.resolve('main'));
  }
});

test('a submodule is a repository of its own', async (t) => {
  const inner = repositoryOf(t, ONE);
  const outer = repositoryOf(t, ONE);
  git(outer, ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'inner']);
  const { location } = await open(join(outer, 'inner'));
  assert.deepEqual([location.toplevel, location.gitDir], [join(outer, 'inner'), join(outer, '.git/modules/inner')]);
});

test("somebody else's repository is opened only if the user's own configuration lists it", async (t) => {
  if (process.getuid?.() !== 0) return t.skip('only root can give files away');
  const folder = repositoryOf(t, ONE);
  const config = join(temporaryFolder(t), 'config');
  for (const path of [folder, join(folder, '.git')]) chownSync(path, 4242, 4242);
  const refusal = `The repository ${folder} belongs to another user. If you trust it: git config --global --add safe.directory '${folder}'`;
  await assert.rejects(open(folder), { name: 'UnsoundError', message: refusal });
  const env = { ...BARE_ENVIRONMENT, GIT_CONFIG_GLOBAL: config };
  writeFileSync(config, '[safe]\n\tdirectory = /elsewhere\n');
  await assert.rejects(openRepository(folder, { env }), { message: refusal });
  writeFileSync(config, `[safe]\n\tdirectory = ${folder}\n`);
  assert.equal((await openRepository(folder, { env })).location.toplevel, folder);
  writeFileSync(join(folder, '.git/config'), `[safe]\n\tdirectory = *\n[core]\n\trepositoryformatversion = 0\n`);
  await assert.rejects(open(folder), { message: refusal });
});

test('git missing, or too old, is told in one sentence', async (t) => {
  const folder = repositoryOf(t, ONE);
  const missing = openRepository(folder, { env: BARE_ENVIRONMENT, git: join(folder, 'no-git') });
  await assert.rejects(missing, { name: 'UnsoundError', message: /^git could not be started\. Install git 2\.31/ });
  const old = join(folder, 'old-git');
  writeFileSync(old, '#!/bin/sh\nprintf "true\\nfalse\\n--show-object-format\\n.git\\n--path-format=absolute\\n"\n', {
    mode: 0o755,
  });
  const tooOld = openRepository(folder, { env: BARE_ENVIRONMENT, git: old });
  await assert.rejects(tooOld, { name: 'UnsoundError', message: /^This git is too old/ });
});

test('a folder with a line break in its name is refused, not misread', async (t) => {
  const folder = repositoryOf(t, ONE);
  mkdirSync(join(folder, 'a\nb'));
  await assert.rejects(open(join(folder, 'a\nb')), { name: 'UnsoundError', message: /line break/ });
});
