import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { TrendReport } from '../../src/model/trend.ts';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { runHackdebt, type Run } from './run-hackdebt.ts';

const SPRINT = { start: 'monday', timezone: 'Europe/Berlin' };
const THURSDAY = '2026-11-19T12:00:00Z';

/** Two sprints: four admitted, one paid in the first, one swept in the second; and one that a side branch admitted and took back. */
function band(config: object | null): Story {
  const files = config === null ? {} : { 'hackdebt.config.json': JSON.stringify(config) };
  return [
    { name: 'amp', at: '2026-11-09T10:00:00Z', files: { ...files, 'amp.ts': '// TODO tune\namp(1);\n' } },
    {
      name: 'drum',
      at: '2026-11-10T10:00:00Z',
      tag: 'v1.0-alpha',
      files: { 'drum.ts': '// HACK one mic\ndrum(1);\n' },
    },
    { name: 'pay', at: '2026-11-12T10:00:00Z', files: { 'amp.ts': 'amp(listen(2).then(tuned));\n' } },
    { name: 'bass', at: '2026-11-16T10:00:00Z', files: { 'bass.ts': '// FIXME loud\nbass(1);\n' } },
    {
      name: 'side',
      on: 'side',
      parents: ['bass'],
      at: '2026-11-16T11:00:00Z',
      files: { 'horn.ts': '// XXX no\nhorn();\n' },
    },
    { name: 'back', on: 'side', at: '2026-11-16T12:00:00Z', files: { 'horn.ts': 'horn();\n' } },
    { name: 'merge', parents: ['bass', 'back'], at: '2026-11-17T10:00:00Z', files: { 'horn.ts': 'horn();\n' } },
    { name: 'late', at: '2026-11-18T23:30:00Z', files: { 'mic.ts': '// TODO buy one\nmic();\n' } },
  ];
}

function trend({ dir }: TestRepository, ...args: readonly string[]): Promise<Run> {
  return runHackdebt(['trend', ...args], { cwd: dir, env: { HACKDEBT_NOW: THURSDAY } });
}

async function readTrend(repository: TestRepository): Promise<TrendReport> {
  const run = await trend(repository, '--json');
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout) as TrendReport;
}

const MILESTONES = ['v*-alpha', { name: 'beta', date: '2026-12-01' }];
const repository = await repositoryOf(band({ sprint: SPRINT, milestones: MILESTONES }));
after(() => repository.dispose());
const { burndown, unit, periods, milestones, projection, halfLife } = await readTrend(repository);

test('a sprint is told day by day, the night counted to the evening before', () => {
  assert.equal(unit, 'sprint');
  assert.deepEqual(
    burndown.map(({ number, date, open, over }) => [number, date, open, over]),
    [
      [1, '2026-11-16', 2, true],
      [2, '2026-11-17', 2, true],
      [3, '2026-11-18', 3, true],
      [4, '2026-11-19', 3, false],
    ],
  );
});

test('every sprint says what it admitted, paid and left; what never reached the mainline is in none', () => {
  assert.deepEqual(
    periods.map(({ name, admitted, paid, carriedOver, open }) => [name, admitted, paid, carriedOver, open]),
    [
      ['2026-W46', 2, 1, 1, 1],
      ['2026-W47', 2, 0, 2, 3],
    ],
  );
});

test('milestones come from tags of the line and from dates in the configuration', () => {
  assert.deepEqual(milestones, [
    { name: 'v1.0-alpha', date: '2026-11-10T11:00:00+01:00', open: 2 },
    { name: 'beta', date: '2026-12-01T23:59:59+01:00', open: null },
  ]);
});

test('a sprint in which the line began is no full one, so there is nothing to draw from', () => {
  assert.deepEqual([projection.history, projection.open, projection.until], [0, null, '2026-11-20']);
});

test('one end is no half-life', () => {
  assert.deepEqual([halfLife.hacks, halfLife.gone, halfLife.enough], [4, 1, false]);
});

test('what was recorded on a day stands beside what history says of it now', async () => {
  await runHackdebt(['scan'], { cwd: repository.dir, env: { HACKDEBT_NOW: '2026-11-16T09:00:00Z' } });
  const { burndown: points } = await readTrend(repository);
  assert.deepEqual(
    points.map(({ open, observed }) => [open, observed]),
    [
      [2, 3],
      [2, null],
      [3, null],
      [3, null],
    ],
  );
});

test('a milestone on a date that no calendar has is refused', async () => {
  await using other = await repositoryOf(band({ milestones: [{ name: 'beta', date: '2026-02-30' }] }));
  const run = await trend(other);
  assert.equal(run.status, 2);
  assert.match(run.stderr, /"milestones" has no such date: 2026-02-30\./);
});

test('without a sprint weeks are told, and no format speaks of sprint, day or demo', async () => {
  await using other = await repositoryOf(band(null));
  const files = ['terminal=t', 'json=j', 'csv=c'].flatMap((output) => ['--output', output]);
  assert.equal((await trend(other, '--survival', ...files)).status, 0);
  const [text = '', json = '', csv = ''] = ['t', 'j', 'c'].map((name) => readFileSync(join(other.dir, name), 'utf8'));
  assert.match(text, /^week +admitted +paid/m);
  for (const told of [text.replace(/\b1 day\b/, ''), json, csv]) assert.doesNotMatch(told, /sprint|demo|\bday\b/i);
});

test('a line without commits has a trend without numbers', async () => {
  await using empty = await repositoryOf([]);
  const told = await readTrend(empty);
  assert.deepEqual([told.open, told.periods.map(({ open }) => open), told.halfLife.hacks], [0, [0], 0]);
});
