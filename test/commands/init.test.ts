import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { main } from '../../src/cli/main.ts';
import { CI_STEPS } from '../../src/report/ci-steps.ts';
import { FakeIo } from '../cli/fake-io.ts';
import { repositoryOf } from '../rig/repository-of.ts';
import { runHackdebt } from './run-hackdebt.ts';
import { folderOf } from './temporary-folder.ts';

const STORY = [{ name: 'base', files: { 'feed.js': '// TODO talk to MySQL\n', 'app/a.js': '' } }];
const CONFIG = 'hackdebt.config.json';

interface Config {
  readonly $schema: string;
  readonly sprint?: Readonly<Record<string, unknown>>;
  readonly tags?: readonly string[];
  readonly rules?: Readonly<Record<string, unknown>>;
}

function readConfig(dir: string): Config {
  return JSON.parse(readFileSync(join(dir, CONFIG), 'utf8')) as Config;
}

test('init without a terminal asks nothing and writes a week from Monday in UTC', async () => {
  await using repository = await repositoryOf(STORY);
  const run = await runHackdebt(['init'], { cwd: repository.dir });
  assert.deepEqual([run.status, run.stderr], [0, '']);
  assert.deepEqual(readConfig(repository.dir).sprint, { start: 'monday', days: 5, demoDay: 2, timezone: 'UTC' });
  assert.match(run.stdout, /^hackdebt\.config\.json +written\nSprints begin on Monday/);
});

test('what init writes is a configuration that scan takes', async () => {
  await using repository = await repositoryOf(STORY);
  const flags = ['--start', 'tuesday', '--days', '4', '--demo-day', '3', '--demo-tag', 'demo-*', '--timezone'];
  const rules = ['--tags', 'todo,FIXME', '--no-swept', '--forbid', 'XXX'];
  const init = await runHackdebt(['init', ...flags, 'Asia/Kolkata', ...rules], { cwd: repository.dir });
  assert.equal(init.status, 0, init.stderr);
  const { sprint, tags, rules: written } = readConfig(repository.dir);
  assert.deepEqual(sprint, { start: 'tuesday', days: 4, demoDay: 3, timezone: 'Asia/Kolkata', demoTag: 'demo-*' });
  assert.deepEqual([tags, written], [['TODO', 'FIXME'], { noSwept: true, forbid: ['XXX'] }]);
  const scan = await runHackdebt(['scan'], { cwd: repository.dir });
  assert.match(scan.stdout, /^Snapshot +sprint 2026-W47, day 2/m);
});

test('init run from a folder writes at the root', async () => {
  await using repository = await repositoryOf(STORY);
  await runHackdebt(['init', '--start', 'none'], { cwd: join(repository.dir, 'app') });
  assert.deepEqual(Object.keys(readConfig(repository.dir)), ['$schema']);
});

test('init run twice says so and changes nothing', async () => {
  await using repository = await repositoryOf(STORY);
  const [first, second] = [
    await runHackdebt(['init', '--ci', 'github'], { cwd: repository.dir }),
    await runHackdebt(['init', '--ci', 'github', '--start', 'monday', '--json'], { cwd: repository.dir }),
  ];
  assert.deepEqual([first.status, second.status], [0, 0]);
  const states = (JSON.parse(second.stdout) as { files: { state: string }[] }).files.map(({ state }) => state);
  assert.deepEqual(states, ['unchanged', 'unchanged']);
});

for (const system of ['github', 'gitlab'] as const) {
  test(`init --ci ${system} adds its step beside a configuration that is there`, async (context) => {
    await using repository = await repositoryOf(STORY);
    writeFileSync(join(repository.dir, CONFIG), '{ "tags": ["TODO"] }');
    const run = await runHackdebt(['init', '--ci', system], { cwd: repository.dir });
    context.diagnostic(run.stderr);
    assert.equal(readFileSync(join(repository.dir, CI_STEPS[system].path), 'utf8'), CI_STEPS[system].text);
    assert.equal(readFileSync(join(repository.dir, CONFIG), 'utf8'), '{ "tags": ["TODO"] }');
  });
}

test('init overwrites no other configuration, and with --force it does', async () => {
  await using repository = await repositoryOf(STORY);
  writeFileSync(join(repository.dir, CONFIG), '{ "tags": ["TODO"] }');
  const [run, forced] = [
    await runHackdebt(['init'], { cwd: repository.dir }),
    await runHackdebt(['init', '--force', '--days', '3'], { cwd: repository.dir }),
  ];
  const complaint = 'hackdebt: hackdebt.config.json is there already. Edit it, or write it anew with --force.\n';
  assert.deepEqual([run.status, run.stdout, run.stderr], [2, '', complaint]);
  assert.deepEqual([forced.status, readConfig(repository.dir).sprint?.['days']], [0, 3]);
});

test('where the CI step is in the way, the configuration is not written either', async () => {
  const { path } = CI_STEPS.gitlab;
  await using repository = await repositoryOf([{ name: 'base', files: { [path]: 'mine: {}\n' } }]);
  const run = await runHackdebt(['init', '--ci', 'gitlab'], { cwd: repository.dir });
  assert.deepEqual([run.status, existsSync(join(repository.dir, CONFIG))], [2, false]);
});

test('init writes through no link', async (context) => {
  const elsewhere = folderOf(context);
  await using repository = await repositoryOf(STORY);
  symlinkSync(elsewhere, join(repository.dir, '.gitlab'));
  const run = await runHackdebt(['init', '--ci', 'gitlab'], { cwd: repository.dir });
  assert.equal(run.status, 2);
  assert.equal(existsSync(join(elsewhere, 'hackdebt.yml')), false);
});

for (const [name, text] of [
  ['hackdebt.config.jsonc', '{}'],
  ['package.json', '{ "hackdebt": {} }'],
] as const) {
  test(`init leaves a configuration in ${name} where it is`, async () => {
    await using repository = await repositoryOf([{ name: 'base', files: { [name]: text } }]);
    const run = await runHackdebt(['init', '--force'], { cwd: repository.dir });
    assert.equal(run.stderr, `hackdebt: ${name} holds the configuration already. Edit it there.\n`);
  });
}

const COMPLAINTS: readonly (readonly [argv: string, complaint: string])[] = [
  ['--timezone Mars/Base', '--timezone "Mars/Base" is not known. Give an IANA name such as Europe/Berlin.'],
  ['--start 2026-02-30', '--start has no such date: 2026-02-30. Check month and day.'],
  ['--demo-day 6', '--demo-day 6 comes after the last day, 5.'],
  ['--days 0', '--days cannot be "0". Give a number from 1 to 60.'],
  ['--days 9', 'a sprint of 9 days is longer than a week. Make --start the date on which one began.'],
  ['--start none --days 3', '--days is about sprints, and --start none wants none. Leave one of them out.'],
  ['--config x.json', 'init writes hackdebt.config.json at the root. Leave --config out.'],
];

for (const [argv, complaint] of COMPLAINTS) {
  test(`init ${argv} is refused in a sentence`, async () => {
    await using repository = await repositoryOf(STORY);
    const run = await runHackdebt(['init', ...argv.split(' ')], { cwd: repository.dir });
    assert.deepEqual([run.status, run.stderr], [2, `hackdebt: ${complaint}\n`]);
    assert.equal(existsSync(join(repository.dir, CONFIG)), false);
  });
}

/** `init` on a terminal at which these lines are typed; what it printed. */
async function initAt(dir: string, typed: readonly string[], argv: readonly string[] = []) {
  const io = new FakeIo(dir);
  Object.assign(io.env, { PATH: process.env['PATH'], NO_COLOR: '1' });
  io.isTerminal = io.stdout.isTTY = true;
  io.input = typed;
  const status = await main(['init', ...argv], io);
  return { status, stdout: io.stdout.text, stderr: io.stderr.text };
}

test('on a terminal init asks two questions, again where an answer means nothing', async () => {
  await using repository = await repositoryOf(STORY);
  const run = await initAt(repository.dir, ['mondey\n', 'wednesday\nEurope/', 'Lisbon\n']);
  assert.equal(run.stdout.match(/On which weekday/g)?.length, 2);
  assert.match(run.stdout, /Did you mean "monday"\?/);
  const { sprint } = readConfig(repository.dir);
  assert.deepEqual([run.status, sprint?.['start'], sprint?.['timezone']], [0, 'wednesday', 'Europe/Lisbon']);
});

test('a team without sprints is asked no second question', async () => {
  await using repository = await repositoryOf(STORY);
  const run = await initAt(repository.dir, ['none\n']);
  assert.deepEqual([run.status, run.stdout.match(/\?/g)?.length], [0, 1]);
});

test('what flags say is not asked', async () => {
  await using repository = await repositoryOf(STORY);
  const run = await initAt(repository.dir, [], ['--start', 'monday', '--timezone', 'UTC']);
  assert.deepEqual([run.status, run.stdout.includes('?')], [0, false]);
});

test('where nobody answers nothing is written', async () => {
  await using repository = await repositoryOf(STORY);
  const run = await initAt(repository.dir, ['monday\n']);
  assert.deepEqual([run.status, existsSync(join(repository.dir, CONFIG))], [2, false]);
});
