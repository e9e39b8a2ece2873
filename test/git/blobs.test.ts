import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test, type TestContext } from 'node:test';
import { UnsoundError } from '../../src/errors.ts';
import type { BlobOid, CommitOid, RepoPath } from '../../src/model/git.ts';
import { openedRepositoryOf } from './temporary-repository.ts';
import type { Repository } from '../../src/git/repository.ts';

const MISSING = '0123456789'.repeat(4) as BlobOid;

interface Contents {
  readonly repository: Repository;
  readonly tip: CommitOid;
  readonly oids: BlobOid[];
}

async function repositoryWith(t: TestContext, contents: readonly (string | Buffer)[]): Promise<Contents> {
  const files = contents.map((content, index) => [`file ${String(index).padStart(4, '0')}`, content] as const);
  const repository = await openedRepositoryOf(t, [{ files }]);
  const tip = await repository.require('main');
  return { repository, tip, oids: (await repository.tree(tip)).files.map((file) => file.blob) };
}

test('blobs come in the order asked for, empty and binary ones whole', async (t) => {
  const contents = ['one', '', '\0\x01\n\0', 'x missing\n'];
  const { repository, oids } = await repositoryWith(t, contents);
  const seen: string[] = [];
  await repository.blobs([...oids, ...oids.toReversed()], ({ bytes }) => void seen.push(String(bytes)));
  assert.deepEqual(seen, [...contents, ...contents.toReversed()]);
});

test('a thousand blobs with a taker that needs time come one after the other', async (t) => {
  const contents = Array.from({ length: 1000 }, (_, index) => `${index} `.repeat(200));
  const { repository, oids } = await repositoryWith(t, contents);
  const seen: string[] = [];
  let atWork = 0;
  await repository.blobs(oids, async ({ bytes }) => {
    atWork += 1;
    assert.equal(atWork, 1);
    seen.push(String(bytes));
    if (seen.length % 100 === 0) await sleep(1);
    atWork -= 1;
  });
  assert.deepEqual(seen, contents);
});

test('oids are taken only as fast as git takes them', async (t) => {
  const { repository, oids } = await repositoryWith(t, [Buffer.alloc(100_000, 'x')]);
  let taken = 0;
  let ahead = 0;
  let seen = 0;
  function* many(): Generator<BlobOid> {
    for (; taken < 20_000; taken += 1) yield oids[0] ?? MISSING;
  }
  const reading = repository.blobs(many(), () => {
    seen += 1;
    ahead = Math.max(ahead, taken - seen);
    if (seen === 500) throw new Error('enough');
  });
  await assert.rejects(reading, /enough/);
  assert.ok(ahead > 0 && ahead < 15_000, `${ahead} ahead`);
});

test('a blob above the limit comes with its size and without its bytes', async (t) => {
  const { repository, oids } = await repositoryWith(t, [Buffer.alloc(5_000_000, 'x'), 'small']);
  const seen: unknown[] = [];
  await repository.blobs(oids, ({ size, bytes }) => void seen.push([size, bytes?.toString() ?? null]));
  assert.deepEqual(seen, [
    [5_000_000, null],
    [5, 'small'],
  ]);
});

test('a missing blob is an error that says what to do, or is told when it may be missing', async (t) => {
  const { repository, oids } = await repositoryWith(t, ['one']);
  const all = [MISSING, ...oids];
  await assert.rejects(
    repository.blobs(all, () => undefined),
    (error) => {
      assert.ok(error instanceof UnsoundError);
      return error.message.includes(`Object ${MISSING} is missing`);
    },
  );
  const sizes: number[] = [];
  await repository.blobs({ oids: all, allowMissing: true }, ({ size }) => void sizes.push(size));
  assert.deepEqual(sizes, [-1, 3]);
});

function fail(): never {
  throw new RangeError('mine');
}

test('an error of the taker ends the reading, thrown or rejected', async (t) => {
  const { repository, oids } = await repositoryWith(t, ['one', 'two']);
  await assert.rejects(repository.blobs(oids, fail), RangeError);
  await assert.rejects(
    repository.blobs(oids, async () => fail()),
    RangeError,
  );
});

test('a commit is no blob', async (t) => {
  const { repository, tip } = await repositoryWith(t, ['one']);
  await assert.rejects(
    repository.blobs([tip as string as BlobOid], () => undefined),
    UnsoundError,
  );
});

test('texts come for blobs and for paths at commits, and null for what is not there', async (t) => {
  const { repository, tip, oids } = await repositoryWith(t, ['one', 'two']);
  const paths = ['file 0001', 'file 0002', 'file 0000'] as RepoPath[];
  const texts = await repository.texts([...oids, ...paths.map((path) => ({ commit: tip, path })), MISSING]);
  assert.deepEqual(texts.map(String), ['one', 'two', 'two', 'null', 'one', 'null']);
});

test('texts come for paths that git would read as something else', async (t) => {
  const names = ['a\nb', 'a', 'c\r', 'x missing', 'HEAD^{tree}', 'v1~1', '-x', ' y '];
  const first = await openedRepositoryOf(t, [{ files: names.map((name) => [name, `in ${name}`] as const) }]);
  const tip = await first.require('main');
  const texts = await first.texts(names.map((name) => ({ commit: tip, path: name as RepoPath })));
  assert.deepEqual(
    texts.map(String),
    names.map((name) => `in ${name}`),
  );
});

test('a path that ends like the output of git describe is a path', async (t) => {
  const steps = [{}, { files: [['notes', 'plain']] as const }];
  const probe = await openedRepositoryOf(t, steps);
  const name = `notes-g${(await probe.require('main~1')).slice(0, 8)}`;
  const repository = await openedRepositoryOf(t, [{}, { files: [[name, 'mine']] }]);
  const commit = await repository.require('main');
  assert.deepEqual((await repository.texts([{ commit, path: name as RepoPath }])).map(String), ['mine']);
});

test('a path that is no UTF-8 has its text too', async (t) => {
  const repository = await openedRepositoryOf(t, [{ files: [[Buffer.from('caf\xe9', 'latin1'), 'au lait']] }]);
  const commit = await repository.require('main');
  assert.deepEqual((await repository.texts([{ commit, path: '"caf\\351"' as RepoPath }])).map(String), ['au lait']);
});
