import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { checkBranch, TODO_FEED } from './check-branch.ts';

const PAID = 'export function feed(songs) {\n  return mysql.query(songs);\n}\n';
const SWEPT = 'export function feed(songs) {\n  return songs.map(load);\n}\n';
const FRESH = 'export function chart(songs) {\n  // FIXME sort by plays\n  return songs.sort();\n}\n';

/** `main` with one hack, and a branch that leaves it with these files. */
function branchWith(files: Record<string, string | null>, message = 'work'): Story {
  return [
    { name: 'base', on: 'main', files: { 'feed.js': TODO_FEED, 'readme.js': '// hello\n' } },
    { name: 'work', on: 'topic', parents: ['base'], message, files },
  ];
}

test('a branch that changed nothing of interest gets one line and exit code 0', async () => {
  await using repository = await repositoryOf(branchWith({ 'readme.js': '// hi\n' }), { head: 'topic' });
  const { status, stdout } = await checkBranch(repository, ['--base', 'main']);
  assert.equal(status, 0);
  assert.match(stdout, /^no hack admitted, none gone, compared with main \([0-9a-f]{7}\)\.\n$/);
});

test('a new admission is told and lets the branch pass', async () => {
  await using repository = await repositoryOf(branchWith({ 'chart.js': FRESH }), { head: 'topic' });
  const { status, report } = await checkBranch(repository, ['--base', 'main', '--json']);
  assert.equal(status, 0);
  assert.equal(report.verdict, 'passed');
  assert.deepEqual(
    report.changes.map(({ change, tag, path, line }: never) => [change, tag, path, line]),
    [['new', 'FIXME', 'chart.js', 2]],
  );
});

const FATES = [
  { files: { 'feed.js': PAID }, fate: 'refactored', status: 0 },
  { files: { 'feed.js': SWEPT }, fate: 'swept', status: 1 },
  { files: { 'feed.js': null }, fate: 'deleted', status: 0 },
] as const;
for (const { files, fate, status } of FATES) {
  test(`a hack that is ${fate} on the branch ends with ${status} under --no-swept`, async () => {
    await using repository = await repositoryOf(branchWith(files), { head: 'topic' });
    const run = await checkBranch(repository, ['--base', 'main', '--no-swept', '--json']);
    assert.equal(run.report.changes[0].removal.fate, fate);
    assert.equal(run.status, status);
  });
}

test('a file that is renamed and edited moves its hacks', async () => {
  const files = { 'feed.js': null, 'song-feed.js': `// our feed\n${TODO_FEED}` };
  await using repository = await repositoryOf(branchWith(files), { head: 'topic' });
  const { status, report } = await checkBranch(repository, [
    '--base',
    'main',
    '--max-new',
    '0',
    '--no-swept',
    '--json',
  ]);
  assert.equal(status, 0);
  assert.deepEqual([report.counts.new, report.counts.removed, report.counts.moved], [0, 0, 1]);
  assert.equal(report.changes[0].before.path, 'feed.js');
});

const RULES = [
  { flags: ['--max-new', '0'], rule: 'maxNew' },
  { flags: ['--ratchet'], rule: 'ratchet' },
  { flags: ['--forbid', 'FIXME'], rule: 'forbid' },
  { flags: ['--forbid', 'sort by'], rule: 'forbid' },
  { flags: ['--need-issue'], rule: 'needIssue' },
  { flags: ['--need-owner'], rule: 'needOwner' },
  { flags: ['--max-open', '1'], rule: 'maxOpen' },
] as const;
for (const { flags, rule } of RULES) {
  test(`${flags.join(' ')} fails a branch that admits a FIXME`, async () => {
    await using repository = await repositoryOf(branchWith({ 'chart.js': FRESH }), { head: 'topic' });
    const { status, report } = await checkBranch(repository, ['--base', 'main', ...flags, '--json']);
    assert.equal(status, 1);
    assert.equal(report.findings[0].rule, rule);
    assert.notEqual(report.findings[0].advice, '');
  });
}

test('a trailer with a reason lets a finding pass, and is shown', async () => {
  const message = 'Sort\n\nHackdebt-Allow: max-new the demo is in an hour';
  await using repository = await repositoryOf(branchWith({ 'chart.js': FRESH }, message), { head: 'topic' });
  const { status, report } = await checkBranch(repository, ['--base', 'main', '--max-new', '0', '--json']);
  assert.equal(status, 0);
  assert.equal(report.findings[0].allowed, 'the demo is in an hour');
});

test('the base that moved on is not held against the branch', async () => {
  const story: Story = [
    ...branchWith({ 'readme.js': '// hi\n' }),
    { name: 'later', on: 'main', files: { 'chart.js': FRESH, 'feed.js': PAID } },
  ];
  await using repository = await repositoryOf(story, { head: 'topic' });
  const { report } = await checkBranch(repository, ['--json']);
  assert.deepEqual(report.changes, []);
  assert.equal(report.base.name, 'main');
});

test('due dates and age warn, and let the branch pass', async () => {
  const old = 'const a = 1; // TODO [2025-12-01] drop this\n';
  await using repository = await repositoryOf(branchWith({ 'old.js': old }), { head: 'topic' });
  const { status, report } = await checkBranch(repository, [
    '--base',
    'main',
    '--due-dates',
    '--max-age',
    '30',
    '--json',
  ]);
  assert.equal(status, 0);
  assert.deepEqual(report.findings.map(({ rule, level }: never) => [rule, level]).toSorted(), [
    ['dueDates', 'warning'],
    ['maxAge', 'warning'],
    ['maxAge', 'warning'],
  ]);
});

test('a bare TODO that goes elsewhere with its code is not taken for the one that comes in its place', async () => {
  const load = 'export function load() {\n  // TODO\n  return fetch("songs");\n}\n';
  const store = 'export function store() {\n  return write("songs");\n}\n';
  const unpaid = store.replace('  return', '  // TODO\n  return');
  const story: Story = [
    { name: 'base', on: 'main', files: { 'io.js': `${load}${store}` } },
    { name: 'work', on: 'topic', parents: ['base'], files: { 'io.js': unpaid, 'load.js': load } },
  ];
  await using repository = await repositoryOf(story, { head: 'topic' });
  const { report } = await checkBranch(repository, ['--base', 'main', '--json']);
  assert.deepEqual(
    report.changes.map(({ change, path }: never) => [change, path]),
    [
      ['new', 'io.js'],
      ['moved', 'load.js'],
    ],
  );
});
