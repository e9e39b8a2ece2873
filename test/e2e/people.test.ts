import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListReport } from '../../src/model/report.ts';
import { repositoryOf } from '../rig/repository-of.ts';
import type { TestRepository } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { askJson } from './ask.ts';

const CODE = '// TODO peel the potatoes\npeel(potatoes);\n';
const MAILMAP = 'Anna Baker <anna@galley.example> <anna@example.org>\n<anna@galley.example> <anna@home.example>\n';
const TIDY = { 'galley.ts': 'peel(potatoes, sharply);\n' };

/** Anna admits at work and pays from home; only the last commit says that both are one. */
const STORY: Story = [
  { name: 'admit', files: { 'galley.ts': CODE, 'deck.ts': '// FIXME swab under the boats\nswab();\n' } },
  { name: 'pay', author: 'A. Baker <anna@home.example>', files: TIDY },
  { name: 'explain', author: 'bo', files: { '.mailmap': MAILMAP } },
];

async function listAt(repository: TestRepository, commit: string): Promise<ListReport['hacks']> {
  await repository.git('update-ref', 'refs/heads/main', repository.oidOf(commit));
  const { hacks } = await askJson<ListReport>(repository.dir, 'list', '--status', 'all', '--sort', 'path', '--emails');
  return hacks;
}

function tell(hacks: ListReport['hacks']): unknown {
  return hacks.map(({ path, introduced, removed }) => [path, introduced.author, removed?.author, removed?.selfRemoved]);
}

test('the mailmap of the tip says how people are called, and who paid for themselves', async () => {
  await using repository = await repositoryOf(STORY, { bare: true });
  const before = await listAt(repository, 'pay');
  const after = await listAt(repository, 'explain');
  const raw = { name: 'anna', email: 'anna@example.org' };
  const shown = { name: 'Anna Baker', email: 'anna@galley.example' };
  const home = { name: 'A. Baker', email: 'anna@home.example' };
  assert.deepEqual(tell(before), [
    ['deck.ts', raw, undefined, undefined],
    ['galley.ts', raw, home, false],
  ]);
  assert.deepEqual(tell(after), [
    ['deck.ts', shown, undefined, undefined],
    ['galley.ts', shown, { ...home, email: 'anna@galley.example' }, true],
  ]);
});

test('no mailmap changes an id', async () => {
  await using repository = await repositoryOf(STORY, { bare: true });
  const before = await listAt(repository, 'pay');
  const after = await listAt(repository, 'explain');
  assert.deepEqual(
    after.map(({ id }) => id),
    before.map(({ id }) => id),
  );
});

test('a mailmap that goes takes its names with it', async () => {
  const back = { name: 'forget', author: 'bo', files: { '.mailmap': null } };
  await using repository = await repositoryOf([...STORY, back], { bare: true });
  await listAt(repository, 'explain');
  const [deck] = await listAt(repository, 'forget');
  assert.equal(deck?.introduced.author.name, 'anna');
});

test('a hack that only a branch has is told by the same names', async () => {
  const branch = { name: 'side', on: 'side', parents: ['explain'], files: { 'side.ts': CODE } };
  await using repository = await repositoryOf([...STORY, branch], { bare: true });
  const { hacks } = await askJson<ListReport>(repository.dir, 'list', '--at', 'side', '--path', 'side.ts');
  assert.deepEqual(
    hacks.map(({ introduced }) => introduced.author.name),
    ['Anna Baker'],
  );
});
