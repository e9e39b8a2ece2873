import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../../bin/hackdebt.js', import.meta.url));

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, args, { encoding: 'utf8', env: { PATH: process.env['PATH'], ...env } });
}

test('--version and --help end with 0 and say nothing on stderr', () => {
  for (const flag of ['--version', '--help']) {
    const { status, stdout, stderr } = run([BIN, flag]);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, flag === '--version' ? /^\d+\.\d+\.\d+\n$/ : /^Usage: hackdebt \[command\]/);
  }
});

test('wrong usage ends with 2 and one line on stderr', () => {
  const { status, stdout, stderr } = run([BIN, 'lst']);
  assert.deepEqual([status, stdout], [2, '']);
  assert.equal(stderr, 'hackdebt: "lst" is no command. Did you mean "list"? See hackdebt --help.\n');
});

test('an old Node is told before anything is loaded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hackdebt-'));
  const pretend = join(folder, 'pretend.cjs');
  writeFileSync(pretend, "Object.defineProperty(process.versions, 'node', { value: '20.18.3' });");
  const { status, stdout, stderr } = run(['--require', pretend, BIN, '--version']);
  assert.deepEqual([status, stdout], [2, '']);
  assert.equal(stderr, 'hackdebt: Node 20.18.3 is too old. Install Node 20.19 or newer.\n');
});

test('a folder that is not built says what to do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hackdebt-'));
  mkdirSync(join(folder, 'bin'));
  copyFileSync(BIN, join(folder, 'bin', 'hackdebt.js'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  const { status, stderr } = run([join(folder, 'bin', 'hackdebt.js')]);
  assert.equal(status, 2);
  assert.equal(stderr, 'hackdebt: it is not built yet. Run "npm ci" in its folder.\n');
});

test('the help loads commander and nothing heavier', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hackdebt-'));
  const spy = join(folder, 'spy.cjs');
  const listing = "process.on('exit', () => process.stderr.write(Object.keys(require.cache).join('\\n')))";
  writeFileSync(spy, listing);
  const { stderr } = run(['--require', spy, BIN, '--help']);
  const packages = new Set([...stderr.matchAll(/node_modules\/([^/]+)/g)].map((match) => match[1]));
  assert.deepEqual([...packages], ['commander']);
});
