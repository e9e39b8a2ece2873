import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SqlReport } from '../../src/model/sql.ts';
import { repositoryOf } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { runHackdebt } from './run-hackdebt.ts';

const STORY: Story = [
  {
    name: 'one',
    files: { 'a.ts': '// TODO polish the \u001b[31mbell\na();\n', 'b.ts': '// FIXME the anchor\nb();\n' },
  },
];

test('a first question mines the repository by itself', async () => {
  await using repository = await repositoryOf(STORY);
  const { status, stdout, stderr } = await runHackdebt(['sql', 'SELECT tag, path FROM hacks ORDER BY path'], {
    cwd: repository.dir,
  });
  assert.deepEqual([status, stderr], [0, '']);
  assert.equal(stdout, 'tag    path\nTODO   a.ts\nFIXME  b.ts\n2 rows\n');
});

test('standard input can hold the query', async () => {
  await using repository = await repositoryOf(STORY);
  const input = '-- how many?\nSELECT count(*) AS hacks\nFROM hacks;\n';
  const { stdout } = await runHackdebt(['sql', '-', '--format', 'csv'], { cwd: repository.dir, input });
  assert.equal(stdout, 'hacks\r\n2\r\n');
});

test('no answer in text mode acts on the terminal', async () => {
  await using repository = await repositoryOf(STORY);
  for (const format of ['terminal', 'table', 'csv', 'markdown', 'json']) {
    const { stdout } = await runHackdebt(['sql', 'SELECT text FROM hacks', '--format', format], {
      cwd: repository.dir,
    });
    // oxlint-disable-next-line no-control-regex
    assert.doesNotMatch(stdout.replaceAll('\r\n', '\n'), /[\u0000-\u0009\u000b-\u001f]/, format);
    assert.match(stdout, /bell/);
  }
});

test('what is left out is told on stderr and in JSON', async () => {
  await using repository = await repositoryOf(STORY);
  const run = await runHackdebt(['sql', 'SELECT id FROM hacks', '--limit', '1', '--json'], { cwd: repository.dir });
  const { rows, hasMore } = JSON.parse(run.stdout) as SqlReport;
  assert.deepEqual([rows.length, hasMore, run.stderr], [1, true, 'Only the first 1 rows are here: give --limit.\n']);
});

test('without a sprint the list of questions speaks of none, and to ask for a demo says what is missing', async () => {
  await using repository = await repositoryOf(STORY);
  const { stdout } = await runHackdebt(['sql', '--list'], { cwd: repository.dir });
  assert.match(stdout, /^@evergreens {2,}Which hacks spent most days on the list\?$/m);
  assert.doesNotMatch(stdout, /demo|sprint/);
  assert.ok(!existsSync(join(repository.dir, '.git/hackdebt')));
  const debut = await runHackdebt(['sql', '@debut'], { cwd: repository.dir });
  assert.equal(debut.status, 2);
  assert.equal(debut.stderr, 'hackdebt: @debut needs a calendar. Add "sprint" to hackdebt.config.json.\n');
});

const WRONG: readonly (readonly [argv: readonly string[], complaint: RegExp])[] = [
  [['sql'], /^hackdebt: what is the question\? Give a query, @name, or --list\.\n$/],
  [['sql', '@evergreen'], /^hackdebt: @evergreen is no question here\. There are @year, @evergreens, .*@thanks\.\n$/],
  [['sql', 'SELECT 1', '--list'], /^hackdebt: --list asks nothing else\..*\n$/],
  [['sql', 'SELECT 1', '--time-limit', '0'], /^hackdebt: --time-limit cannot be "0"\. Give seconds, from 1 on\.\n$/],
  [['sql', 'DROP VIEW hacks'], /^hackdebt: DROP is no question: sql only reads\..*\n$/],
];

test('what is no question is one sentence with exit code 2', async () => {
  await using repository = await repositoryOf(STORY);
  for (const [argv, complaint] of WRONG) {
    const { status, stdout, stderr } = await runHackdebt(argv, { cwd: repository.dir });
    assert.deepEqual([status, stdout], [2, ''], argv.join(' '));
    assert.match(stderr, complaint);
  }
});
