import assert from 'node:assert/strict';
import { renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ScanReport } from '../../src/model/report.ts';
import { repositoryOf, type RepositoryOptions, type TestRepository } from '../rig/repository-of.ts';
import { runHackdebt } from './run-hackdebt.ts';
import { folderOf, writeFiles } from './temporary-folder.ts';

const FEED = 'function feed() {\n  // TODO cache\n  return load();\n}\n';

function hackathon(options: RepositoryOptions = {}): Promise<TestRepository> {
  const files = { 'a.ts': FEED, 'b.ts': '// FIXME slow\n', '.gitignore': 'log\n' };
  return repositoryOf([{ name: 'idea', files }], options);
}

/** `path:line TAG text` of the markers that a scan calls uncommitted. */
async function uncommittedOf({ dir }: TestRepository): Promise<string[]> {
  const { status, stdout, stderr } = await runHackdebt(['scan', '--no-store', '--json'], { cwd: dir });
  assert.deepEqual([status, stderr], [0, '']);
  const { uncommitted } = JSON.parse(stdout) as ScanReport;
  return uncommitted.map(({ path, line, tag, text }) => `${path}:${line} ${tag} ${text}`);
}

test('a clean work tree has none, a touched file neither', async () => {
  await using repository = await hackathon();
  assert.deepEqual(await uncommittedOf(repository), []);
  utimesSync(join(repository.dir, 'a.ts'), 1, 1);
  assert.deepEqual(await uncommittedOf(repository), []);
});

test('new markers in changed, staged and untracked files count, in ignored ones not', async () => {
  await using repository = await hackathon();
  writeFiles(repository.dir, {
    'a.ts': `// HACK first\n${FEED}`,
    'new.ts': '// TODO new\n',
    'staged.ts': '// TODO staged\n',
    'log/x.ts': '// TODO ignored\n',
    'vendor/y.ts': '// TODO foreign\n',
  });
  await repository.git('add', 'staged.ts');
  assert.deepEqual(await uncommittedOf(repository), [
    'a.ts:1 HACK first',
    'new.ts:1 TODO new',
    'staged.ts:1 TODO staged',
  ]);
});

test('a change of equal length in the instant of the checkout is seen', async () => {
  await using repository = await hackathon();
  writeFileSync(join(repository.dir, 'b.ts'), '// FIXME fast\n');
  assert.deepEqual(await uncommittedOf(repository), ['b.ts:1 FIXME fast']);
});

test('a marker that moved with its code, in its file or to another, is not new', async () => {
  await using repository = await hackathon();
  writeFileSync(join(repository.dir, 'a.ts'), `import x from 'x';\n\n${FEED}`);
  assert.deepEqual(await uncommittedOf(repository), []);
  renameSync(join(repository.dir, 'a.ts'), join(repository.dir, 'c.ts'));
  assert.deepEqual(await uncommittedOf(repository), []);
  await repository.git('add', '--all');
  assert.deepEqual(await uncommittedOf(repository), []);
});

test('of two equal markers the one at other code is the new one', async () => {
  await using repository = await hackathon();
  writeFileSync(join(repository.dir, 'a.ts'), `function list() {\n  // TODO cache\n  return [];\n}\n${FEED}`);
  assert.deepEqual(await uncommittedOf(repository), ['a.ts:2 TODO cache']);
});

test('a copy of a marker is new, and a marker gone is nothing', async () => {
  await using repository = await hackathon();
  writeFileSync(join(repository.dir, 'copy.ts'), FEED);
  assert.deepEqual(await uncommittedOf(repository), ['copy.ts:2 TODO cache']);
  rmSync(join(repository.dir, 'copy.ts'));
  rmSync(join(repository.dir, 'a.ts'));
  assert.deepEqual(await uncommittedOf(repository), []);
});

test('links are not followed, and a file that became one holds nothing', async (t) => {
  await using repository = await hackathon();
  const secret = join(folderOf(t, { 'secret.ts': '// TODO secret\n' }), 'secret.ts');
  symlinkSync(secret, join(repository.dir, 'link.ts'));
  rmSync(join(repository.dir, 'b.ts'));
  symlinkSync(secret, join(repository.dir, 'b.ts'));
  assert.deepEqual(await uncommittedOf(repository), []);
});

test('no filter of the repository is run', async (t) => {
  await using repository = await hackathon();
  const canary = join(folderOf(t), 'ran');
  await repository.git('config', 'filter.evil.clean', `touch ${canary}; cat`);
  await repository.git('config', 'core.fsmonitor', `touch ${canary}`);
  writeFiles(repository.dir, { '.gitattributes': '*.ts filter=evil\n', 'a.ts': '// TODO other\n' });
  assert.deepEqual(await uncommittedOf(repository), ['a.ts:1 TODO other']);
  assert.throws(() => utimesSync(canary, 1, 1), /ENOENT/);
});

test('before the first commit all of the work tree is uncommitted; in a bare repository nothing is', async () => {
  await using empty = await repositoryOf([]);
  writeFileSync(join(empty.dir, 'a.ts'), FEED);
  assert.deepEqual(await uncommittedOf(empty), ['a.ts:2 TODO cache']);
  await using bare = await hackathon({ bare: true });
  assert.deepEqual(await uncommittedOf(bare), []);
});
