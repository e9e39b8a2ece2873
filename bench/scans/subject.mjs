// A repository made ready to be measured: a fresh single-branch clone, lists of what others read, databases of older states.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listOids } from './list-oids.mjs';

export const HACKDEBT = fileURLToPath(new URL('../../bin/hackdebt.js', import.meta.url));
/** The branch that is scanned: it is moved, whatever is checked out. */
const BRANCH = 'bench-line';
const STEPS_BACK = [1, 100];

/** Names, files and figures of the repository; `folder` is where the clone and the databases go. Enough for scans. */
export async function prepare(repository, folder) {
  const clone = join(folder, 'clone');
  run('git', ['clone', '-q', '--single-branch', `file://${repository}`, clone]);
  const tip = git(clone, 'rev-parse', 'HEAD');
  git(clone, 'update-ref', `refs/heads/${BRANCH}`, tip);
  const subject = {
    name: nameOf(repository),
    clone,
    env: { ...process.env, HACKDEBT_BRANCH: BRANCH },
    files: { oids: join(folder, 'oids'), blame: join(folder, 'blame'), tree: listTree(clone) },
    database: (name) => join(folder, `${name}.db`),
    older: [],
    facts: { pack: sizeOfPacks(clone), trackedFiles: 0 },
  };
  const { oids, commits, bytes } = await listOids(clone, BRANCH);
  writeFileSync(subject.files.oids, oids.map((oid) => `${oid}\n`).join(''));
  Object.assign(subject.facts, { commits, blobs: oids.length, bytes, trackedFiles: subject.files.tree.length });
  return subject;
}

/** Adds databases of older states, and the list of the files that hold markers. */
export function prepareRest(subject) {
  const { clone } = subject;
  const tip = git(clone, 'rev-parse', 'HEAD');
  for (const steps of STEPS_BACK) scanOlder(subject, tip, steps);
  writeFileSync(subject.files.blame, pathsWithMarkers(clone).join('\0'));
}

/** Arguments of a scan into a database of that name. */
export function scanArgs(subject, database) {
  return [HACKDEBT, 'scan', '--quiet', '-C', subject.clone, '--db', subject.database(database)];
}

/** Puts the database as it was `steps` commits ago at the place of another. */
export function restoreOlder(subject, steps, database) {
  removeDatabase(subject, database);
  copyFileSync(subject.database(`older-${steps}`), subject.database(database));
}

export function removeDatabase({ database }, name) {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${database(name)}${end}`, { force: true });
}

export function sizeOf(file) {
  return statSync(file).size;
}

// A history may be shorter than that.
function scanOlder(subject, tip, steps) {
  const { clone, env } = subject;
  const older = git(clone, 'rev-list', '--first-parent', '--max-count=1', `--skip=${steps}`, tip);
  if (older === '') return;
  git(clone, 'update-ref', `refs/heads/${BRANCH}`, older);
  run(process.execPath, scanArgs(subject, `older-${steps}`), env);
  git(clone, 'update-ref', `refs/heads/${BRANCH}`, tip);
  subject.older.push(steps);
}

function listTree(clone) {
  const records = git(clone, 'ls-files', '--stage', '-z').split('\0');
  return records.filter((record) => record.startsWith('100')).map((record) => record.slice(record.indexOf('\t') + 1));
}

function pathsWithMarkers(clone) {
  const { markers } = JSON.parse(run(process.execPath, [HACKDEBT, 'markers', '--json', '-C', clone]));
  return [...new Set(markers.map(({ path }) => path))];
}

function sizeOfPacks(clone) {
  const folder = join(clone, '.git', 'objects', 'pack');
  const packs = readdirSync(folder).filter((name) => name.endsWith('.pack'));
  return packs.reduce((sum, name) => sum + sizeOf(join(folder, name)), 0);
}

function nameOf(repository) {
  const name = basename(repository);
  return ['repo', '.git'].includes(name) ? basename(dirname(repository)) : name;
}

function git(clone, ...args) {
  return run('git', ['-C', clone, ...args]).trim();
}

function run(command, args, env = process.env) {
  return execFileSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
