import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { DemoReport } from '../../src/model/report.ts';
import { openStore } from '../../src/store/open.ts';
import { repositoryOf, type RepositoryOptions, type TestRepository } from '../rig/repository-of.ts';
import { runHackdebt, type Run } from './run-hackdebt.ts';

const SPRINT = { sprint: { start: 'monday', timezone: 'Europe/Berlin', demoTime: '17:00' } };
const FILE = 'hackdebt.decisions.jsonl';

/** Monday: two hacks; Tuesday: a third; Wednesday: one of them paid. */
function hackathon(options: RepositoryOptions = {}): Promise<TestRepository> {
  return repositoryOf(
    [
      {
        name: 'monday',
        at: '2026-11-16T10:00:00Z',
        files: { 'a.ts': '// TODO one\n', 'b.ts': '// FIXME two\n', 'hackdebt.config.json': JSON.stringify(SPRINT) },
      },
      { name: 'tuesday', at: '2026-11-17T10:00:00Z', files: { 'c.ts': '// HACK three\n' } },
      { name: 'wednesday', at: '2026-11-18T10:00:00Z', files: { 'a.ts': 'one();\n' } },
    ],
    options,
  );
}

function demo({ dir }: TestRepository, ...args: readonly string[]): Promise<Run> {
  return runHackdebt(['demo', ...args], { cwd: dir });
}

function decisionsOf({ dir }: TestRepository): string {
  return readFileSync(join(dir, FILE), 'utf8');
}

test("a revision becomes the current sprint's demo, with what was open at it", async () => {
  await using repository = await hackathon();
  const commit = repository.oidOf('tuesday');
  const run = await demo(repository, 'HEAD~1');
  assert.deepEqual(run, {
    status: 0,
    stdout: `The demo of 2026-W47 is ${commit.slice(0, 7)} "tuesday" of 2026-11-17 10:00, with 3 open hacks.\nWritten to ${FILE}: commit it.\n`,
    stderr: '',
  });
  assert.equal(
    decisionsOf(repository),
    `{"kind":"demo","sprint":"2026-W47","commit":"${commit}","date":"2026-11-18T14:00:00+01:00"}\n`,
  );
});

test('to name the same demo again changes nothing, even on another day', async () => {
  await using repository = await hackathon();
  await demo(repository, 'HEAD~1');
  const [before, { mtimeNs }] = [decisionsOf(repository), statSync(join(repository.dir, FILE), { bigint: true })];
  const again = await runHackdebt(['demo', 'HEAD~1', '--json'], {
    cwd: repository.dir,
    env: { HACKDEBT_NOW: '2026-11-20T09:00:00Z' },
  });
  const { changed, demo: named, open } = JSON.parse(again.stdout) as DemoReport;
  assert.deepEqual([again.status, again.stderr, changed, open], [0, '', false, 3]);
  assert.deepEqual([named.source, named.shownAt, named.matched], ['decision', '2026-11-17T17:00:00+01:00', null]);
  assert.equal(decisionsOf(repository), before);
  assert.equal(statSync(join(repository.dir, FILE), { bigint: true }).mtimeNs, mtimeNs);
});

test('the file stays sorted, and facts of other kinds and sprints stay in it', async () => {
  await using repository = await hackathon();
  const other = `{"kind":"demo","sprint":"2026-W46","commit":"${'a'.repeat(40)}","date":"2026-11-10T16:00:00Z"}`;
  const unknown = '{"kind":"vote","hack":"hd-0123456789abcdef","then":"delete"}';
  writeFileSync(join(repository.dir, FILE), `${other}\n${unknown}\n`);
  await demo(repository);
  await demo(repository, 'HEAD~1');
  const lines = decisionsOf(repository).trimEnd().split('\n');
  assert.equal(lines.length, 3);
  assert.deepEqual(lines, lines.toSorted());
  assert.ok(lines.includes(other) && lines.includes(unknown));
  assert.ok(lines.some((line) => line.includes(repository.oidOf('tuesday')) && line.includes('2026-W47')));
});

test('another sprint can be named, below the top too', async () => {
  await using repository = await hackathon();
  const { stdout } = await demo(repository, 'HEAD~2', '--sprint', '2026-11-10', '-C', repository.dir);
  assert.match(stdout, /^The demo of 2026-W46 is .*, with 2 open hacks\.$/m);
});

test('without a sprint it is just the demo', async () => {
  await using repository = await repositoryOf([{ name: 'one', files: { 'a.ts': '// TODO one\n' } }]);
  const { status, stdout } = await demo(repository);
  assert.equal(status, 0);
  assert.match(stdout, /^The demo is [0-9a-f]{7} "one" of 2026-01-05 09:00, with 1 open hack\.\n/);
  assert.doesNotMatch(stdout + decisionsOf(repository), /sprint":"|W47/);
  const named = await demo(repository, '--sprint', '2026-W47');
  assert.equal(named.status, 2);
  assert.match(named.stderr, /^hackdebt: no sprint is configured\. .*\n$/);
});

test('the demo is kept as a final snapshot, and another one of the same sprint beside it', async () => {
  await using repository = await hackathon();
  await demo(repository, 'HEAD~1');
  await demo(repository, 'HEAD~1');
  await demo(repository, 'HEAD');
  const store = await openStore({ file: join(repository.dir, '.git/hackdebt/hackdebt.db'), readonly: true });
  const snapshots = await store.readSnapshots('main', { kind: 'demo' });
  await store.close();
  assert.deepEqual(
    snapshots.map(({ commit, frozen, origin, hacks }) => [commit, frozen, origin, hacks.length]),
    [
      [repository.oidOf('tuesday'), true, 'observed', 3],
      [repository.oidOf('wednesday'), true, 'observed', 2],
    ],
  );
  assert.equal(snapshots[0]?.name, '2026-W47');
});

test('a demo on a branch counts the hacks of the branch', async () => {
  await using repository = await repositoryOf([
    { name: 'base', files: { 'a.ts': '// TODO one\n' } },
    { name: 'shown', on: 'feature', parents: ['base'], files: { 'b.ts': '// TODO two\n' } },
  ]);
  assert.match((await demo(repository, 'feature')).stdout, /"shown" .* with 2 open hacks/);
});

test('what cannot be is one sentence with exit code 2, and the file stays as it was', async () => {
  await using repository = await hackathon();
  writeFileSync(join(repository.dir, FILE), '<<<<<<< ours\n');
  const broken = await demo(repository);
  assert.equal(broken.status, 2);
  assert.match(
    broken.stderr,
    /^hackdebt: hackdebt\.decisions\.jsonl:1: a merge conflict is not resolved: .* first\.\n$/,
  );
  assert.equal(decisionsOf(repository), '<<<<<<< ours\n');
  const unknown = await demo(repository, 'v9');
  assert.equal(unknown.status, 2);
  assert.match(unknown.stderr, /^hackdebt: "v9" is not a revision here\. .*\n$/);
  const noSprint = await demo(repository, '--sprint', 'soon');
  assert.equal(noSprint.status, 2);
  assert.match(noSprint.stderr, /^hackdebt: "soon" is no sprint of the calendar\. .*\n$/);
});

test('the file is never written through a link', async () => {
  await using repository = await hackathon();
  symlinkSync('/tmp/hackdebt-elsewhere', join(repository.dir, FILE));
  const { status, stderr } = await demo(repository);
  assert.equal(status, 2);
  assert.equal(stderr, `hackdebt: ${FILE} cannot be read: it is a symbolic link. Mend it first.\n`);
  assert.ok(!existsSync('/tmp/hackdebt-elsewhere'));
});

test('a bare or empty repository has no demo to name', async () => {
  await using bare = await hackathon({ bare: true });
  const inBare = await demo(bare);
  assert.equal(inBare.status, 2);
  assert.match(inBare.stderr, /^hackdebt: a demo is named in a file of the work tree, and here is none\. .*\n$/);
  await using empty = await repositoryOf([]);
  const inEmpty = await demo(empty);
  assert.deepEqual([inEmpty.status, inEmpty.stdout], [2, '']);
  assert.equal(inEmpty.stderr, 'hackdebt: there is no commit to show yet. Make one, or name a revision.\n');
});
