import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { generateHistory } from '../truth/generate-history.ts';
import { randomOf } from '../truth/random.ts';
import { ask, dumpOf } from './ask.ts';

const HISTORIES = 10;
const REWRITTEN = 5;

async function scan(repository: TestRepository, database: string, ...flags: readonly string[]): Promise<void> {
  const { code, stderr } = await ask(repository.dir, 'scan', '--db', database, ...flags);
  assert.equal(code, 0, stderr);
}

async function scanAt(repository: TestRepository, database: string, commit: string): Promise<void> {
  await repository.git('update-ref', 'refs/heads/main', commit);
  await scan(repository, database);
}

/** What a scan from nothing leaves of the line as it is now. */
async function scanAnew(repository: TestRepository, ...flags: readonly string[]): Promise<readonly string[]> {
  const fresh = join(await mkdtemp(join(repository.dir, 'fresh-')), 'fresh.db');
  await scan(repository, fresh, ...flags);
  return dumpOf(fresh);
}

/** A few commits of the tip's first-parent chain, oldest first. */
async function pickStops(repository: TestRepository, seed: number): Promise<string[]> {
  const random = randomOf(seed * 104729);
  const chain = (await repository.git('rev-list', '--reverse', '--first-parent', 'main')).split('\n');
  return chain.filter((_, index) => index < chain.length - 1 && random.below(chain.length) < 3);
}

test(`scans on the way leave the same rows as one at the end (${HISTORIES} random histories)`, async () => {
  for (let seed = 1; seed <= HISTORIES; seed += 1) {
    await using repository = await repositoryOf(generateHistory(seed, 30).story, { bare: true });
    const tip = await repository.git('rev-parse', 'main');
    const database = join(repository.dir, 'grown.db');
    const stops = await pickStops(repository, seed);
    for (const commit of [...stops, tip]) await scanAt(repository, database, commit);
    assert.deepEqual(await dumpOf(database), await scanAnew(repository), `seed ${seed}, stops ${stops.join(' ')}`);
  }
});

test(`a line that was rewritten is told anew (${REWRITTEN} random histories)`, async () => {
  for (let seed = 1; seed <= REWRITTEN; seed += 1) {
    const { story } = generateHistory(seed, 30);
    const random = randomOf(seed * 15485863);
    await using repository = await repositoryOf(story, { bare: true });
    const tip = await repository.git('rev-parse', 'main');
    const database = join(repository.dir, 'grown.db');
    const elsewhere = repository.oidOf(random.pick(story).name);
    for (const commit of [elsewhere, tip]) await scanAt(repository, database, commit);
    assert.deepEqual(await dumpOf(database), await scanAnew(repository), `seed ${seed}, first ${elsewhere}`);
  }
});

/** Two people work side by side; `theirs` has the merge the wrong way round: its first parent is the side branch. */
const BESIDE: Story = [
  { name: 'root', files: { 'a.ts': '// TODO stow the anchor\nstow();\n', 'b.ts': 'sail();\n' } },
  { name: 'ours', files: { 'a.ts': '// TODO stow the anchor twice\nstow();\n' } },
  { name: 'side', on: 'side', parents: ['root'], files: { 'b.ts': '// FIXME reef earlier\nsail();\n' } },
  {
    name: 'theirs',
    on: 'wrong',
    parents: ['side', 'ours'],
    files: { 'a.ts': '// TODO stow the anchor twice\nstow();\n' },
  },
  { name: 'rebased', on: 'rebased', parents: ['side'], files: { 'a.ts': '// TODO stow the anchor twice\nstow();\n' } },
];

for (const [how, commit] of [
  ['a merge the wrong way round', 'theirs'],
  ['a rebase', 'rebased'],
] as const) {
  test(`${how} gives the mainline another first parent, and the same rows as a first scan`, async () => {
    await using repository = await repositoryOf(BESIDE, { bare: true });
    const database = join(repository.dir, 'grown.db');
    for (const name of ['ours', commit]) await scanAt(repository, database, repository.oidOf(name));
    assert.deepEqual(await dumpOf(database), await scanAnew(repository));
  });
}

/** The comment goes on main while a branch still changes its code; the branch comes in later. */
const LATE: Story = [
  { name: 'root', files: { 'a.ts': '// TODO stow the anchor\nstow();\n' } },
  { name: 'side', on: 'side', parents: ['root'], files: { 'a.ts': '// TODO stow the anchor\nstow(anchor);\n' } },
  { name: 'tidy', parents: ['root'], files: { 'a.ts': 'stow();\n' } },
  { name: 'merge', parents: ['tidy', 'side'], files: { 'a.ts': 'stow(anchor);\n' } },
];

test('a branch that comes in after a removal does not change what the removal meant', async () => {
  await using repository = await repositoryOf(LATE, { bare: true });
  const database = join(repository.dir, 'grown.db');
  for (const name of ['tidy', 'merge']) await scanAt(repository, database, repository.oidOf(name));
  assert.deepEqual(await dumpOf(database), await scanAnew(repository));
});

/** Clocks so wrong that git, asked for what is new, also names commits that came long before. */
const SKEWED: Story = [
  { name: 'root', at: 3000, files: { 'a.ts': '// TODO stow the anchor\nstow();\n' } },
  { name: 'early', at: 6000, files: { 'b.ts': '// FIXME reef earlier\nsail();\n' } },
  ...Array.from({ length: 20 }, (_, day) => ({ name: `day ${day}`, at: 1000 + day, files: { log: `${day}\n` } })),
  { name: 'seen', at: 10_000, files: { 'a.ts': 'stow();\n' } },
  { name: 'side', at: 5000, on: 'side', parents: ['early'], files: { 'c.ts': '// TODO hoist\nhoist();\n' } },
  { name: 'merge', at: 10_001, parents: ['seen', 'side'], files: { 'c.ts': '// TODO hoist\nhoist();\n' } },
];

test('wrong clocks do not make a scan read a commit twice', async () => {
  await using repository = await repositoryOf(SKEWED, { bare: true });
  const database = join(repository.dir, 'grown.db');
  for (const name of ['seen', 'merge']) await scanAt(repository, database, repository.oidOf(name));
  assert.deepEqual(await dumpOf(database), await scanAnew(repository));
});

test('another configuration and back leaves the same rows', async () => {
  await using repository = await repositoryOf(generateHistory(5, 30).story, { bare: true });
  const database = join(repository.dir, 'grown.db');
  const other = join(repository.dir, 'other.json');
  await writeFile(other, '{ "tags": ["FIXME"], "exclude": ["*.py"] }');
  const tip = await repository.git('rev-parse', 'main');
  await scanAt(repository, database, await repository.git('rev-parse', 'main~3'));
  const usual = await scanAnew(repository);
  await scan(repository, database, '--config', other);
  assert.notDeepEqual(await dumpOf(database), usual);
  assert.deepEqual(await dumpOf(database), await scanAnew(repository, '--config', other));
  await scan(repository, database);
  assert.deepEqual(await dumpOf(database), usual);
  await scanAt(repository, database, tip);
  assert.deepEqual(await dumpOf(database), await scanAnew(repository));
});
