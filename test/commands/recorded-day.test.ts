import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutcomeReport } from '../../src/model/outcome.ts';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { runHackdebt, type Run } from './run-hackdebt.ts';

const CONFIG = JSON.stringify({ sprint: { start: 'monday', timezone: 'Europe/Berlin' } });
const WEDNESDAY_NIGHT = '2026-11-18T22:00:00Z';
const THIRTY_DAYS_LATER = '2026-12-18T10:00:00Z';

const WEEK: Story = [
  {
    name: 'monday',
    at: '2026-11-16T10:00:00Z',
    files: { 'hackdebt.config.json': CONFIG, 'amp.ts': '// TODO tune it\nexport const amp = 1;\n' },
  },
  { name: 'wednesday', at: '2026-11-18T10:00:00Z', files: { 'drum.ts': '// HACK one mic\nexport const drum = 2;\n' } },
];

function runAt(repository: TestRepository, now: string, ...args: readonly string[]): Promise<Run> {
  return runHackdebt(args, { cwd: repository.dir, env: { HACKDEBT_NOW: now } });
}

async function reportDay(repository: TestRepository, now: string, day = '3'): Promise<OutcomeReport> {
  const run = await runAt(repository, now, 'report', '--sprint', '2026-W47', '--day', day, '--json');
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout) as OutcomeReport;
}

function placesOf({ hacks }: OutcomeReport): string[] {
  return hacks.map(({ path, line, tag, text }) => `${path}:${line} ${tag} ${text}`).toSorted();
}

test('what was recorded on day 3 is told on day 30, though history was rewritten and every hack moved', async () => {
  await using repository = await repositoryOf(WEEK);
  await runAt(repository, WEDNESDAY_NIGHT, 'scan');
  await runAt(repository, '2026-11-19T09:00:00Z', 'scan');
  const then = await reportDay(repository, '2026-11-19T09:00:00Z');
  await repository.git('checkout', '--quiet', '--orphan', 'fresh');
  await repository.git('mv', 'amp.ts', 'loud.ts');
  await repository.git(
    '-c',
    'user.name=bo',
    '-c',
    'user.email=bo@example.org',
    'commit',
    '--quiet',
    '-m',
    'Begin anew',
  );
  await repository.git('branch', '--quiet', '-M', 'main');
  const later = await reportDay(repository, THIRTY_DAYS_LATER);
  assert.deepEqual(placesOf(then), ['amp.ts:1 TODO tune it', 'drum.ts:1 HACK one mic']);
  assert.deepEqual(placesOf(later), placesOf(then));
  const { window } = later;
  assert.deepEqual(window.kind === 'day' && [window.origin, window.final, window.date], [
    'observed',
    true,
    '2026-11-18',
  ]);
});

test('a day that nobody recorded is rebuilt, and said to be', async () => {
  await using repository = await repositoryOf(WEEK);
  const run = await runAt(repository, THIRTY_DAYS_LATER, 'report', '--sprint', '2026-W47', '--day', '2');
  assert.equal(run.status, 0, run.stderr);
  assert.match(run.stderr, /nothing was recorded on day 2 of 2026-W47 \(2026-11-17\)/);
  assert.match(run.stdout, /^What became of what was open on day 2 of sprint 2026-W47\n.*\nRebuilt from history/);
  assert.match(run.stdout, /amp\.ts:1/);
  assert.doesNotMatch(run.stdout, /Still open \(2\)/);
});

const REFUSED: readonly (readonly [args: readonly string[], complaint: RegExp])[] = [
  [['--sprint', '2026-W47', '--day', '6'], /2026-W47 has no day 6\. Its last one is day 5\./],
  [['--sprint', '2026-W47', '--day', '4'], /day 4 of 2026-W47 \(2026-11-19\) is still ahead\./],
  [['--day', 'x'], /--day cannot be "x"\./],
];

for (const [args, complaint] of REFUSED) {
  test(`report ${args.join(' ')} on a Wednesday is refused with what to do`, async () => {
    await using repository = await repositoryOf(WEEK);
    const run = await runAt(repository, WEDNESDAY_NIGHT, 'report', ...args);
    assert.equal(run.status, 2);
    assert.match(run.stderr, complaint);
  });
}

test('without a sprint a day means nothing', async () => {
  await using repository = await repositoryOf([{ name: 'plain', files: { 'a.ts': '// TODO one\n' } }]);
  const run = await runAt(repository, WEDNESDAY_NIGHT, 'report', '--day', '1');
  assert.equal(run.status, 2);
  assert.match(run.stderr, /no sprint is configured, so --day means nothing/);
});
