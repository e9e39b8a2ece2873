import assert from 'node:assert/strict';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { MarkersReport } from '../../src/model/report.ts';
import { repositoryOf } from '../rig/repository-of.ts';
import { spyOnModules } from '../rig/spy-on-modules.ts';
import { runHackdebt } from './run-hackdebt.ts';
import { folderOf, writeFiles } from './temporary-folder.ts';

const SUBMODULE = '1234567890123456789012345678901234567890';

const FEED = '// TODO(johnny): talk to MySQL #12\nfeed(); // FIXME slow\n';

async function markersOf(cwd: string, ...args: readonly string[]): Promise<MarkersReport> {
  const { status, stdout, stderr } = await runHackdebt(['markers', '--json', ...args], { cwd });
  assert.deepEqual([status, stderr], [0, '']);
  return JSON.parse(stdout) as MarkersReport;
}

async function placesOf(cwd: string, ...args: readonly string[]): Promise<string[]> {
  const { markers } = await markersOf(cwd, ...args);
  return markers.map(({ path, line, column, tag }) => `${path}:${line}:${column} ${tag}`);
}

test('without a repository every file counts but the ignored ones, told from the folder', async (t) => {
  const folder = folderOf(t, {
    'b.ts': '// TODO two\n',
    'a/x.py': '# FIXME one\n',
    'log/n.ts': '// TODO no\n',
    '.gitignore': 'log\n',
  });
  assert.deepEqual(await placesOf(folder), ['a/x.py:1:3 FIXME', 'b.ts:1:4 TODO']);
});

test('a marker is told with all that the contract names', async (t) => {
  const { markers } = await markersOf(folderOf(t, { 'feed.ts': FEED }), 'feed.ts');
  assert.deepEqual(markers[0], {
    path: 'feed.ts',
    line: 1,
    column: 4,
    endLine: 1,
    kind: 'tag',
    tag: 'TODO',
    text: 'talk to MySQL #12',
    owner: 'johnny',
    issues: ['#12'],
    due: null,
  });
});

test('in a repository paths are told from its root, also below it', async () => {
  await using repository = await repositoryOf([
    { name: 'one', files: { 'src/a.ts': FEED, 'src/sub/b.ts': '// TODO b\n', 'c.ts': '// TODO c\n' } },
  ]);
  const src = join(repository.dir, 'src');
  assert.deepEqual(await placesOf(src, 'sub', '../c.ts'), ['c.ts:1:4 TODO', 'src/sub/b.ts:1:4 TODO']);
  assert.deepEqual(await placesOf(src), ['src/a.ts:1:4 TODO', 'src/a.ts:2:12 FIXME', 'src/sub/b.ts:1:4 TODO']);
  assert.deepEqual(await placesOf(src, join(repository.dir, 'c.ts')), ['c.ts:1:4 TODO']);
});

test('a file outside of the repository is told as it was typed', async (t) => {
  await using repository = await repositoryOf([{ name: 'one', files: { 'a.ts': FEED } }]);
  const other = join(folderOf(t, { 'b.ts': '// TODO b\n' }), 'b.ts');
  assert.deepEqual(await placesOf(repository.dir, other), [`${other}:1:4 TODO`]);
});

test('a path through a link to the repository is told from the root', async (t) => {
  await using repository = await repositoryOf([{ name: 'one', files: { 'src/a.ts': '// TODO a\n' } }]);
  const link = join(folderOf(t), 'link');
  symlinkSync(repository.dir, link);
  assert.deepEqual(await placesOf(repository.dir, join(link, 'src/a.ts')), ['src/a.ts:1:4 TODO']);
  assert.deepEqual(await placesOf(repository.dir, '-C', join(link, 'src'), '../src'), ['src/a.ts:1:4 TODO']);
});

test('tracked files count even if ignored, untracked ones unless ignored, deleted ones not at all', async () => {
  await using repository = await repositoryOf([
    { name: 'one', files: { '.gitignore': 'log\n', 'log/kept.ts': '// TODO kept\n', 'gone.ts': FEED } },
  ]);
  writeFiles(repository.dir, { 'log/other.ts': FEED, 'new.ts': '// TODO new\n' });
  rmSync(join(repository.dir, 'gone.ts'));
  assert.deepEqual(await placesOf(repository.dir), ['log/kept.ts:1:4 TODO', 'new.ts:1:4 TODO']);
});

test('what is ignored is searched when it is asked for by name', async () => {
  await using repository = await repositoryOf([{ name: 'one', files: { '.gitignore': 'log\n', 'a.ts': FEED } }]);
  writeFiles(repository.dir, { 'log/b.ts': '// TODO b\n', 'log/c.ts': '// TODO c\n' });
  assert.deepEqual(await placesOf(repository.dir, 'log/b.ts'), ['log/b.ts:1:4 TODO']);
  assert.deepEqual(await placesOf(repository.dir, 'log'), ['log/b.ts:1:4 TODO', 'log/c.ts:1:4 TODO']);
});

test('what is not searched is told with its reason', async (t) => {
  await using repository = await repositoryOf([
    {
      name: 'one',
      files: {
        '.gitattributes': 'gen/** linguist-generated\n*.foo linguist-language=Python\n',
        'gen/a.ts': FEED,
        'vendor/b.ts': FEED,
        'c.bin': Buffer.from('TODO\0'),
        'd.foo': '# TODO python\n',
        'e.ts': `// hackdebt-ignore-file\n${FEED}`,
        sub: { mode: '160000', content: SUBMODULE },
      },
    },
  ]);
  const elsewhere = folderOf(t, { 'secret.ts': '// TODO secret\n' });
  symlinkSync(elsewhere, join(repository.dir, 'link'));
  const { markers, skipped } = await markersOf(repository.dir, '--exclude', 'f.ts');
  assert.deepEqual(
    markers.map(({ path }) => path),
    ['d.foo'],
  );
  assert.deepEqual(skipped, [
    { path: 'c.bin', reason: 'binary' },
    { path: 'e.ts', reason: 'ignored by the file' },
    { path: 'gen/a.ts', reason: 'generated' },
    { path: 'link', reason: 'symbolic link' },
    { path: 'sub', reason: 'submodule' },
    { path: 'vendor/b.ts', reason: 'vendored' },
  ]);
});

test('a folder that became a link out of the work tree is not followed', async (t) => {
  await using repository = await repositoryOf([{ name: 'one', files: { 'src/a.ts': FEED } }], { checkout: false });
  symlinkSync(folderOf(t, { 'a.ts': '// TODO secret\n' }), join(repository.dir, 'src'));
  assert.deepEqual(await placesOf(repository.dir, 'src/a.ts'), []);
});

test('--exclude and --include are globs seen from the folder', async () => {
  await using repository = await repositoryOf([
    { name: 'one', files: { 'src/a.ts': '// TODO a\n', 'src/b.ts': '// TODO b\n', 'src/vendor/c.ts': '// TODO c\n' } },
  ]);
  const src = join(repository.dir, 'src');
  assert.deepEqual(await placesOf(src, '--exclude', 'a.*', '--include', 'vendor'), [
    'src/b.ts:1:4 TODO',
    'src/vendor/c.ts:1:4 TODO',
  ]);
});

test("the repository's configuration counts, and --verbose tells every file left out", async () => {
  await using repository = await repositoryOf([{ name: 'one', files: { 'a.ts': '// TODO a\n// SHAME b\n' } }]);
  writeFileSync(join(repository.dir, 'hackdebt.config.json'), '{"tags": ["SHAME"], "exclude": ["old"]}');
  writeFiles(repository.dir, { 'old/b.ts': FEED });
  const { stdout, stderr, status } = await runHackdebt(['markers', '--verbose', '--format', 'vimgrep'], {
    cwd: repository.dir,
  });
  assert.deepEqual([status, stdout], [0, 'a.ts:2:4: SHAME b\n']);
  assert.equal(stderr, 'old/b.ts: excluded by configuration\n');
});

test('a path that is not there ends with 2 and one sentence', async (t) => {
  const run = await runHackdebt(['markers', 'none.ts'], { cwd: folderOf(t) });
  assert.deepEqual(run, {
    status: 2,
    stdout: '',
    stderr: 'hackdebt: There is no file or folder "none.ts" here.\n',
  });
});

test(
  'a file that cannot be read is told, and the others are searched',
  { skip: process.getuid?.() === 0 },
  async (t) => {
    const folder = folderOf(t, { 'a.ts': '// TODO a\n', 'b.ts': '// TODO b\n' });
    writeFileSync(join(folder, 'a.ts'), '', { mode: 0 });
    const { status, stdout, stderr } = await runHackdebt(['markers', '--format', 'vimgrep'], { cwd: folder });
    assert.deepEqual([status, stdout], [0, 'b.ts:1:4: TODO b\n']);
    assert.equal(stderr, 'a.ts cannot be read: mend its permissions, or exclude it.\n');
  },
);

test('files are searched without loading the database', async (t) => {
  const spy = spyOnModules(folderOf(t), 'modules');
  await using repository = await repositoryOf([{ name: 'one', files: { 'a.ts': FEED } }]);
  for (const args of [['markers'], ['markers', '--rev', 'HEAD']]) {
    const { status, stdout, stderr } = await runHackdebt(args, { cwd: repository.dir, require: spy });
    assert.deepEqual([status, stdout.includes('2 markers')], [0, true]);
    assert.match(stderr, /commander/);
    assert.doesNotMatch(stderr, /better-sqlite3|globby|simple-git/);
  }
});
