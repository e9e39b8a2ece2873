import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, type TestContext } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import { BARE_ENVIRONMENT } from '../rig/run-git.ts';
import type { Story } from '../rig/story.ts';
import { TODO_FEED } from './check-branch.ts';
import { folderOf } from './temporary-folder.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A copy of the program beside all packages but the database's. */
function copyWithoutDatabase(context: TestContext): string {
  const copy = folderOf(context);
  for (const name of ['bin', 'dist/src', 'schema', 'package.json']) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== 'better-sqlite3') symlinkSync(join(ROOT, 'node_modules', name), join(copy, 'node_modules', name));
  }
  return join(copy, 'bin/hackdebt.js');
}

const STORY: Story = [
  { name: 'base', files: { 'feed.js': TODO_FEED } },
  { name: 'work', on: 'topic', parents: ['base'], files: { 'feed.js': '// FIXME new\n', 'b.js': '// XXX\n' } },
];

test('check needs no better-sqlite3, whatever two trees can answer', async (context) => {
  const bin = copyWithoutDatabase(context);
  await using repository = await repositoryOf(STORY, { head: 'topic' });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [bin, ...args], {
      cwd: repository.dir,
      env: { ...BARE_ENVIRONMENT },
      encoding: 'utf8',
    });
  const scan = run('scan');
  assert.equal(scan.status, 3);
  assert.match(scan.stderr, /better-sqlite3 is not installed/);
  const rules = ['--no-swept', '--ratchet', '--forbid', 'XXX', '--need-issue', '--need-owner', '--max-open', '9'];
  const check = run('check', '--base', 'main', ...rules, '--due-dates', '--json');
  assert.equal(check.stderr, '');
  assert.equal(check.status, 1);
  const { findings } = JSON.parse(check.stdout) as { findings: { rule: string }[] };
  assert.deepEqual(new Set(findings.map(({ rule }) => rule)), new Set(['forbid', 'needIssue', 'needOwner', 'ratchet']));
});
