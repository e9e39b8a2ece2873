import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import Database from 'better-sqlite3';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import { ask } from './ask.ts';
import { fleetStory } from './fleet.ts';
import { run } from './start.ts';

/** An account that is not the one of the tests and owns nothing: nobody. */
const STRANGER = 65_534;
const IS_ROOT = process.getuid?.() === 0;

let repository: TestRepository;
let folder: string;
/** A sound database of the repository. */
let sound: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hackdebt-database-'));
  repository = await repositoryOf(fleetStory(8), { bare: true });
  sound = join(folder, 'sound.db');
  assert.equal((await ask(repository.dir, 'scan', '--db', sound)).code, 0);
});

after(async () => {
  await repository.dispose();
  await rm(folder, { recursive: true });
});

async function freshCopy(name: string): Promise<string> {
  const file = join(folder, name);
  await cp(sound, file);
  return file;
}

async function refused(file: string, says: string): Promise<void> {
  const untouched = await readFile(file);
  const { code, stdout, stderr } = await ask(repository.dir, 'list', '--db', file);
  assert.deepEqual({ code, stdout, stderr }, { code: 3, stdout: '', stderr: `hackdebt: ${says}\n` });
  assert.ok(untouched.equals(await readFile(file)), 'the file was changed');
}

test('a file that is no database is refused and left alone', async () => {
  const file = join(folder, 'letter.db');
  await writeFile(file, 'Dear diary, today we sailed.\n'.repeat(100));
  await refused(file, `${file} is no database: move it away, or name another with --db.`);
});

test('the database of a newer hackdebt is refused and left alone', async () => {
  const file = await freshCopy('newer.db');
  const database = new Database(file);
  database.pragma('user_version = 999');
  database.close();
  await refused(file, `${file} was written by a newer hackdebt: update hackdebt, or name another with --db.`);
});

test('a damaged database is refused, kept, and the way to mend it is named', async () => {
  const file = await freshCopy('damaged.db');
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(40_960, 0x5a), 0, 40_960, 8192);
  await handle.close();
  await refused(file, `${file} is damaged: hackdebt doctor --rebuild moves it aside and makes a new one.`);
});

test('a database that another program has locked is waited for, and then said to be locked', async () => {
  const file = await freshCopy('locked.db');
  const database = new Database(file);
  database.pragma('locking_mode = EXCLUSIVE');
  database.exec('BEGIN EXCLUSIVE');
  const begin = performance.now();
  const { code, stdout, stderr } = await run(['scan', '--db', file], { cwd: repository.dir });
  database.close();
  assert.ok(performance.now() - begin < 20_000);
  const says = `hackdebt: ${file} is locked by another program: close it and run hackdebt again.\n`;
  assert.deepEqual({ code, stdout, stderr }, { code: 3, stdout: '', stderr: says });
});

test('a path through a file is refused', async () => {
  const file = join(sound, 'deeper', 'x.db');
  const { code, stdout, stderr } = await ask(repository.dir, 'scan', '--db', file);
  const says = `hackdebt: ${join(sound, 'deeper')} cannot be made: mend the path, or name another with --db.\n`;
  assert.deepEqual({ code, stdout, stderr }, { code: 3, stdout: '', stderr: says });
});

test('a full disk is one sentence and exit code 3, and what was there stays sound', async (context) => {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return context.skip('a small file system cannot be mounted here');
  }
  try {
    const file = join(disk, 'x.db');
    const { code, stdout, stderr } = await ask(repository.dir, 'scan', '--db', file);
    const says = `hackdebt: The disk is full, nothing more can be written to ${file}: make room and run hackdebt again.\n`;
    assert.deepEqual({ code, stdout, stderr }, { code: 3, stdout: '', stderr: says });
    execFileSync('mount', ['-o', 'remount,size=64m', disk]);
    assert.equal((await ask(repository.dir, 'scan', '--db', file)).code, 0);
  } finally {
    execFileSync('umount', [disk]);
  }
});

test('where nothing may be written a scan works in memory, says so, and leaves nothing', async (context) => {
  if (!IS_ROOT) return context.skip('only root can run the program as somebody who may not write');
  await using guarded = await repositoryOf(fleetStory(2), { bare: true });
  await chmod(guarded.dir, 0o755);
  const settings = join(folder, 'gitconfig');
  await writeFile(settings, `[safe]\n\tdirectory = ${guarded.dir}\n`);
  await chmod(folder, 0o755);
  const env = { GIT_CONFIG_GLOBAL: settings };
  const { code, stdout, stderr } = await run(['scan'], { cwd: guarded.dir, env, uid: STRANGER });
  const file = join(guarded.dir, 'hackdebt', 'hackdebt.db');
  assert.deepEqual([code, stderr], [0, `${file} cannot be written: working in memory, nothing is kept.\n`]);
  assert.match(stdout, /^\d+ open/m);
  const asked = await run(['sql', 'select 1'], { cwd: guarded.dir, env, uid: STRANGER });
  assert.equal(asked.code, 3);
  assert.match(asked.stderr, /hackdebt\.db is not up to date and cannot be written: name another with --db\.\n$/);
});
