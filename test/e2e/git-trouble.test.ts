import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ListReport } from '../../src/model/report.ts';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import { BARE_ENVIRONMENT, runGit } from '../rig/run-git.ts';
import { askJson } from './ask.ts';
import { run, type Start } from './start.ts';

const STRANGER = '65534';

let origin: TestRepository;
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hackdebt-git-'));
  origin = await repositoryOf([
    { name: 'root', files: { 'a.ts': '// TODO stow the anchor\nstow();\n' } },
    { name: 'tip', files: { 'b.ts': '// FIXME reef earlier\nreef();\n' } },
  ]);
  await origin.git('config', 'uploadpack.allowFilter', 'true');
});

after(async () => {
  await origin.dispose();
  await rm(folder, { recursive: true });
});

async function clone(name: string, ...flags: readonly string[]): Promise<string> {
  await runGit(['clone', '--quiet', ...flags, `file://${origin.dir}`, name], { cwd: folder });
  return join(folder, name);
}

interface Refused extends Start {
  readonly argv?: readonly string[];
}

async function refused({ argv = ['scan'], ...options }: Refused, says: string): Promise<void> {
  const { code, stdout, stderr } = await run(argv, options);
  assert.deepEqual({ code, stdout, stderr }, { code: 3, stdout: '', stderr: `hackdebt: ${says}\n` });
}

test('without git on the PATH the program says what to install', async () => {
  const says = 'git could not be started. Install git 2.31 or newer and make sure it is on the PATH.';
  await refused({ cwd: origin.dir, env: { PATH: folder } }, says);
});

test('a git that does not know what is asked is told to be too old', async () => {
  const old = await mkdtemp(join(folder, 'old-'));
  // What git 2.20 prints: options that it does not know, as they are.
  const answers = ['true', 'false', '--show-object-format', '.git', '--path-format=absolute', '.git'];
  await writeFile(join(old, 'git'), `#!/bin/sh\nprintf '%s\\n' ${answers.join(' ')}\n`, { mode: 0o755 });
  const env = { PATH: `${old}:${BARE_ENVIRONMENT.PATH}` };
  await refused({ cwd: origin.dir, env }, 'This git is too old. Install git 2.31 or newer.');
});

const ADVICE = [
  ['a laptop', {}, 'run "git fetch --unshallow"'],
  ['GitHub', { GITHUB_ACTIONS: 'true' }, 'give actions/checkout "fetch-depth: 0"'],
  ['GitLab', { GITLAB_CI: 'true' }, 'set the variable GIT_DEPTH: "0"'],
] as const;

for (const [where, env, advice] of ADVICE) {
  test(`a shallow clone on ${where} is refused with what to do there`, async () => {
    const cwd = await clone(`shallow on ${where}`, '--depth=1');
    const says = `this is a shallow clone: what happened before its cut cannot be told. To get it all, ${advice}; or pass --allow-shallow.`;
    await refused({ cwd, env }, says);
  });
}

for (const argv of [['demo'], ['decide', 'hd-00000000', 'keep']]) {
  test(`${argv[0]} in a shallow clone does not name a flag that it has not`, async () => {
    const cwd = await clone(`shallow for ${argv[0]}`, '--depth=1');
    const says =
      'this is a shallow clone: what happened before its cut cannot be told. To get it all, run "git fetch --unshallow".';
    await refused({ cwd, argv }, says);
  });
}

test('--allow-shallow goes on, and says "not before" of what stands at the cut', async () => {
  const cwd = await clone('allowed', '--depth=1');
  const { hacks } = await askJson<ListReport>(cwd, 'list', '--allow-shallow', '--sort', 'path');
  assert.deepEqual(
    hacks.map(({ path, introduced }) => [path, introduced.notBefore]),
    [
      ['a.ts', true],
      ['b.ts', true],
    ],
  );
});

test('a shallow clone that was deepened is told from its beginning', async () => {
  const cwd = await clone('deepened', '--depth=1');
  await askJson<ListReport>(cwd, 'list', '--allow-shallow');
  await runGit(['fetch', '--quiet', '--unshallow'], { cwd });
  const { hacks } = await askJson<ListReport>(cwd, 'list', '--sort', 'path');
  assert.deepEqual(
    hacks.map(({ path, introduced }) => [path, introduced.commit, introduced.notBefore]),
    [
      ['a.ts', origin.oidOf('root'), false],
      ['b.ts', origin.oidOf('tip'), false],
    ],
  );
});

test('a partial clone is refused', async () => {
  const cwd = await clone('partial', '--filter=blob:none');
  const says =
    'this is a partial clone: older versions of the files are not here. Clone it without --filter, or run "git fetch --refetch --no-filter".';
  await refused({ cwd }, says);
});

test('a repository of another user is read only if the user trusts it', async (context) => {
  if (process.getuid?.() !== 0) return context.skip('only root can give a repository to somebody else');
  const cwd = await clone('foreign');
  execFileSync('chown', ['-R', STRANGER, cwd]);
  const says = `The repository ${cwd} belongs to another user. If you trust it: git config --global --add safe.directory '${cwd}'`;
  await refused({ cwd }, says);
  const trust = join(folder, 'gitconfig');
  await writeFile(trust, `[safe]\n\tdirectory = ${cwd}\n`);
  await chmod(trust, 0o644);
  const { code, stdout, stderr } = await run(['scan'], { cwd, env: { GIT_CONFIG_GLOBAL: trust } });
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^2 open$/m);
});
