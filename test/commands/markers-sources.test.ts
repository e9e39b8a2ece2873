import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Hack } from '../../src/model/hack.ts';
import type { ListReport, MarkersReport } from '../../src/model/report.ts';
import { repositoryOf, type RepositoryOptions, type TestRepository } from '../rig/repository-of.ts';
import { runHackdebt } from './run-hackdebt.ts';
import { folderOf } from './temporary-folder.ts';

function hackathon(options: RepositoryOptions = {}): Promise<TestRepository> {
  return repositoryOf(
    [
      { name: 'idea', files: { 'src/a.ts': '// TODO first\n', 'gen.ts': '// TODO generated\n' }, tag: 'v1' },
      {
        name: 'rules',
        files: { '.gitattributes': 'gen.ts linguist-generated\n', link: { mode: '120000', content: 'src' } },
      },
      { name: 'night', files: { 'src/a.ts': '// TODO second\n' } },
    ],
    options,
  );
}

test('a revision is searched by the rules of the tip, in a bare repository too', async () => {
  await using repository = await hackathon({ bare: true });
  const { status, stdout } = await runHackdebt(['markers', '--rev', 'v1', '--json'], { cwd: repository.dir });
  const { markers, skipped } = JSON.parse(stdout) as MarkersReport;
  assert.equal(status, 0);
  assert.deepEqual(
    markers.map(({ path, text }) => [path, text]),
    [['src/a.ts', 'first']],
  );
  assert.deepEqual(skipped, [{ path: 'gen.ts', reason: 'generated' }]);
});

test('a clean work tree, its revision and the list of hacks say the same under the same ruleset', async () => {
  await using repository = await hackathon();
  const run = async (...args: string[]): Promise<unknown> =>
    JSON.parse((await runHackdebt([...args, '--json'], { cwd: repository.dir })).stdout);
  const disk = (await run('markers')) as MarkersReport;
  assert.deepEqual(await run('markers', '--rev', 'HEAD'), disk);
  const { ruleset, hacks } = (await run('list')) as ListReport;
  assert.equal(ruleset, disk.ruleset);
  assert.deepEqual(hacks.map(said), disk.markers.map(said));
});

function said({ path, line, column, tag, text }: Pick<Hack, 'path' | 'line' | 'column' | 'tag' | 'text'>): unknown[] {
  return [path, line, column, tag, text];
}

test('a revision can be limited to paths, which must be there', async () => {
  await using repository = await hackathon();
  const src = join(repository.dir, 'src');
  const found = await runHackdebt(['markers', '--rev', 'v1', '--format', 'vimgrep', 'a.ts'], { cwd: src });
  assert.deepEqual([found.status, found.stdout], [0, 'src/a.ts:1:4: TODO first\n']);
  const missing = await runHackdebt(['markers', '--rev', 'v1', 'b.ts'], { cwd: src });
  assert.deepEqual([missing.status, missing.stderr], [2, 'hackdebt: There is no file or folder "b.ts" in "v1".\n']);
});

test('a revision that is none ends with 2, one without a repository with 3', async (t) => {
  await using repository = await hackathon();
  const unknown = await runHackdebt(['markers', '--rev', 'v2'], { cwd: repository.dir });
  assert.equal(unknown.status, 2);
  assert.match(unknown.stderr, /^hackdebt: "v2" is not a revision here\. .*\n$/);
  const nowhere = await runHackdebt(['markers', '--rev', 'v1'], { cwd: folderOf(t) });
  assert.equal(nowhere.status, 3);
  assert.match(nowhere.stderr, /^hackdebt: .* is not in a git repository\. .*\n$/);
});

test('a bare repository has no files to search', async () => {
  await using repository = await hackathon({ bare: true });
  const { status, stderr } = await runHackdebt(['markers'], { cwd: repository.dir });
  assert.equal(status, 2);
  assert.equal(stderr, 'hackdebt: There is no work tree here. Name a revision with --rev, or files.\n');
});

test('standard input is searched as the file it is named after', async (t) => {
  const args = ['markers', '--stdin', '--stdin-filename', 'src/x.py', '--format', 'vimgrep'];
  const { status, stdout } = await runHackdebt(args, { cwd: folderOf(t), input: 'a = "# TODO no"\n# TODO yes\n' });
  assert.deepEqual([status, stdout], [0, 'src/x.py:2:3: TODO yes\n']);
});

test('standard input obeys the rules of the repository', async () => {
  await using repository = await hackathon();
  writeFileSync(join(repository.dir, 'src/.gitattributes'), '*.foo linguist-language=Python\n');
  const args = ['markers', '--stdin', '--stdin-filename', 'x.foo', '--json'];
  const src = join(repository.dir, 'src');
  const { stdout } = await runHackdebt(args, { cwd: src, input: '# TODO yes\n' });
  assert.deepEqual(
    (JSON.parse(stdout) as MarkersReport).markers.map(({ path }) => path),
    ['src/x.foo'],
  );
  const generated = await runHackdebt(['markers', '--stdin', '--stdin-filename', '../gen.ts'], {
    cwd: src,
    input: '// TODO no\n',
  });
  assert.equal(generated.stdout, '0 markers; skipped 1 file: 1 generated\n');
});
