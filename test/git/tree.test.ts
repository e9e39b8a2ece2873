import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync, symlinkSync, utimesSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { git, open, openedRepositoryOf, repositoryOf, type Step } from './temporary-repository.ts';

const ODD: Step = {
  files: [
    ['src/a.c', 'a'],
    ['src-b', 'b'],
    [Buffer.from('caf\xe9', 'latin1'), 'c'],
    ['new\nline', 'd'],
    ['tool', { mode: '100755', content: 'e' }],
    ['link', { mode: '120000', content: '/etc/passwd' }],
    ['module', { mode: '160000', content: '1'.repeat(40) }],
  ],
};

test('a tree lists its regular files, and names links and submodules apart', async (t) => {
  const repository = await openedRepositoryOf(t, [ODD]);
  const tree = await repository.tree(await repository.require('main'));
  assert.deepEqual(
    tree.files.map((file) => file.path),
    ['"caf\\351"', 'new\nline', 'src-b', 'src/a.c', 'tool'],
  );
  assert.deepEqual([tree.symlinks, tree.submodules], [['link'], ['module']]);
});

test('the tree of a commit without files is empty', async (t) => {
  const repository = await openedRepositoryOf(t, [{}]);
  const tree = await repository.tree(await repository.require('main'));
  assert.deepEqual(tree, { files: [], symlinks: [], submodules: [] });
});

test('the index remembers size and time of the files checked out', async (t) => {
  const folder = repositoryOf(t, [
    {
      files: [
        ['src/a.c', 'hello'],
        ['link', { mode: '120000', content: 'src' }],
      ],
    },
  ]);
  git(folder, ['reset', '--quiet', '--hard']);
  const [file, ...others] = await (await open(join(folder, 'src'))).index();
  const { size, mtimeMs } = statSync(join(folder, 'src/a.c'));
  assert.deepEqual(others, []);
  assert.equal(file?.path, 'src/a.c');
  assert.deepEqual(file.stat, { size, mtime: mtimeMs });
  assert.equal(file.isLeftOut, false);
  assert.equal(readFileSync((await open(folder)).fileOf(file.path), 'utf8'), 'hello');
});

test('a file written to since is told by its size or time', async (t) => {
  const folder = repositoryOf(t, [{ files: [['a', 'hello']] }]);
  git(folder, ['reset', '--quiet', '--hard']);
  writeFileSync(join(folder, 'a'), 'world');
  utimesSync(join(folder, 'a'), 1, 1);
  const [file] = await (await open(folder)).index();
  assert.notEqual(file?.stat?.mtime, 1000);
});

test('a conflict shows our side and asks to read the work tree', async (t) => {
  const folder = repositoryOf(t, [
    { files: [['a', 'base']] },
    { branch: 'theirs', parents: [1], files: [['a', 'theirs']] },
    { parents: [1], files: [['a', 'ours']] },
  ]);
  git(folder, ['reset', '--quiet', '--hard']);
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@x'];
  assert.throws(() => git(folder, [...who, 'merge', '--quiet', 'theirs']));
  const repository = await open(folder);
  const index = await repository.index();
  assert.equal(index.length, 1);
  assert.deepEqual((await repository.texts(index.map((file) => file.blob))).map(String), ['ours']);
  assert.equal(index[0]?.stat, null);
});

test('files left out by a sparse checkout are marked', async (t) => {
  const folder = repositoryOf(t, [
    {
      files: [
        ['in/a', 'x'],
        ['out/b', 'x'],
      ],
    },
  ]);
  git(folder, ['sparse-checkout', 'set', 'in']);
  git(folder, ['reset', '--quiet', '--hard']);
  const leftOut = (await (await open(folder)).index()).map((file) => [file.path, file.isLeftOut]);
  assert.deepEqual(leftOut, [
    ['in/a', false],
    ['out/b', true],
  ]);
});

test('untracked files honour .gitignore and leave out repositories inside', async (t) => {
  const folder = repositoryOf(t, [
    {
      files: [
        ['.gitignore', '*.log\n'],
        ['a', 'x'],
      ],
    },
  ]);
  git(folder, ['reset', '--quiet', '--hard']);
  mkdirSync(join(folder, 'sub'));
  for (const name of ['new\nfile', 'noise.log', 'sub/b', '-rf']) writeFileSync(join(folder, name), 'x');
  symlinkSync('/etc/passwd', join(folder, 'sub/link'));
  git(folder, ['init', '--quiet', 'inner']);
  const repository = await open(join(folder, 'sub'));
  assert.deepEqual((await repository.workTree()).untracked.toSorted(), ['-rf', 'new\nfile', 'sub/b', 'sub/link']);
});

test('a bare repository has neither index nor untracked files', async (t) => {
  const repository = await open(repositoryOf(t, [ODD], ['--bare']));
  assert.deepEqual([await repository.index(), await repository.workTree()], [[], { index: [], untracked: [] }]);
});

test('renames are told for each commit, with how much is equal', async (t) => {
  const text = Array.from({ length: 20 }, (_, line) => `line ${line}\n`).join('');
  const repository = await openedRepositoryOf(t, [
    {
      files: [
        ['old\n1', text],
        ['b', 'y'],
      ],
    },
    { removed: ['old\n1'], files: [['new', `${text}more\n`]] },
    { files: [['b', 'z']] },
  ]);
  const revisions = ['main~2', 'main~1', 'main'];
  const commits = await Promise.all(revisions.map((revision) => repository.require(revision)));
  const renames = [...(await repository.renames(commits)).values()];
  const told = renames.map((list) => list.map((rename) => [rename.from, rename.to, rename.similarity > 80]));
  assert.deepEqual(told, [[], [['old\n1', 'new', true]], []]);
});
