import assert from 'node:assert/strict';
import { appendFile, chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ListReport } from '../../src/model/report.ts';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import { ask, askJson } from './ask.ts';

const STORY = [
  {
    name: 'root',
    files: { 'a.ts': '// TODO stow the anchor\nstow();\n', '.gitattributes': '*.ts diff=trap filter=trap\n' },
  },
  { name: 'gone', files: { 'a.ts': 'stow(anchor);\n', 'b.ts': '// FIXME reef earlier\nreef();\n' }, tag: 'shown' },
  { name: 'tip', files: { 'c.ts': '// HACK bail with a bucket\nbail();\n' } },
];

/** Every key of git's configuration through which a repository could have a program run for it. */
const TRAPS = (trap: string): string => `
[core]
	fsmonitor = ${trap}
	hooksPath = ${trap}
	sshCommand = ${trap}
	askPass = ${trap}
	pager = ${trap}
	editor = ${trap}
	gitProxy = ${trap}
	alternateRefsCommand = ${trap}
[pager]
	log = ${trap}
	config = ${trap}
[diff]
	external = ${trap}
[diff "trap"]
	textconv = ${trap}
	command = ${trap}
[filter "trap"]
	clean = ${trap}
	smudge = ${trap}
	process = ${trap}
	required = true
[gpg]
	program = ${trap}
[log]
	showSignature = true
[credential]
	helper = !${trap}
[alias]
	log = !${trap}
	rev-parse = !${trap}
[remote "origin"]
	url = ext::${trap}
	uploadpack = ${trap}
[protocol "ext"]
	allow = always
`;

/** Sets the traps; what springs one leaves a file in the folder returned. */
async function setTraps(repository: TestRepository): Promise<string> {
  const git = join(repository.dir, '.git');
  const sprung = join(git, 'sprung');
  await mkdir(sprung);
  const trap = join(git, 'trap');
  await writeFile(trap, `#!/bin/sh\ntouch "${sprung}/$$"\ncat\n`);
  await chmod(trap, 0o755);
  await mkdir(join(git, 'hooks'), { recursive: true });
  for (const hook of ['post-checkout', 'pre-commit', 'post-index-change', 'reference-transaction']) {
    await writeFile(join(git, 'hooks', hook), `#!/bin/sh\ntouch "${sprung}/${hook}"\n`, { mode: 0o755 });
  }
  await appendFile(join(git, 'config'), TRAPS(trap));
  return sprung;
}

const COMMANDS = [
  ['scan'],
  ['scan', '--rev', 'shown', '--no-store'],
  ['list', '--status', 'all'],
  ['list', '--at', 'shown'],
  ['show', 'b.ts:1'],
  ['report', '--since', 'shown'],
  ['markers'],
  ['markers', '--rev', 'shown'],
  ['doctor'],
];

test('nothing in the configuration of a repository runs a program or changes what is told', async () => {
  await using repository = await repositoryOf(STORY);
  const database = join(repository.dir, '.git', 'honest.db');
  const honest = await askJson<ListReport>(repository.dir, 'list', '--status', 'all', '--db', database);
  const sprung = await setTraps(repository);
  for (const argv of COMMANDS) {
    const { code, stderr } = await ask(repository.dir, ...argv);
    assert.deepEqual([code, stderr], [0, ''], argv.join(' '));
    assert.deepEqual(await readdir(sprung), [], argv.join(' '));
  }
  assert.deepEqual(await askJson<ListReport>(repository.dir, 'list', '--status', 'all'), honest);
  // A git that nobody has hardened falls into one of them.
  await repository.git('status').catch(() => undefined);
  assert.notDeepEqual(await readdir(sprung), [], 'the traps are set');
});
