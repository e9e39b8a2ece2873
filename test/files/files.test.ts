import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { UsageError } from '../../src/errors.ts';
import { listFiles } from '../../src/files/list.ts';
import { readRegularFile } from '../../src/files/read.ts';
import { statFiles } from '../../src/files/stat.ts';
import { writeFileAtomically } from '../../src/files/write.ts';

function folderOf(context: TestContext, files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hackdebt-files-')));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

test('a folder is listed without what .gitignore names, .git and links', async (t) => {
  const folder = folderOf(t, {
    '.gitignore': '*.log\n',
    'b.c': '',
    'a/[x].c': '',
    'a/.hidden': '',
    'n.log': '',
    '.git/config': '',
  });
  symlinkSync('/etc', join(folder, 'etc'));
  symlinkSync('/etc/passwd', join(folder, 'link.c'));
  assert.deepEqual(await listFiles(['.'], folder), ['.gitignore', 'a/.hidden', 'a/[x].c', 'b.c']);
});

test('named files and folders are listed once each, in order, even if ignored', async (t) => {
  const folder = folderOf(t, { '.gitignore': '*.log\n', 'a/x.c': '', 'a/y.c': '', 'n.log': '' });
  assert.deepEqual(await listFiles(['n.log', 'a/y.c', './a', 'a'], folder), ['a/x.c', 'a/y.c', 'n.log']);
  assert.deepEqual(await listFiles([join(folder, 'a')], '/'), [join(folder, 'a/x.c'), join(folder, 'a/y.c')]);
});

test('a folder below one with a .gitignore obeys it too', async (t) => {
  const folder = folderOf(t, { '.gitignore': 'gen/\n*.tmp\n', '.git/HEAD': '', 'src/a.c': '', 'src/b.tmp': '' });
  assert.deepEqual(await listFiles(['src'], folder), ['src/a.c']);
});

test('a path that is not there is wrong usage', async (t) => {
  const folder = folderOf(t, {});
  await assert.rejects(listFiles(['none'], folder), UsageError);
});

test('a file is read whole, by name or by bytes', async (t) => {
  const folder = folderOf(t, { 'a b': 'hello' });
  for (const path of [join(folder, 'a b'), Buffer.from(join(folder, 'a b'))]) {
    assert.deepEqual(readRegularFile(path), { kind: 'content', bytes: Buffer.from('hello') });
  }
});

test('links, folders, pipes, long files and missing ones are told apart and not read', async (t) => {
  const folder = folderOf(t, { long: 'x'.repeat(100) });
  symlinkSync('long', join(folder, 'link'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  const kinds: Record<string, string> = {
    link: 'symbolic link',
    '.': 'not a file',
    pipe: 'not a file',
    long: 'too large',
    none: 'absent',
    'long/x': 'absent',
  };
  for (const [name, kind] of Object.entries(kinds)) {
    assert.deepEqual(readRegularFile(join(folder, name), { size: 99 }), { kind }, name);
  }
});

test('a folder that is a link out of the work tree is not followed', async (t) => {
  const outside = folderOf(t, { secret: 'x' });
  const folder = folderOf(t, { 'in/a': 'y' });
  symlinkSync(outside, join(folder, 'out'));
  assert.deepEqual(readRegularFile(join(folder, 'out/secret'), { within: folder }), { kind: 'symbolic link' });
  assert.equal(readRegularFile(join(folder, 'in/a'), { within: folder }).kind, 'content');
});

test('sizes and times come for regular files only', (t) => {
  const folder = folderOf(t, { a: 'hello' });
  symlinkSync('a', join(folder, 'link'));
  const mtime = statSync(join(folder, 'a')).mtimeMs;
  const paths = ['a', 'link', '.', 'none', 'a/b'].map((name) => join(folder, name));
  assert.deepEqual(statFiles(paths), [{ size: 5, mtime }, null, null, null, null]);
});

test('a written file replaces the old one whole, keeps its mode and leaves nothing behind', async (t) => {
  const folder = folderOf(t, { report: 'old and much longer' });
  chmodSync(join(folder, 'report'), 0o640);
  await writeFileAtomically(join(folder, 'report'), 'new');
  await writeFileAtomically(join(folder, 'other'), 'first');
  assert.deepEqual(
    [readFileSync(join(folder, 'report'), 'utf8'), readFileSync(join(folder, 'other'), 'utf8')],
    ['new', 'first'],
  );
  assert.equal(statSync(join(folder, 'report')).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(folder).toSorted(), ['other', 'report']);
});

test('nothing is written through a link, over a folder or where there is no folder', async (t) => {
  const folder = folderOf(t, { target: 'old' });
  symlinkSync('target', join(folder, 'link'));
  symlinkSync('nowhere', join(folder, 'dangling'));
  mkdirSync(join(folder, 'sub'));
  for (const name of ['link', 'dangling', 'sub', 'none/x']) {
    await assert.rejects(writeFileAtomically(join(folder, name), 'new'), UsageError, name);
  }
  assert.equal(readFileSync(join(folder, 'target'), 'utf8'), 'old');
  assert.deepEqual(readdirSync(folder).toSorted(), ['dangling', 'link', 'sub', 'target']);
});
