import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { adviceForUnshallow } from '../../src/git/clone.ts';
import { git, open, repositoryOf, temporaryFolder, type Step } from './temporary-repository.ts';

const HISTORY: readonly Step[] = [
  { files: [['a', 'one']] },
  { branch: 'side', parents: [1], files: [['b', 'two']] },
  { parents: [1, 2], files: [['b', 'two']] },
  { files: [['a', 'three']] },
];

function cloneOf(context: TestContext, ...args: string[]): string {
  const origin = repositoryOf(context, HISTORY);
  git(origin, ['config', 'uploadpack.allowFilter', 'true']);
  const clone = join(temporaryFolder(context), 'clone');
  git(origin, ['clone', '--quiet', ...args, `file://${origin}`, clone]);
  return clone;
}

test('a shallow clone is recognised, with the commits at which it is cut', async (t) => {
  const folder = cloneOf(t, '--depth=2');
  const repository = await open(folder);
  assert.equal(repository.location.isShallow, true);
  const boundary = await repository.shallowBoundary([await repository.require('main')]);
  assert.deepEqual(boundary, [await repository.require('main~1')]);
});

test('the true root of a history that is shallow elsewhere is no boundary', async (t) => {
  const folder = cloneOf(t, '--depth=3', '--no-single-branch');
  const repository = await open(folder);
  const tip = await repository.require('main');
  assert.deepEqual(await repository.shallowBoundary([tip]), []);
});

test('a full clone has no boundary and is not partial', async (t) => {
  const repository = await open(cloneOf(t));
  assert.equal(repository.location.isShallow, false);
  assert.deepEqual(await repository.shallowBoundary([await repository.require('main')]), []);
  assert.equal(await repository.isPartial(), false);
  // Git marks so what it keeps of any remote that promised more; whether this clone is partial its configuration tells.
  writeFileSync(join(repository.location.gitDir, 'objects/pack/pack-1.promisor'), '');
  assert.equal(await repository.isPartial(), false);
});

test('in a partial clone the history is read, nothing is fetched, and a missing blob is an error', async (t) => {
  const folder = cloneOf(t, '--filter=blob:none', '--no-checkout');
  const repository = await open(folder);
  assert.equal(await repository.isPartial(), true);
  const blobs = [];
  for await (const { changes } of repository.log({ tips: [await repository.require('main')] })) {
    blobs.push(...changes.map((change) => change.after).filter((oid) => oid !== null));
  }
  assert.equal(blobs.length, 4);
  const reading = repository.blobs(blobs, () => undefined);
  await assert.rejects(reading, { name: 'UnsoundError', message: /\. This is a partial clone/ });
  assert.match(git(folder, ['rev-list', '--objects', '--all', '--missing=print']), /^\?/m);
});

test('the way to a full history is told for the service at hand', () => {
  assert.match(adviceForUnshallow({ GITHUB_ACTIONS: 'true' }), /fetch-depth: 0/);
  assert.match(adviceForUnshallow({ GITLAB_CI: 'true' }), /GIT_DEPTH: "0"/);
  assert.match(adviceForUnshallow({ TF_BUILD: 'True' }), /fetchDepth: 0/);
  assert.match(adviceForUnshallow({ BITBUCKET_BUILD_NUMBER: '7' }), /depth: full/);
  assert.match(adviceForUnshallow({ JENKINS_URL: 'http://x' }), /Shallow clone/);
  assert.match(adviceForUnshallow({}), /git fetch --unshallow/);
});
