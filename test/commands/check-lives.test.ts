import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { checkBranch, TODO_FEED, type CheckRun } from './check-branch.ts';
import { runHackdebt } from './run-hackdebt.ts';

const PAID_FEED = 'export function feed(songs) {\n  return mysql.query(songs);\n}\n';
const FRESH = 'export function chart(songs) {\n  // FIXME sort by plays\n  return songs.sort();\n}\n';
const SKIP = 'export function skip(song) {\n  // HACK one second is enough\n  return song.at(1);\n}\n';

/** `main` admitted a hack and paid it; the branch takes the payment back, admits another, and moves and rewords what stood. */
const STORY: Story = [
  { name: 'first', on: 'main', files: { 'feed.js': TODO_FEED, 'skip.js': SKIP } },
  { name: 'paid', on: 'main', files: { 'feed.js': PAID_FEED } },
  { name: 'work', on: 'topic', parents: ['paid'], files: { 'feed.js': TODO_FEED, 'chart.js': FRESH } },
  { name: 'move', on: 'topic', files: { 'skip.js': null, 'player/skip.js': SKIP } },
];

async function scanned(head: string): Promise<TestRepository> {
  const repository = await repositoryOf(STORY, { head: 'main' });
  const { status } = await runHackdebt(['scan'], { cwd: repository.dir });
  assert.equal(status, 0);
  await repository.git('checkout', '-q', head);
  return repository;
}

/** `main`, as nothing else names the line where there is no origin. */
const MAIN = { HACKDEBT_BRANCH: 'main' };

function checkMain(repository: TestRepository, ...args: string[]): Promise<CheckRun> {
  return checkBranch(repository, ['--base', 'main', ...args], MAIN);
}

function changesOf({ report }: CheckRun): [change: string, path: string, id: string | null][] {
  return report.changes.map(({ change, path, id }: never) => [change, path, id]);
}

test('a hack that lived, was paid and is back is told as reopened, by the id that it always had', async () => {
  await using repository = await scanned('topic');
  const { stdout } = await runHackdebt(['list', '--status', 'removed', '--json'], { cwd: repository.dir, env: MAIN });
  const [gone] = (JSON.parse(stdout) as { hacks: { id: string }[] }).hacks;
  const run = await checkMain(repository, '--json');
  assert.deepEqual(
    changesOf(run).find(([change]) => change === 'reopened'),
    ['reopened', 'feed.js', gone?.id],
  );
  assert.deepEqual([run.report.counts.new, run.report.counts.reopened], [1, 1]);
});

test('on two trees alone what is back cannot be told from what is new, and has no id', async () => {
  await using repository = await repositoryOf(STORY, { head: 'topic' });
  assert.deepEqual(changesOf(await checkMain(repository, '--json')), [
    ['new', 'chart.js', null],
    ['new', 'feed.js', null],
    ['moved', 'player/skip.js', null],
  ]);
});

test('a database that has not seen the base gives no ids, and is not mined for them', async () => {
  await using repository = await repositoryOf(STORY, { head: 'topic' });
  await repository.git('update-ref', 'refs/heads/main', repository.oidOf('first'));
  await runHackdebt(['scan'], { cwd: repository.dir, env: MAIN });
  await repository.git('update-ref', 'refs/heads/main', repository.oidOf('paid'));
  for (let run = 0; run < 2; run++) {
    const changes = changesOf(await checkMain(repository, '--json'));
    assert.deepEqual(
      changes.map(([change, , id]) => [change, id]),
      [
        ['new', null],
        ['new', null],
        ['moved', null],
      ],
    );
  }
});

test('every change has the id that show knows its hack by, those that only the branch has, too', async () => {
  await using repository = await scanned('topic');
  const changes = changesOf(await checkMain(repository, '--json'));
  assert.deepEqual(
    changes.map(([change]) => change),
    ['new', 'reopened', 'moved'],
  );
  for (const [, path, id] of changes) {
    const { status, stdout } = await runHackdebt(['show', String(id)], { cwd: repository.dir, env: MAIN });
    assert.equal(status, 0, `show ${id} of ${path}`);
    assert.match(stdout, new RegExp(`^${id}  `));
  }
});

test('a removed hack has its id', async () => {
  await using repository = await scanned('main');
  const { report } = await checkBranch(repository, ['--base', 'HEAD^1', '--json'], MAIN);
  const [{ change, id }] = report.changes;
  assert.equal(change, 'removed');
  assert.match(id, /^hd-[0-9a-f]{16}$/);
});

test('what the line itself brought back is told as reopened', async () => {
  const story: Story = [...STORY.slice(0, 2), { name: 'back', on: 'main', files: { 'feed.js': TODO_FEED } }];
  await using repository = await repositoryOf(story, { head: 'main' });
  await runHackdebt(['scan'], { cwd: repository.dir });
  const run = await checkBranch(repository, ['--base', 'HEAD^1', '--json']);
  assert.deepEqual(
    changesOf(run).map(([change, path]) => [change, path]),
    [['reopened', 'feed.js']],
  );
});

test('the text names ids, so that show can be asked', async () => {
  await using repository = await scanned('topic');
  const { stdout } = await checkMain(repository, '--forbid', 'FIXME');
  assert.match(stdout, /^error forbid {2}hd-[0-9a-f]{8} chart\.js:2 FIXME sort by plays: /m);
  assert.match(stdout, /^ {2}reopened {2}hd-[0-9a-f]{8} {2}TODO {3}feed\.js:2 /m);
});

test('rules count what is back as new, whether a database knows it or not', async () => {
  const verdicts: string[] = [];
  for (const open of [() => scanned('topic'), () => repositoryOf(STORY, { head: 'topic' })]) {
    await using repository = await open();
    for (const rule of [['--max-new', '1'], ['--ratchet'], ['--forbid', 'TODO'], ['--need-issue']]) {
      const { status, report } = await checkMain(repository, ...rule, '--json');
      verdicts.push(`${rule[0]} ${status} ${report.findings.length}`);
    }
  }
  const once = ['--max-new 1 1', '--ratchet 1 1', '--forbid 1 1', '--need-issue 1 2'];
  assert.deepEqual(verdicts, [...once, ...once]);
});

test('maxNew says how many of the new are back again', async () => {
  await using repository = await scanned('topic');
  const { report } = await checkMain(repository, '--max-new', '1', '--json');
  assert.equal(report.findings[0].message, '2 hacks new (1 of them back again), at most 1 allowed');
});

test('a database that is none costs the ids and a note, never the verdict', async () => {
  await using repository = await repositoryOf(STORY, { head: 'topic' });
  mkdirSync(join(repository.dir, '.git/hackdebt'));
  writeFileSync(join(repository.dir, '.git/hackdebt/hackdebt.db'), 'this is no database at all');
  const run = await checkMain(repository, '--max-new', '0', '--json');
  rmSync(join(repository.dir, '.git/hackdebt'), { recursive: true });
  assert.equal(run.status, 1);
  assert.match(run.stderr, /hacks are told without their ids: /);
  assert.deepEqual(new Set(changesOf(run).map(([, , id]) => id)), new Set([null]));
});
