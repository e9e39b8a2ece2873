import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { runHackdebt, type Run } from './run-hackdebt.ts';

/** One team in Kolkata whose week begins on Tuesday, one in Lisbon whose week begins on Monday. */
const CONFIG = JSON.stringify({
  scopes: {
    web: { paths: ['apps/web', 'libs/ui'], sprint: { start: 'tuesday', timezone: 'Asia/Kolkata' } },
    api: { paths: ['apps/api'], sprint: { start: 'monday', timezone: 'Europe/Lisbon' }, rules: { forbid: ['XXX'] } },
  },
});

const WEEK: Story = [
  {
    name: 'monday',
    at: '2026-11-16T10:00:00Z',
    files: {
      'hackdebt.config.json': CONFIG,
      'apps/api/feed.js': "// TODO don't do this\nfeed();\n",
      'apps/web/app.js': '// TODO old colours\napp();\n',
      'tools/run.sh': '# TODO neither team\nrun\n',
    },
  },
  {
    name: 'tuesday',
    at: '2026-11-17T10:00:00Z',
    files: { 'apps/web/new.js': '// TODO new colours\nnew();\n', 'libs/ui/ui.js': '// TODO round\nround();\n' },
  },
];

const THURSDAY = '2026-11-19T20:30:00Z';

async function runAt(repository: TestRepository, now: string, ...args: readonly string[]): Promise<Run> {
  const run = await runHackdebt(args, { cwd: repository.dir, env: { HACKDEBT_NOW: now } });
  assert.equal(run.status, 0, run.stderr);
  return run;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a test reads whatever the document holds
async function readAt(repository: TestRepository, ...args: readonly string[]): Promise<any> {
  return JSON.parse((await runAt(repository, THURSDAY, ...args, '--json')).stdout);
}

function pathsOf(hacks: readonly { path: string }[]): string[] {
  return hacks.map(({ path }) => path).toSorted();
}

test('a team lists its own hacks, and --path narrows that', async () => {
  await using repository = await repositoryOf(WEEK);
  const [web, ui] = [
    await readAt(repository, 'list', '--scope', 'web'),
    await readAt(repository, 'list', '--scope', 'web', '--path', 'libs', '--path', 'apps/api'),
  ];
  assert.deepEqual(pathsOf(web.hacks), ['apps/web/app.js', 'apps/web/new.js', 'libs/ui/ui.js']);
  assert.deepEqual(pathsOf(ui.hacks), ['libs/ui/ui.js']);
  assert.equal(web.scope, 'web');
});

test("a team's folder has its calendar, and tells of the folder alone", async () => {
  await using repository = await repositoryOf(WEEK);
  const run = await runAt(repository, THURSDAY, '-C', 'apps/web', 'scan');
  assert.match(run.stdout, /\/web · main at /);
  assert.match(run.stdout, /^2 open$/m);
  // Half past two on Friday in Kolkata is still Thursday, day 3 of a week that begins on Tuesday.
  assert.match(run.stdout, /^Snapshot +sprint 2026-W47, day 3: 2 open so far$/m);
});

test('each team reports on its own demo', async () => {
  await using repository = await repositoryOf(WEEK);
  const [web, api] = [
    await readAt(repository, 'report', '--scope', 'web'),
    await readAt(repository, 'report', '--scope', 'api'),
  ];
  assert.deepEqual(
    [web.window.demo.shownAt, api.window.demo.shownAt],
    ['2026-11-19T04:00:00+05:30', '2026-11-18T04:00:00Z'],
  );
  assert.deepEqual(pathsOf(web.hacks), ['apps/web/new.js', 'libs/ui/ui.js']);
  assert.deepEqual(pathsOf(api.hacks), ['apps/api/feed.js']);
});

test("a demo that one team names is not the other's", async () => {
  await using repository = await repositoryOf(WEEK);
  await runAt(repository, THURSDAY, 'demo', 'HEAD~1', '--scope', 'web');
  const sources = [
    (await readAt(repository, 'report', '--scope', 'web')).window.demo.source,
    (await readAt(repository, 'report', '--scope', 'api')).window.demo.source,
  ];
  assert.deepEqual(sources, ['decision', 'clock']);
});

test('agenda, standup and trend of a team tell of no other', async () => {
  await using repository = await repositoryOf(WEEK);
  const [agenda, standup, trend] = [
    await readAt(repository, 'agenda', '--scope', 'api'),
    await readAt(repository, 'standup', '--scope', 'web', '--since', '2026-11-16'),
    await readAt(repository, 'trend', '--scope', 'api'),
  ];
  assert.deepEqual(
    agenda.items.map(({ hack }: { hack: { path: string } }) => hack.path),
    ['apps/api/feed.js'],
  );
  assert.deepEqual(pathsOf(standup.items.admitted), ['apps/web/app.js', 'apps/web/new.js', 'libs/ui/ui.js']);
  assert.equal(trend.open, 1);
});

test("whoever scans, every team's day is recorded by its own clock", async () => {
  await using repository = await repositoryOf(WEEK);
  await runAt(repository, '2026-11-18T23:30:00Z', 'scan');
  const run = await runAt(
    repository,
    THURSDAY,
    'sql',
    "SELECT name FROM snapshots WHERE origin = 'observed' ORDER BY name",
    '--json',
  );
  assert.deepEqual(JSON.parse(run.stdout).rows, [['2026-11-18'], ['api/2026-11-18'], ['web/2026-11-19']]);
});

test("what a team's day recorded can be asked for later", async () => {
  await using repository = await repositoryOf(WEEK);
  await runAt(repository, '2026-11-17T12:00:00Z', 'scan');
  const day = await readAt(repository, 'report', '--scope', 'web', '--sprint', '2026-W47', '--day', '1');
  assert.deepEqual([day.window.origin, day.window.date], ['observed', '2026-11-17']);
  assert.deepEqual(pathsOf(day.hacks), ['apps/web/app.js', 'apps/web/new.js', 'libs/ui/ui.js']);
});

test('the chart is that of the whole line', async () => {
  await using repository = await repositoryOf(WEEK);
  await runAt(repository, THURSDAY, 'scan', '--scope', 'web');
  const run = await runAt(repository, THURSDAY, 'sql', "SELECT count(*) FROM chart WHERE day = '2026-11-19'", '--json');
  assert.deepEqual(JSON.parse(run.stdout).rows, [[5]]);
});

test('an unknown scope is refused with the names there are', async () => {
  await using repository = await repositoryOf(WEEK);
  const run = await runHackdebt(['scan', '--scope', 'wbe'], { cwd: repository.dir });
  assert.deepEqual(
    [run.status, run.stderr],
    [2, 'hackdebt: "wbe" is no scope of the configuration. It is one of web, api.\n'],
  );
});

test('check --scope tells what a branch did in the place of one team', async () => {
  await using repository = await repositoryOf(WEEK);
  const [ours, theirs] = [
    await readAt(repository, 'check', '--base', 'HEAD~1', '--scope', 'web'),
    await readAt(repository, 'check', '--base', 'HEAD~1', '--scope', 'api'),
  ];
  assert.deepEqual([ours.changes.length, theirs.changes.length], [2, 0]);
});

test("sql asks a team's hacks alone, and main.hacks is everybody's", async () => {
  await using repository = await repositoryOf(WEEK);
  const ask = (sql: string): Promise<{ scope: string; rows: unknown[][] }> =>
    readAt(repository, 'sql', sql, '--scope', 'web');
  const { scope, rows } = await ask('SELECT path FROM hacks ORDER BY path');
  assert.deepEqual([scope, rows.flat()], ['web', ['apps/web/app.js', 'apps/web/new.js', 'libs/ui/ui.js']]);
  assert.deepEqual((await ask('SELECT count(*) FROM main.hacks')).rows, [[5]]);
  assert.deepEqual((await ask('SELECT DISTINCT after_path FROM events ORDER BY 1')).rows, rows);
});

test("a team's chart and snapshots are of its own days, a folder's of everybody's", async () => {
  await using repository = await repositoryOf(WEEK);
  await readAt(repository, 'scan');
  const days = 'SELECT name, open_hacks FROM snapshots ORDER BY day';
  const web = await readAt(repository, 'sql', days, '--scope', 'web');
  assert.deepEqual(web.rows.at(-1), ['web/2026-11-19', 3]);
  const chart = 'SELECT position, path, days_on_chart FROM chart WHERE day = (SELECT max(day) FROM chart) ORDER BY 1';
  const charted = await readAt(repository, 'sql', chart, '--scope', 'web');
  assert.deepEqual(
    charted.rows.map(([position]: number[]) => position),
    [1, 2, 3],
  );
  const tools = await runAt(repository, THURSDAY, '-C', 'tools', 'sql', days);
  assert.match(tools.stdout, /^2026-11-19 {2,}1$/m);
  assert.equal(tools.stderr, 'Asked of the hacks in tools alone.\n');
});

test('a named question is about the team, too', async () => {
  await using repository = await repositoryOf(WEEK);
  const { rows } = await readAt(repository, 'sql', '@year', '--scope', 'api');
  assert.deepEqual(rows, [['2026', 1, 1, 1]]);
});
