import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Check, DoctorReport } from '../../src/model/report.ts';
import { repositoryOf, type RepositoryOptions, type TestRepository } from '../rig/repository-of.ts';
import { runGit } from '../rig/run-git.ts';
import { runHackdebt } from './run-hackdebt.ts';
import { folderOf } from './temporary-folder.ts';

const { version: VERSION } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

function hackathon(options: RepositoryOptions = {}): Promise<TestRepository> {
  return repositoryOf(
    [
      { name: 'one', files: { 'a.ts': '// TODO one\n' } },
      { name: 'two', files: { 'b.ts': '// TODO two\n' } },
    ],
    options,
  );
}

/** The report of a doctor who found nothing to fail at. */
async function askDoctor(cwd: string, ...args: readonly string[]): Promise<DoctorReport> {
  const { status, stdout, stderr } = await runHackdebt(['doctor', '--json', ...args], { cwd });
  assert.deepEqual([status, stderr], [0, '']);
  return JSON.parse(stdout) as DoctorReport;
}

async function check(name: Check['name'], cwd: string, ...args: readonly string[]): Promise<Check | undefined> {
  return (await askDoctor(cwd, ...args)).checks.find((one) => one.name === name);
}

test('where all is well, every check says so and gives no advice', async () => {
  await using repository = await hackathon();
  const { stdout, status } = await runHackdebt(['doctor'], { cwd: repository.dir });
  const tip = repository.oidOf('two').slice(0, 10);
  const lines = stdout.replace(/\d+\.\d+\.\d+\n/g, 'N\n').split('\n');
  assert.equal(status, 0);
  assert.deepEqual(lines, [
    'hackdebt N',
    'ok       clone          a work tree with all of its history',
    `ok       line           main (refs/heads/main) at ${tip}`,
    `ok       database       ${repository.dir}/.git/hackdebt/hackdebt.db is not there yet; "hackdebt scan" makes it`,
    'ok       git            git N',
    'ok       configuration  the defaults, as there is no file',
    'ok       node           Node N',
    '',
  ]);
});

test('it works outside of a repository, and says so', async (t) => {
  const { version, repository, rebuilt, checks } = await askDoctor(folderOf(t));
  assert.deepEqual([version, repository, rebuilt], [VERSION, null, false]);
  assert.deepEqual(
    checks.map(({ name, status }) => `${name} ${status}`),
    ['clone problem', 'git ok', 'configuration ok', 'node ok'],
  );
  assert.match(checks[0]?.finding ?? '', /is not in a git repository$/);
  assert.equal(checks[0]?.advice, 'Give the folder of one with -C DIR.');
  const { status, stderr } = await runHackdebt(['doctor', '--rebuild'], { cwd: folderOf(t) });
  assert.equal(status, 3);
  assert.match(stderr, /^hackdebt: .* is not in a git repository\. .*\n$/);
});

test('shallow, partial and bare clones and linked worktrees are told apart', async (t) => {
  await using origin = await hackathon({ bare: true });
  const folder = folderOf(t);
  const clone = async (name: string, ...options: readonly string[]): Promise<Check | undefined> => {
    await runGit(['clone', '--quiet', ...options, `file://${origin.dir}`, name], { cwd: folder });
    return check('clone', join(folder, name));
  };
  const shallow = await clone('shallow', '--depth=1');
  assert.deepEqual([shallow?.status, shallow?.finding.slice(0, 24)], ['problem', 'a work tree, but shallow']);
  assert.match(shallow?.advice ?? '', /git fetch --unshallow/);
  await origin.git('config', 'uploadpack.allowFilter', 'true');
  const partial = await clone('partial', '--filter=blob:none');
  assert.deepEqual([partial?.status, partial?.finding.slice(0, 24)], ['problem', 'a work tree, but partial']);
  assert.equal((await check('clone', origin.dir))?.finding, 'a bare repository with all of its history');
  await origin.git('worktree', 'add', '--quiet', join(folder, 'tree'), 'main');
  const linked = await check('clone', join(folder, 'tree'));
  assert.equal(linked?.finding, `a linked worktree of ${origin.dir} with all of its history`);
});

test('a line without a branch or a commit is a warning, one that is not there a problem', async () => {
  await using repository = await hackathon();
  await repository.git('checkout', '--quiet', '--detach');
  assert.equal((await check('line', repository.dir))?.status, 'warning');
  writeFileSync(join(repository.dir, 'hackdebt.config.json'), '{"branch": "trunk"}');
  assert.equal((await check('line', repository.dir))?.status, 'problem');
  await using empty = await repositoryOf([]);
  assert.equal((await check('line', empty.dir))?.finding, 'main has no commit yet');
});

test('a database says what it holds and how far it is behind', async () => {
  await using repository = await hackathon();
  await repository.git('reset', '--quiet', '--hard', 'HEAD~1');
  await runHackdebt(['scan'], { cwd: repository.dir });
  assert.match((await check('database', repository.dir))?.finding ?? '', /1 commit, 1 hack, .*; up to date with main$/);
  await repository.git('reset', '--quiet', '--hard', repository.oidOf('two'));
  assert.match((await check('database', repository.dir))?.finding ?? '', /, 1 commit behind main$/);
});

test('what is no database, or damaged, or newer is a finding', async (t) => {
  await using repository = await hackathon();
  const file = join(repository.dir, '.git/hackdebt/hackdebt.db');
  await runHackdebt(['scan'], { cwd: repository.dir });
  const sound = readFileSync(file);
  const newer = Buffer.from(sound);
  newer.writeInt32BE(999, 60);
  const damaged = Buffer.from(sound).fill(0x5a, 4096, Math.min(sound.length, 40_960));
  const cases = { 'is no database': Buffer.from('hello'), 'a newer hackdebt': newer, 'is damaged': damaged };
  for (const [words, bytes] of Object.entries(cases)) {
    const other = join(folderOf(t), 'other.db');
    writeFileSync(other, bytes);
    const found = await check('database', repository.dir, '--db', other);
    assert.deepEqual([found?.status, found?.finding.includes(words)], ['problem', true], words);
    assert.notEqual(found?.advice, null);
  }
});

test('--rebuild moves a damaged database aside, and the next scan is sound', async () => {
  await using repository = await hackathon();
  const folder = join(repository.dir, '.git/hackdebt');
  await runHackdebt(['scan'], { cwd: repository.dir });
  const file = join(folder, 'hackdebt.db');
  writeFileSync(file, readFileSync(file).fill(0x5a, 8192));
  const { status, stdout, stderr } = await runHackdebt(['doctor', '--rebuild', '--json'], { cwd: repository.dir });
  const { rebuilt, checks } = JSON.parse(stdout) as DoctorReport;
  assert.deepEqual([status, rebuilt], [0, true]);
  assert.match(stderr, /^The old database is now .*hackdebt\.db\.1; .*\n$/);
  assert.equal(checks.find(({ name }) => name === 'database')?.status, 'ok');
  assert.ok(readdirSync(folder).includes('hackdebt.db.1'));
  const again = await runHackdebt(['list', '--format', 'vimgrep'], { cwd: repository.dir });
  assert.deepEqual([again.status, again.stdout], [0, 'a.ts:1:4: TODO one\nb.ts:1:4: TODO two\n']);
});

test('--rebuild without a database changes nothing', async () => {
  await using repository = await hackathon();
  const { status, stdout, stderr } = await runHackdebt(['doctor', '--rebuild', '--json'], { cwd: repository.dir });
  assert.deepEqual([status, (JSON.parse(stdout) as DoctorReport).rebuilt], [0, false]);
  assert.match(stderr, /^There is nothing to rebuild: .* is not there\.\n$/);
});

test('a configuration or decision that cannot be read is a finding', async () => {
  await using repository = await hackathon();
  writeFileSync(join(repository.dir, 'hackdebt.decisions.jsonl'), '\nnonsense\n');
  const decisions = await check('configuration', repository.dir);
  assert.deepEqual(
    [decisions?.status, decisions?.finding],
    ['warning', 'hackdebt.decisions.jsonl:2: this is no JSON object'],
  );
  writeFileSync(join(repository.dir, 'hackdebt.config.json'), '{"sprnt": {}}');
  const config = await check('configuration', repository.dir);
  assert.equal(config?.status, 'problem');
  assert.match(`${config?.finding} ${config?.advice}`, /sprnt/);
});
