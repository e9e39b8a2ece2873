import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { readReport } from './read-report.ts';

const HEAD = 'export function feed(songs) {\n';
const FEED = `${HEAD}  // TODO don't do this, talk to MySQL\n  return songs.map(load);\n}\n`;
const CHART = 'export function chart(songs) {\n  // FIXME sort by plays\n  return songs.sort();\n}\n';

/** A week: Monday and Tuesday on a branch, the demo, then one commit on main that holds the branch's work. */
const SQUASHED: Story = [
  { name: 'base', on: 'main', at: '2026-11-13T10:00:00Z', files: { 'readme.js': '// hello\n' } },
  {
    name: 'monday',
    on: 'demo',
    parents: ['base'],
    author: 'ann',
    at: '2026-11-16T10:00:00Z',
    files: { 'feed.js': FEED },
  },
  { name: 'tuesday', on: 'demo', author: 'bob', at: '2026-11-17T10:00:00Z', files: { 'chart.js': CHART } },
  {
    name: 'squash',
    on: 'main',
    parents: ['base'],
    author: 'cat',
    at: '2026-11-19T10:00:00Z',
    files: {
      'feed.js': FEED,
      'chart.js': CHART.replace(
        '  // FIXME sort by plays\n  return songs.sort();',
        '  return songs.toSorted(byPlays);',
      ),
    },
  },
];

test('a demo on a branch that was squashed keeps first ids and authors, and what went before the squash is judged', async () => {
  await using repository = await repositoryOf(SQUASHED);
  const { report } = await readReport(repository, 'report', '--demo', repository.oidOf('tuesday'));
  const [fixme, todo] = report.hacks.toSorted((one: { tag: string }, other: { tag: string }) =>
    one.tag < other.tag ? -1 : 1,
  );
  assert.equal(report.hacks.length, 2);
  assert.equal(todo.introduced.author.name, 'ann');
  assert.equal(todo.introduced.commit, repository.oidOf('monday'));
  assert.equal(todo.status, 'open');
  assert.equal(fixme.introduced.author.name, 'bob');
  assert.equal(fixme.removed.commit, repository.oidOf('squash'));
  assert.equal(fixme.fate, 'refactored');
});

test('a demo whose branch was squashed, deleted and collected gives the same report from what was recorded', async () => {
  await using repository = await repositoryOf(SQUASHED.slice(0, 3));
  await readReport(repository, 'demo', repository.oidOf('tuesday'));
  await using whole = await repositoryOf(SQUASHED);
  const squash = whole.oidOf('squash');
  await repository.git('fetch', '--quiet', whole.dir, 'main');
  await repository.git('update-ref', 'refs/heads/main', squash);
  await repository.git('update-ref', '-d', 'refs/heads/demo');
  const before = await readReport(repository, 'report', '--demo', repository.oidOf('tuesday'));
  await repository.git('reflog', 'expire', '--expire=now', '--all');
  await repository.git('update-ref', '-d', 'FETCH_HEAD');
  await repository.git('gc', '--quiet', '--prune=now');
  await assert.rejects(repository.git('cat-file', '-e', repository.oidOf('tuesday')));
  const { report } = await readReport(repository, 'report', '--demo', repository.oidOf('tuesday'));
  assert.equal(report.hacks.length, 2);
  assert.deepEqual(told(report.hacks), told(before.report.hacks));
});

test('the hacks of a branch that nobody merged are open, not removed', async () => {
  await using repository = await repositoryOf(SQUASHED.slice(0, 3));
  const { report } = await readReport(repository, 'report', '--demo', repository.oidOf('tuesday'));
  assert.deepEqual(
    report.hacks.map((hack: { status: string }) => hack.status),
    ['open', 'open'],
  );
});

test('without a sprint a report tells what became of what was open at a revision', async () => {
  await using repository = await repositoryOf([
    { name: 'a', on: 'main', files: { 'feed.js': FEED, 'chart.js': CHART } },
    { name: 'b', on: 'main', files: { 'feed.js': FEED.replace(/ {2}\/\/.*\n/, '') } },
    { name: 'c', on: 'main', files: { 'chart.js': null, 'new.js': '// HACK retry three times\nretry(3);\n' } },
  ]);
  const { report, stdout } = await readReport(repository, 'report', '--since', repository.oidOf('a'));
  assert.deepEqual(report.counts.fates, { refactored: 0, deleted: 1, swept: 1, unclear: 0 });
  assert.deepEqual(
    report.newSince.map((hack: { text: string }) => hack.text),
    ['retry three times'],
  );
  assert.doesNotMatch(stdout, /sprint|demo/i);
});

function told(hacks: readonly { id: string; status: string; introduced: object }[]): unknown {
  return hacks.map(({ id, status, introduced }) => [id, status, introduced]).toSorted();
}
