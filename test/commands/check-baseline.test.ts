import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test, type TestContext } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import { runGit } from '../rig/run-git.ts';
import type { Story } from '../rig/story.ts';
import { checkBranch, TODO_FEED, type CheckRun } from './check-branch.ts';
import { folderOf } from './temporary-folder.ts';

type Files = Readonly<Record<string, string | null>>;

const FILE = 'hackdebt.baseline.jsonl';
const FRESH = 'export function chart(songs) {\n  // FIXME sort by plays\n  return songs.sort();\n}\n';
const LEGACY: Files = { 'feed.js': TODO_FEED, 'old.js': '// TODO one thing\n\ncall(); // XXX another thing\n' };

/** What `--write-baseline` writes for these files. */
async function baselineOf(files: Files): Promise<string> {
  await using repository = await repositoryOf([{ name: 'base', files }]);
  const { status, stderr } = await checkBranch(repository, ['--write-baseline']);
  assert.equal(status, 0, stderr);
  return readFileSync(join(repository.dir, FILE), 'utf8');
}

/** `check` in a clone of one commit, whose tree is the legacy with these files changed. */
async function checkCut(context: TestContext, files: Files, args: readonly string[] = []): Promise<CheckRun> {
  const story: Story = [
    { name: 'base', files: { ...LEGACY, [FILE]: await baselineOf(LEGACY) } },
    { name: 'work', files },
  ];
  await using source = await repositoryOf(story);
  const dir = join(folderOf(context), 'clone');
  await runGit(['clone', '--quiet', '--depth=1', pathToFileURL(source.dir).href, dir], { cwd: source.dir });
  return checkBranch({ dir }, [...args, '--json']);
}

test('a baseline has a sorted line per hack, with neither totals nor dates nor line numbers', async () => {
  const lines = (await baselineOf(LEGACY)).trimEnd().split('\n');
  assert.deepEqual(lines, lines.toSorted());
  const entries = lines.map((line) => JSON.parse(line) as Record<string, string>);
  assert.deepEqual(entries.map(({ tag }) => tag).toSorted(), ['TODO', 'TODO', 'XXX']);
  for (const entry of entries) {
    assert.deepEqual(Object.keys(entry), ['fingerprint', 'path', 'tag', 'text']);
    assert.match(entry['fingerprint'] ?? '', /^v1:[0-9a-f]{32}$/);
  }
});

test('a clone of one commit is compared with its baseline', async (context) => {
  const { status, report } = await checkCut(context, { 'chart.js': FRESH });
  assert.equal(status, 0);
  assert.deepEqual(
    report.changes.map(({ change, tag }: never) => [change, tag]),
    [['new', 'FIXME']],
  );
  assert.deepEqual(report.base, { name: FILE, commit: null, foundBy: 'what the clone holds' });
});

test('what is in the baseline and moves within or between files is not new', async (context) => {
  const moved = { 'feed.js': null, 'song/feed.js': `\n\n${TODO_FEED}` };
  const { status, report } = await checkCut(context, moved, ['--max-new', '0']);
  assert.equal(status, 0);
  assert.deepEqual([report.changes, report.baseline.stale], [[], []]);
});

test('what is in the baseline and stands in a part that was split off is not new', async (context) => {
  const parts = { 'old.js': 'start();\n', 'part.js': 'stop();\n// TODO one thing\n\ncall(); // XXX another thing\n' };
  const { report } = await checkCut(context, parts);
  assert.deepEqual([report.changes, report.baseline.stale], [[], []]);
});

test('entries whose hack is gone are told apart and are no finding', async (context) => {
  const { status, report } = await checkCut(context, { 'feed.js': null }, ['--max-new', '0', '--ratchet']);
  assert.equal(status, 0);
  assert.deepEqual([report.changes, report.findings], [[], []]);
  assert.deepEqual(
    report.baseline.stale.map(({ path }: { path: string }) => path),
    ['feed.js'],
  );
});

test('a new hack fails the ratchet, unless as many are gone from the baseline', async (context) => {
  assert.equal((await checkCut(context, { 'chart.js': FRESH }, ['--ratchet'])).status, 1);
  assert.equal((await checkCut(context, { 'chart.js': FRESH, 'feed.js': null }, ['--ratchet'])).status, 0);
});

test('what is gone from elsewhere pays nothing in the paths, the scope or the folder that the ratchet counts', async (context) => {
  const files = { 'web/chart.js': FRESH, 'feed.js': null };
  const configs = [
    { config: { rules: { ratchet: { paths: ['web'] } } }, args: [] },
    { config: { scopes: { web: { paths: ['web'] } } }, args: ['--ratchet', '--scope', 'web'] },
    { config: {}, args: ['--ratchet', '-C', 'web'] },
  ];
  for (const { config, args } of configs) {
    const { report } = await checkCut(context, { ...files, 'hackdebt.config.json': JSON.stringify(config) }, args);
    assert.deepEqual(
      report.findings.map(({ message }: { message: string }) => message),
      ['1 hack new and 0 gone: 1 more than at the base'],
    );
  }
});

test('an entry that a decision keeps pays nothing when its hack goes', async (context) => {
  const kept = { kind: 'decision', id: `hd-${'1'.repeat(16)}`, decision: 'keep', owner: null, note: 'amnesty' };
  const what = { path: 'feed.js', text: "don't do this, talk to MySQL", introduced: '1'.repeat(40) };
  const decision = `${JSON.stringify({ ...kept, until: null, date: '2026-11-18T10:00:00Z', ...what })}\n`;
  const files = { 'chart.js': FRESH, 'feed.js': null, 'hackdebt.decisions.jsonl': decision };
  assert.equal((await checkCut(context, files, ['--ratchet'])).status, 1);
});

test('noSwept cannot be judged by a baseline, and says so', async (context) => {
  const { status, report } = await checkCut(context, { 'feed.js': null }, ['--no-swept']);
  assert.equal(status, 0);
  assert.deepEqual(
    report.findings.map(({ rule, level }: never) => [rule, level]),
    [['unsound', 'warning']],
  );
});

test('a branch that adds its hacks to the baseline is judged by the baseline of its base', async () => {
  const whole = { ...LEGACY, 'chart.js': FRESH };
  const story: Story = [
    { name: 'base', files: { ...LEGACY, [FILE]: await baselineOf(LEGACY) } },
    { name: 'work', on: 'topic', parents: ['base'], files: { 'chart.js': FRESH, [FILE]: await baselineOf(whole) } },
  ];
  await using repository = await repositoryOf(story, { head: 'topic' });
  const { status, report } = await checkBranch(repository, ['--baseline', '--max-new', '0', '--json']);
  assert.equal(status, 1);
  assert.equal(report.baseline.from, 'base');
  assert.deepEqual(
    report.findings.map(({ rule }: { rule: string }) => rule),
    ['maxNew', 'policy'],
  );
});

test('baselines of two branches that both admitted something merge without a conflict', async () => {
  const many = { 'many.js': Array.from({ length: 60 }, (_, index) => `// TODO ${index} of many\n\n`).join('') };
  const [ours, theirs] = [{ 'a.js': '// TODO ours\n' }, { 'b.js': '// TODO theirs\n' }];
  const story: Story = [
    { name: 'base', files: { ...many, [FILE]: await baselineOf(many) } },
    { name: 'ours', files: { ...ours, [FILE]: await baselineOf({ ...many, ...ours }) } },
    {
      name: 'theirs',
      on: 'topic',
      parents: ['base'],
      files: { ...theirs, [FILE]: await baselineOf({ ...many, ...theirs }) },
    },
  ];
  await using repository = await repositoryOf(story);
  const identity = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org'];
  await repository.git(...identity, 'merge', '--quiet', '-m', 'merge', 'topic');
  const merged = readFileSync(join(repository.dir, FILE), 'utf8');
  assert.equal(merged, await baselineOf({ ...many, ...ours, ...theirs }));
});

test('a baseline with an unresolved conflict is refused, and nothing is called new', async (context) => {
  const { status, stderr } = await checkCut(context, { [FILE]: '<<<<<<< ours\n' });
  assert.equal(status, 2);
  assert.match(stderr, /hackdebt\.baseline\.jsonl:1 .*merge conflict/);
});

test('--baseline without a file says how to get one', async () => {
  await using repository = await repositoryOf([{ name: 'base', files: LEGACY }]);
  const { status, stderr } = await checkBranch(repository, ['--baseline']);
  assert.equal(status, 2);
  assert.match(stderr, /--write-baseline/);
});
