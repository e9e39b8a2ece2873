import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { readReport } from './read-report.ts';

const CONFIG = JSON.stringify({ sprint: { start: 'monday', timezone: 'Europe/Berlin', demoTag: 'shown-*' } });
const PIE = 'bake(pie);\n// HACK no sugar\nserve(pie);\n';

const BASE: Story = [
  {
    name: 'old',
    at: '2026-11-02T08:00:00Z',
    files: { 'hackdebt.config.json': CONFIG, 'a.js': '// TODO old\nold();\n' },
  },
  { name: 'monday', at: '2026-11-16T08:00:00Z', files: { 'b.js': '// TODO new\nfresh();\n' } },
];
const ON_BRANCH: Story = [
  ...BASE,
  { name: 'pie', on: 'pie', parents: ['monday'], at: '2026-11-17T08:00:00Z', files: { 'pie.js': PIE } },
];

const DEMOS = "SELECT name, origin, open_hacks FROM snapshots WHERE kind = 'demo' ORDER BY name";

async function ask(repository: TestRepository, sql: string): Promise<unknown[]> {
  return (await readReport(repository, 'sql', sql)).report.rows;
}

test('scan keeps what demos by the clock showed, as rebuilt, so that their debuts can be asked for', async () => {
  await using repository = await repositoryOf(BASE);
  await readReport(repository, 'scan');
  assert.deepEqual(await ask(repository, DEMOS), [
    ['2026-W45', 'rebuilt', 1],
    ['2026-W46', 'rebuilt', 1],
    ['2026-W47', 'rebuilt', 2],
  ]);
  assert.deepEqual(await ask(repository, '@debut'), [
    ['2026-W47', '2026-11-17', 1, 0, 0],
    ['2026-W45', '2026-11-03', 1, 0, 0],
  ]);
});

test('a demo that the team names takes the place of the one by the clock', async () => {
  await using repository = await repositoryOf(ON_BRANCH);
  await readReport(repository, 'scan');
  await readReport(repository, 'demo', 'pie');
  await readReport(repository, 'scan');
  assert.deepEqual((await ask(repository, DEMOS)).at(-1), ['2026-W47', 'observed', 3]);
});

test('a demo by its tag is told after branch and tag are deleted and collected, once it was scanned', async () => {
  await using repository = await repositoryOf(ON_BRANCH);
  const commit = repository.oidOf('pie');
  await repository.git('tag', 'shown-47', 'pie');
  await readReport(repository, 'scan');
  await repository.git('tag', '--delete', 'shown-47');
  await repository.git('branch', '--quiet', '-D', 'pie');
  await repository.git('reflog', 'expire', '--expire=now', '--all');
  await repository.git('gc', '--quiet', '--prune=now');
  const { report } = await readReport(repository, 'report', '--demo', commit.slice(0, 12));
  assert.deepEqual(
    report.hacks.map(({ path }: { path: string }) => path),
    ['b.js', 'pie.js'],
  );
});
