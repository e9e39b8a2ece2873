import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ListReport } from '../../src/model/report.ts';
import { repositoryOf, type RepositoryOptions } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { ask, askJson } from './ask.ts';
import { fleetStory } from './fleet.ts';
import { start } from './start.ts';

const HACK = '// TODO stow the anchor\nstow();\n';
const STORY: Story = [
  { name: 'root', files: { 'deck/a.ts': HACK, 'hold/b.ts': HACK } },
  { name: 'tip', files: { 'hold/b.ts': `${HACK}// FIXME reef earlier\nreef();\n` } },
];
const ALL = ['deck/a.ts:1', 'hold/b.ts:1', 'hold/b.ts:3'];

async function listed(folder: string, ...flags: readonly string[]): Promise<string[]> {
  const { hacks } = await askJson<ListReport>(folder, 'list', '--sort', 'path', ...flags);
  return hacks.map(({ path, line }) => `${path}:${line}`);
}

const KINDS: readonly (readonly [string, RepositoryOptions])[] = [
  ['a bare repository', { bare: true }],
  ['a repository with 64-digit names', { objectFormat: 'sha256' }],
];

for (const [kind, options] of KINDS) {
  test(`${kind} is told like any other`, async () => {
    await using repository = await repositoryOf(STORY, options);
    assert.deepEqual(await listed(repository.dir), ALL);
    assert.equal((await ask(repository.dir, 'scan')).code, 0);
  });
}

test('a linked worktree has its own line and the database of all', async () => {
  await using repository = await repositoryOf(STORY);
  const linked = join(repository.dir, '..', `${repository.dir.split('/').at(-1)}-linked`);
  await repository.git('worktree', 'add', '--quiet', '-b', 'side', linked, repository.oidOf('root'));
  try {
    assert.deepEqual(await listed(linked), ALL.slice(0, 2));
    assert.deepEqual(await listed(repository.dir), ALL);
  } finally {
    await repository.git('worktree', 'remove', '--force', linked);
  }
});

test('a sub-directory limits what is listed, not what is known', async () => {
  await using repository = await repositoryOf(STORY);
  assert.deepEqual(await listed(repository.dir, '-C', 'hold'), ALL.slice(1));
  assert.deepEqual(await listed(join(repository.dir, 'deck')), ALL.slice(0, 1));
  assert.deepEqual(await listed(repository.dir), ALL);
});

test('a detached HEAD without a branch is its own line', async () => {
  await using repository = await repositoryOf(STORY);
  await repository.git('checkout', '--quiet', '--detach', repository.oidOf('root'));
  assert.deepEqual(await listed(repository.dir), ALL.slice(0, 2));
});

test('neither links nor submodules are followed', async () => {
  const odd = {
    link: { mode: '120000', content: 'deck/a.ts' },
    'outside.ts': { mode: '120000', content: '/etc/passwd' },
    vendor: { mode: '160000', content: '1234567890123456789012345678901234567890' },
  } as const;
  await using repository = await repositoryOf([...STORY, { name: 'odd', files: odd }], { checkout: false });
  assert.deepEqual(await listed(repository.dir), ALL);
});

test('names that could steer a terminal are told without their power, and reversibly in JSON', async () => {
  const files = { 'a\nb.ts': HACK, 'esc\u001b[31m.ts': HACK, '"caf\\351.ts"': HACK };
  await using repository = await repositoryOf([{ name: 'nasty', files, message: 'red \u001b[31m' }], {
    checkout: false,
  });
  assert.deepEqual(await listed(repository.dir), ['"caf\\351.ts":1', 'a\nb.ts:1', 'esc\u001b[31m.ts:1']);
  for (const command of ['scan', 'list', 'report']) {
    const { code, stdout, stderr } = await ask(repository.dir, command);
    assert.deepEqual([code, stderr], [0, '']);
    assert.doesNotMatch(stdout, /[^\P{Cc}\n]/u, command);
  }
});

test('a reader that leaves early is a normal end', async () => {
  await using repository = await repositoryOf(fleetStory(8), { bare: true });
  const { child, ended } = start(['list', '--json'], { cwd: repository.dir });
  assert.ok(child.stdout);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const { code, stderr } = await ended;
  assert.deepEqual([code, stderr], [0, '']);
});
