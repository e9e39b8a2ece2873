import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { buildArguments, type Subcommand } from '../../src/git/command.ts';
import { openRepository, type Repository } from '../../src/git/repository.ts';
import type { BlobOid, RepoPath } from '../../src/model/git.ts';
import { BARE_ENVIRONMENT, git, repositoryOf, temporaryFolder, toArray, type Step } from './temporary-repository.ts';

const TEXT = 'text of some length\n'.repeat(20);
const HISTORY: readonly Step[] = [
  {
    files: [
      ['.gitattributes', '* diff=evil filter=evil\n'],
      ['src/old', TEXT],
      ['.mailmap', 'Ada <ada@x>\n'],
    ],
  },
  { branch: 'side', parents: [1], files: [['src/side', 'x']] },
  { removed: ['src/old'], files: [['src/new', TEXT]], parents: [1, 2] },
];

/** Commands git can be told to run; each canary leaves a file with its name. */
const CANARIES: Record<string, string> = {
  'core.fsmonitor': 'fsmonitor',
  'diff.external': 'external',
  'diff.evil.textconv': 'textconv',
  'diff.evil.command': 'command',
  'filter.evil.clean': 'clean',
  'filter.evil.smudge': 'smudge',
  'filter.evil.process': 'process',
  'gpg.program': 'gpg',
  'core.sshCommand': 'ssh',
  'core.pager': 'pager',
  'core.editor': 'editor',
  'core.askPass': 'askpass',
  'core.gitProxy': 'proxy',
  'core.alternateRefsCommand': 'alternates',
  'remote.origin.uploadpack': 'uploadpack',
};

/** What only changes what is read, and must not. */
const LIES: Record<string, string> = {
  'log.showSignature': 'true',
  'log.showRoot': 'false',
  'log.follow': 'true',
  'log.date': 'relative',
  'log.mailmap': 'true',
  'log.decorate': 'full',
  'log.diffMerges': 'off',
  'diff.relative': 'true',
  'diff.renames': 'copies',
  'diff.noprefix': 'true',
  'diff.orderFile': '.mailmap',
  'diff.ignoreSubmodules': 'all',
  'core.abbrev': '4',
  'core.quotePath': 'true',
  'core.excludesFile': 'src/side',
  'core.useReplaceRefs': 'true',
  'format.pretty': 'oneline',
  'i18n.logOutputEncoding': 'UTF-16',
  'color.ui': 'always',
  'grep.patternType': 'perl',
  'filter.evil.required': 'true',
  'protocol.allow': 'always',
  'protocol.ssh.allow': 'always',
  'protocol.ext.allow': 'always',
  'extensions.partialClone': 'origin',
  'remote.origin.promisor': 'true',
  'safe.directory': '*',
  'alias.log': '!false',
};

interface Trap {
  readonly folder: string;
  /** Names of the canaries that were run. */
  fired(): string[];
}

/** A checked-out repository; `arm` writes the hostile configuration and hooks into it. */
function trapOf(context: TestContext): Trap & { arm(): void } {
  const folder = repositoryOf(context, HISTORY);
  git(folder, ['reset', '--quiet', '--hard']);
  writeFileSync(join(folder, 'untracked'), 'x');
  const cage = temporaryFolder(context);
  const arm = (): void => {
    mkdirSync(join(cage, 'hooks'));
    mkdirSync(join(cage, 'fired'));
    for (const hook of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman', 'post-checkout']) {
      writeCanary(cage, join('hooks', hook));
    }
    const settings = {
      ...LIES,
      'core.hooksPath': join(cage, 'hooks'),
      'remote.origin.url': `ext::${writeCanary(cage, 'ext')}`,
    };
    for (const [key, value] of Object.entries(settings)) git(folder, ['config', key, value]);
    for (const [key, name] of Object.entries(CANARIES)) git(folder, ['config', key, writeCanary(cage, name)]);
    git(folder, ['config', 'core.repositoryFormatVersion', '1']);
  };
  return { folder, arm, fired: () => readdirSync(join(cage, 'fired')) };
}

function writeCanary(cage: string, name: string): string {
  const path = join(cage, name);
  writeFileSync(path, `#!/bin/sh\n: > '${join(cage, 'fired', name.replace('/', '-'))}'\nexit 1\n`, { mode: 0o755 });
  return path;
}

/** Everything the room can tell of a repository. */
async function tellAll(repository: Repository): Promise<unknown> {
  const tip = await repository.require('main');
  const log = await toArray(repository.log({ tips: [tip] }));
  const tree = await repository.tree(tip);
  const sizes: number[] = [];
  const oids = log.flatMap(({ changes }) => changes.map((change) => change.after)).filter((oid) => oid !== null);
  await repository.blobs(oids, ({ size }) => void sizes.push(size));
  const texts = await repository.texts([{ commit: tip, path: 'src/new' as RepoPath }]);
  const renames = await repository.renames(log.map(({ commit }) => commit.oid));
  const attributes = (await repository.attributes(tree.files)).valuesOf('src/new' as RepoPath);
  const [index, untracked, line, tags] = [
    await repository.index(),
    await repository.workTree(),
    await repository.line(),
    await repository.tags(),
  ];
  const people = await repository.mailmap([{ name: 'a', email: 'ada@x' }], tip);
  return { log, tree, sizes, texts: texts.map(String), renames, attributes, index, untracked, line, tags, people };
}

test('a hostile configuration runs nothing and changes no answer', async (t) => {
  const trap = trapOf(t);
  const options = { env: BARE_ENVIRONMENT };
  const honest = await tellAll(await openRepository(trap.folder, options));
  trap.arm();
  const environment = { ...BARE_ENVIRONMENT, ...hostileEnvironment(trap.folder) };
  const hostile = await tellAll(await openRepository(join(trap.folder, 'src'), { env: environment }));
  assert.deepEqual(hostile, honest);
  assert.deepEqual(trap.fired(), []);
  assert.equal(existsSync(join(trap.folder, 'trace')), false);
});

/** Variables a hook or a shell may leave behind. */
function hostileEnvironment(folder: string): Record<string, string> {
  return {
    GIT_DIR: '/nonexistent',
    GIT_INDEX_FILE: '/nonexistent',
    GIT_OBJECT_DIRECTORY: '/nonexistent',
    GIT_TRACE: join(folder, 'trace'),
    GIT_EXTERNAL_DIFF: '/bin/false',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.fsmonitor',
    GIT_CONFIG_VALUE_0: '/bin/false',
    GIT_CONFIG_PARAMETERS: "'core.bare=true'",
    GIT_GLOB_PATHSPECS: '1',
    LC_ALL: 'de_DE.UTF-8',
  };
}

test('a missing blob fetches nothing, whatever the remote is', async (t) => {
  const trap = trapOf(t);
  const oid = git(trap.folder, ['hash-object', '-w', '--stdin'], 'lost').trim();
  rmSync(join(trap.folder, '.git/objects', oid.slice(0, 2), oid.slice(2)));
  trap.arm();
  for (const url of [undefined, 'ssh://example.invalid/x']) {
    if (url !== undefined) git(trap.folder, ['config', 'remote.origin.url', url]);
    const repository = await openRepository(trap.folder, { env: BARE_ENVIRONMENT });
    const reading = repository.blobs([oid as BlobOid], () => undefined);
    await assert.rejects(reading, { name: 'UnsoundError', message: /partial clone/ });
  }
  assert.deepEqual(trap.fired(), []);
});

test('the canaries sing for an ordinary git', (t) => {
  const trap = trapOf(t);
  trap.arm();
  for (const args of [
    ['status'],
    ['log', '-p', 'main'],
    ['cat-file', '--textconv', 'main:src/new'],
    ['cat-file', '-p', '1'.repeat(40)],
  ]) {
    assert.doesNotThrow(() => tolerate(trap.folder, args));
  }
  const fired = trap.fired();
  for (const name of ['fsmonitor', 'process', 'ext']) assert.ok(fired.includes(name), `${name}: ${fired.join()}`);
});

function tolerate(folder: string, args: readonly string[]): void {
  try {
    git(folder, args);
  } catch (error) {
    // A canary fails on purpose, and git with it.
    assert.ok(error instanceof Error);
  }
}

test('no sub-command outside the list is run', () => {
  for (const name of ['status', 'diff', 'checkout', 'fetch', 'constructor']) {
    assert.throws(() => buildArguments({ name: name as Subcommand, args: [] }), TypeError);
  }
});
