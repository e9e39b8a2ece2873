import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StandupItem, StandupReport } from '../../src/model/standup.ts';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import type { Story, StoryCommit } from '../rig/story.ts';
import { runHackdebt, type Run } from './run-hackdebt.ts';

const CONFIG = JSON.stringify({ sprint: { start: 'monday', timezone: 'Europe/Berlin' } });
const THURSDAY = '2026-11-19T09:00:00Z';
const AMP = '// TODO tune the amp\nexport const amp = tuned(1);\n';
const DRUM = 'export function drum() {\n  // HACK one microphone\n  return mic(1);\n}\n';
const BASS = 'export function bass() {\n  // FIXME plays too loud\n  return play(11);\n}\n';

/** On Monday Ann admits two. On Wednesday Bo pays one of hers, a bot updates, and Ann's agent writes tests. */
const LINE: Story = [
  {
    name: 'monday',
    author: 'Ann Lee <ann@example.org>',
    at: '2026-11-16T10:00:00Z',
    files: { 'hackdebt.config.json': CONFIG, 'amp.ts': AMP, 'drum.ts': DRUM },
  },
  {
    name: 'paid',
    author: 'Bo Diddley <bo@example.org>',
    at: '2026-11-18T10:00:00Z',
    files: { 'drum.ts': 'export function drum() {\n  return mics(4).map(mix);\n}\n' },
  },
  {
    name: 'bump',
    author: 'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>',
    at: '2026-11-18T11:00:00Z',
    files: { 'deps.ts': '// TODO written by a machine\n' },
  },
  {
    name: 'agent',
    author: 'Ann Lee <ann@example.org>',
    at: '2026-11-18T12:00:00Z',
    message: 'Test the amp\n\nCo-authored-by: Claude <noreply@anthropic.com>\n',
    files: { 'test/amp.test.ts': 'plays(amp);\nplays(loud(amp));\n' },
  },
];

function bassOn(branch: string, more: Partial<StoryCommit>): StoryCommit {
  const author = 'Cat Power <cat@example.org>';
  const authored = '2026-11-18T13:00:00Z';
  return {
    name: branch,
    on: branch,
    parents: ['agent'],
    author,
    authored,
    at: authored,
    files: { 'bass.ts': BASS },
    ...more,
  };
}

function standup({ dir }: TestRepository, ...args: readonly string[]): Promise<Run> {
  return runHackdebt(['standup', ...args], { cwd: dir, env: { HACKDEBT_NOW: THURSDAY } });
}

async function readStandup(repository: TestRepository): Promise<StandupReport> {
  const run = await standup(repository, '--json');
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout) as StandupReport;
}

function said(items: readonly StandupItem[]): string[] {
  return items.map(({ tag, path, by, branch, fate }) => [tag, path, by, branch ?? 'line', fate ?? '-'].join(' '));
}

test('who paid what somebody else admitted is thanked by first name; bots are one line, agents stand for their human', async () => {
  await using repository = await repositoryOf(LINE);
  const { items, thanks, commits, in: place, since } = await readStandup(repository);
  assert.deepEqual(said(items.paid), ['HACK drum.ts Bo line refactored']);
  assert.deepEqual(said(items.admitted), []);
  assert.deepEqual(thanks, { paid: 1, people: ['Bo'] });
  assert.deepEqual(commits, { humans: 1, agents: 1, agentsFor: ['Ann'], bots: 1, botNames: ['renovate'] });
  assert.deepEqual([place, since], [{ sprint: '2026-W47', day: 4 }, '2026-11-18T04:00:00+01:00']);
});

test('the lines of the team are told by what they were for, and those of bots are not', async () => {
  await using repository = await repositoryOf(LINE);
  const { shares } = await readStandup(repository);
  assert.deepEqual(shares, { lines: { building: 0, testing: 2, documenting: 0, refactoring: 3 }, leftOut: 0 });
});

test('what an unmerged branch admits and pays is told with its name', async () => {
  const branch = bassOn('bass', {
    files: { 'bass.ts': BASS, 'amp.ts': 'export const amp = listen(2).then(tuned);\n' },
  });
  await using repository = await repositoryOf([...LINE, branch]);
  const { items, branches } = await readStandup(repository);
  assert.deepEqual(said(items.admitted), ['FIXME bass.ts Cat bass -']);
  assert.deepEqual(said(items.paid), ['HACK drum.ts Bo line refactored', 'TODO amp.ts Cat bass refactored']);
  assert.deepEqual([branches.unmerged, branches.read, branches.fetched], [1, ['bass'], null]);
});

test('a branch that was pushed by force, and stands here as it was, is told once', async () => {
  const again = bassOn('rebased', { name: 'again', at: '2026-11-18T15:00:00Z' });
  await using repository = await repositoryOf([...LINE, bassOn('bass', {}), again]);
  await repository.git('update-ref', 'refs/remotes/origin/bass', repository.oidOf('again'));
  await repository.git('update-ref', '-d', 'refs/heads/rebased');
  const { items, branches, commits } = await readStandup(repository);
  assert.deepEqual(said(items.admitted), ['FIXME bass.ts Cat origin/bass -']);
  assert.deepEqual([branches.unmerged, branches.read, commits.humans], [1, ['origin/bass'], 2]);
});

test('a hack that two branches admit alike is told once', async () => {
  const other = bassOn('other', { files: { 'bass.ts': BASS, 'more.ts': 'more();\n' } });
  await using repository = await repositoryOf([...LINE, bassOn('bass', {}), other]);
  const { items } = await readStandup(repository);
  assert.equal(items.admitted.length, 1);
});

test('a branch whose work was squashed into the line is told on the line, once', async () => {
  const squash: StoryCommit = {
    name: 'squash',
    author: 'Cat Power <cat@example.org>',
    at: '2026-11-18T16:00:00Z',
    message: 'Play the bass (#7)',
    files: { 'bass.ts': BASS, 'late.ts': 'late();\n' },
  };
  const late = { name: 'late', on: 'bass', at: '2026-11-18T14:00:00Z', files: { 'late.ts': 'late();\n' } };
  await using repository = await repositoryOf([...LINE, bassOn('bass', {}), late, squash]);
  const { items, branches, shares } = await readStandup(repository);
  assert.deepEqual(said(items.admitted), ['FIXME bass.ts Cat line -']);
  assert.deepEqual([branches.read, branches.squashed], [[], ['bass']]);
  assert.equal(shares.lines.building, 4);
});

test('a squashed branch that went on is told for what is new on it alone', async () => {
  const squash = { name: 'squash', at: '2026-11-18T16:00:00Z', files: { 'bass.ts': BASS } };
  const later = {
    name: 'later',
    on: 'bass',
    at: '2026-11-18T17:00:00Z',
    files: { 'horn.ts': '// XXX out of tune\nhorn();\n' },
  };
  await using repository = await repositoryOf([...LINE, bassOn('bass', {}), squash, later]);
  const { items } = await readStandup(repository);
  assert.deepEqual(said(items.admitted), ['FIXME bass.ts anna line -', 'XXX horn.ts anna bass -']);
});

test('a hundred hacks are fifteen lines', async () => {
  const files = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`song${n}.ts`, `// TODO write song ${n}\n`]));
  await using repository = await repositoryOf([...LINE, { name: 'album', at: '2026-11-18T18:00:00Z', files }]);
  const { stdout } = await standup(repository);
  assert.equal(stdout.trimEnd().split('\n').length, 15);
  assert.match(stdout, /and \d+ more/);
});

test('without a sprint nobody is named and no sprint, day or demo is spoken of', async () => {
  const [first, ...rest] = LINE;
  const story = [{ ...first, name: 'monday', files: { 'amp.ts': AMP, 'drum.ts': DRUM } }, ...rest];
  await using repository = await repositoryOf(story);
  const { stdout } = await standup(repository);
  assert.match(stdout, /since Wednesday 2026-11-18 04:00 UTC\n1 paid, nothing admitted; 2 commits\./);
  assert.match(stdout, /Thank you, whoever paid a hack that somebody else admitted\./);
  assert.doesNotMatch(stdout, /sprint|demo|\bday\b|Bo\b|Ann\b/);
});

for (const date of ['tilt', '2024-02-30', '2024-03-01 (junk']) {
  for (const command of ['standup', 'report']) {
    test(`${command} --since "${date}" is refused with what to do`, async () => {
      await using repository = await repositoryOf(LINE);
      const { status, stderr } = await runHackdebt([command, '--since', date], { cwd: repository.dir });
      const says = `hackdebt: "${date}" is neither a revision here nor a date like 2026-11-17.\n`;
      assert.deepEqual([status, stderr], [2, says]);
    });
  }
}

test('a date without a zone is of the sprint, whatever the machine says', async () => {
  await using repository = await repositoryOf(LINE);
  const ask = async (command: string, since: string): Promise<string> => {
    const env = { TZ: 'America/New_York', HACKDEBT_NOW: THURSDAY };
    const { stdout } = await runHackdebt([command, '--since', since, '--json'], { cwd: repository.dir, env });
    return stdout;
  };
  assert.match(await ask('standup', '2026-11-18'), /"since": "2026-11-18T00:00:00\+01:00"/);
  assert.match(await ask('standup', '2026-11-18T12:00'), /"since": "2026-11-18T12:00:00\+01:00"/);
  assert.match(await ask('report', '2026-11-18T12:00'), /"from": "2026-11-18T11:00:00\.000Z"/);
});
