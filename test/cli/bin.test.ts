import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPackage } from '../../src/cli/version.ts';
import { temporaryFolder } from '../git/temporary-repository.ts';
import { repositoryOf } from '../rig/repository-of.ts';
import { spyOnModules } from '../rig/spy-on-modules.ts';

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

test('an old Node is told before anything is loaded', (t) => {
  const folder = temporaryFolder(t);
  const pretend = join(folder, 'pretend.cjs');
  writeFileSync(pretend, "Object.defineProperty(process.versions, 'node', { value: '20.18.3' });");
  const { status, stdout, stderr } = run(['--require', pretend, BIN, '--version']);
  assert.deepEqual([status, stdout], [2, '']);
  assert.equal(stderr, 'hackdebt: Node 20.18.3 is too old. Install Node 20.19 or newer.\n');
});

test('a folder that is not built says what to do', (t) => {
  const folder = temporaryFolder(t);
  cpSync(dirname(BIN), join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  const { status, stderr } = run([join(folder, 'bin', 'hackdebt.js')]);
  assert.equal(status, 2);
  assert.equal(stderr, 'hackdebt: it is not built yet. Run "npm ci" in its folder.\n');
});

/** A module to load first, which tells on stderr for each script that comes with its code whether V8 refused that. */
function spyOnScripts(context: TestContext): string {
  const spy = join(temporaryFolder(context), 'spy.cjs');
  const tell = 'if (options.cachedData) process.stderr.write(`refused: ${this.cachedDataRejected}`);';
  const script = `class extends vm.Script { constructor(text, options) { super(text, options); ${tell} } }`;
  writeFileSync(spy, `const vm = require('node:vm'); vm.Script = ${script};`);
  return spy;
}

test('what the build compiled is what runs', (t) => {
  const { stdout, stderr } = run(['--require', spyOnScripts(t), BIN, '--version']);
  assert.deepEqual([stdout, stderr], [`${readPackage().version}\n`, 'refused: false']);
});

test('a V8 that takes no code from the build runs the modules', (t) => {
  const { stdout, stderr } = run(['--no-opt', '--require', spyOnScripts(t), BIN, '--version']);
  assert.deepEqual([stdout, stderr], [`${readPackage().version}\n`, 'refused: true']);
});

/** The packages that a run loads. */
function packagesOf(context: TestContext, from: 'program' | 'modules', args: readonly string[]): string[] {
  const spy = spyOnModules(temporaryFolder(context), from);
  const { stderr } = run(['--require', spy, BIN, ...args]);
  return [...new Set([...stderr.matchAll(/node_modules\/([^/]+)/g)].map(([, name = '']) => name))];
}

test('the help loads commander and nothing heavier', (t) => {
  assert.deepEqual(packagesOf(t, 'modules', ['--help']), ['commander']);
});

test('what the build compiled holds its packages, but for the database', async (t) => {
  await using repository = await repositoryOf([{ name: 'root', files: { 'a.ts': '// TODO stow the anchor\n' } }]);
  assert.deepEqual(packagesOf(t, 'program', ['--help']), []);
  assert.ok(packagesOf(t, 'program', ['list', '-C', repository.dir]).includes('better-sqlite3'));
});
