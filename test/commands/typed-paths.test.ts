import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import { runHackdebt } from './run-hackdebt.ts';
import { folderOf } from './temporary-folder.ts';

const FILES = ['dock/pier.ts', '..config.ts', 'dock/a\\b.ts', '"caf\\351.c"'];

let repository: TestRepository;

before(async () => {
  const files = Object.fromEntries(FILES.map((path) => [path, '// TODO stow the anchor\n']));
  repository = await repositoryOf([{ name: 'root', files }]);
});

after(() => repository.dispose());

async function pathsOf(path: string, cwd = repository.dir): Promise<unknown> {
  const { status, stdout, stderr } = await runHackdebt(['list', '--path', path, '--json'], { cwd });
  assert.deepEqual([status, stderr], [0, '']);
  return (JSON.parse(stdout) as { hacks: readonly { path: string }[] }).hacks.map((hack) => hack.path);
}

test('a path that was printed can be given back', async () => {
  for (const path of FILES) {
    assert.deepEqual(await pathsOf(path), [path]);
    const { status, stderr } = await runHackdebt(['show', `${path}:1`], { cwd: repository.dir });
    assert.deepEqual([status, stderr], [0, '']);
  }
});

test('an absolute path means the file, also where a link leads to the repository', async (context) => {
  const link = join(folderOf(context), 'link');
  symlinkSync(repository.dir, link);
  const dock = join(repository.dir, 'dock');
  assert.deepEqual(await pathsOf(join(dock, 'pier.ts'), dock), ['dock/pier.ts']);
  assert.deepEqual(await pathsOf(join(repository.dir, 'dock/*.ts')), ['dock/a\\b.ts', 'dock/pier.ts']);
  assert.deepEqual(await pathsOf(join(link, 'dock')), ['dock/a\\b.ts', 'dock/pier.ts']);
});

test('a path outside is refused, be it relative or absolute', async () => {
  for (const path of ['..', '../dock', '/dock']) {
    const { status, stderr } = await runHackdebt(['list', '--path', path], { cwd: repository.dir });
    const says = `hackdebt: "${path}" lies outside the repository. Name a path inside it.\n`;
    assert.deepEqual([status, stderr], [2, says]);
  }
});
