import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { UnsoundError } from '../../src/errors.ts';
import type { CommitOid, CommitWithChanges } from '../../src/model/git.ts';
import { git, open, repositoryOf, toArray, type Step } from './temporary-repository.ts';

const EMPTY_BLOB = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';
const LINK = { mode: '120000', content: '/etc/passwd' };
const SUBMODULE = { mode: '160000', content: '1'.repeat(40) };

async function logOf(context: TestContext, steps: readonly Step[], init: string[] = []): Promise<CommitWithChanges[]> {
  const repository = await open(repositoryOf(context, steps, init));
  return toArray(repository.log({ tips: await heads(repository.location.commonDir) }));
}

async function heads(folder: string): Promise<CommitOid[]> {
  const refs = git(folder, ['for-each-ref', '--format=%(objectname)', 'refs/heads/main']);
  return refs.trim().split('\n') as CommitOid[];
}

function pathsOf(entry: CommitWithChanges | undefined): string[] {
  return (entry?.changes ?? []).map((change) => change.path).toSorted();
}

test('a commit comes with its people, times, whole message and parents', async (t) => {
  const message = 'subject\n\nbody with a : colon\n:100644 100644 no change M\n';
  const author = 'Ada  Lovelace <ada@x> 1700000000 -0530';
  const [second, first] = await logOf(t, [{ files: [['a', '1']] }, { message, author, files: [['a', '2']] }]);
  assert.equal(second?.commit.message, message);
  assert.deepEqual(second.commit.author, { name: 'Ada  Lovelace', email: 'ada@x' });
  assert.deepEqual(second.commit.authorTime, { seconds: 1_700_000_000, offsetMinutes: -330 });
  assert.deepEqual(second.commit.committer, { name: 'Grace', email: 'grace@example.org' });
  assert.deepEqual(second.commit.parents, [first?.commit.oid]);
});

test('a root adds its files, and a later commit tells the blobs before and after', async (t) => {
  const [second, first] = await logOf(t, [{ files: [['a', '']] }, { files: [['a', 'x']] }]);
  assert.deepEqual(first?.changes, [{ path: 'a', before: null, after: EMPTY_BLOB }]);
  assert.equal(second?.changes[0]?.before, EMPTY_BLOB);
  assert.match(second.changes[0].after ?? '', /^[0-9a-f]{40}$/);
});

test('nasty names arrive whole', async (t) => {
  const names = ['new\nline', '\x1b[31mred', '"quoted"', '-rf', ' space ', 'ta\tb', ':100644 x', 'größe', '$(touch x)'];
  const bytes = Buffer.from('caf\xe9', 'latin1');
  const [commit] = await logOf(t, [{ files: [...names, bytes].map((name) => [name, 'x'] as const) }]);
  const expected = [...names.filter((name) => name !== '"quoted"'), '"\\"quoted\\""', '"caf\\351"'];
  assert.deepEqual(pathsOf(commit), expected.toSorted());
});

test('a rename is a removal and an addition of one blob', async (t) => {
  const [move] = await logOf(t, [{ files: [['old', 'text']] }, { removed: ['old'], files: [['new', 'text']] }]);
  const [added, removed] = move?.changes ?? [];
  assert.deepEqual([added?.path, added?.before, removed?.path, removed?.after], ['new', null, 'old', null]);
  assert.equal(added?.after, removed?.before);
});

test('symbolic links and submodules have no blob, and becoming one is losing the file', async (t) => {
  const [replaced, made] = await logOf(t, [
    {
      files: [
        ['link', LINK],
        ['module', SUBMODULE],
        ['file', 'x'],
        ['tool', { mode: '100755', content: 'y' }],
      ],
    },
    {
      files: [
        ['file', LINK],
        ['link', 'now a file'],
        ['tool', 'y'],
      ],
    },
  ]);
  assert.deepEqual(pathsOf(made), ['file', 'tool']);
  const sides = replaced?.changes.map(({ path, before, after }) => [path, before !== null, after !== null]);
  assert.deepEqual(sides, [
    ['file', true, false],
    ['link', false, true],
  ]);
});

test('a merge tells what changed against its first parent, an octopus too', async (t) => {
  const steps: Step[] = [
    { files: [['base', 'x']] },
    { branch: 'b', parents: [1], files: [['b', 'x']] },
    { branch: 'c', parents: [1], files: [['c', 'x']] },
    {
      parents: [1, 2, 3],
      files: [
        ['b', 'x'],
        ['c', 'x'],
      ],
    },
  ];
  const commits = await logOf(t, steps);
  const merge = commits.find((entry) => entry.commit.parents.length === 3);
  assert.deepEqual(pathsOf(merge), ['b', 'c']);
  assert.equal(commits.length, 4);
});

test('a history may have several roots', async (t) => {
  const steps: Step[] = [
    { files: [['a', 'x']] },
    { branch: 'other', parents: [0], files: [['b', 'x']] },
    { parents: [1, 2], files: [['b', 'x']] },
  ];
  const roots = (await logOf(t, steps)).filter((entry) => entry.commit.parents.length === 0);
  assert.deepEqual(roots.map(pathsOf).flat().toSorted(), ['a', 'b']);
});

test('commits without a message, without changes or with a bare mode change are told', async (t) => {
  const steps: Step[] = [
    { files: [['run', 'x']] },
    { message: '' },
    { files: [['run', { mode: '100755', content: 'x' }]] },
    { message: 'last', files: [['a', 'b']] },
  ];
  const commits = await logOf(t, steps);
  assert.deepEqual(
    commits.map((entry) => [entry.commit.message.trim(), entry.changes.length]),
    [
      ['last', 1],
      ['step 3', 0],
      ['', 0],
      ['step 1', 1],
    ],
  );
});

test('a message in another encoding is read as its author wrote it', async (t) => {
  const message = Buffer.from('Größe', 'latin1');
  const [commit] = await logOf(t, [{ message, encoding: 'ISO-8859-1' }]);
  assert.equal(commit?.commit.message.trim(), 'Größe');
});

test('a SHA-256 repository is read alike', async (t) => {
  const [commit] = await logOf(t, [{ files: [['a', 'x']] }], ['--object-format=sha256']);
  assert.equal(commit?.commit.oid.length, 64);
  assert.equal(commit.changes[0]?.after?.length, 64);
  assert.equal(commit.changes[0].before, null);
});

test('ancestors of the excluded commits are left out', async (t) => {
  const repository = await open(repositoryOf(t, [{}, {}, {}]));
  const [tip, excluded] = [await repository.require('main'), await repository.require('main~1')];
  const commits = await toArray(repository.log({ tips: [tip], not: [excluded] }));
  assert.deepEqual(
    commits.map((entry) => entry.commit.oid),
    [tip],
  );
});

test('a reader may stop early', async (t) => {
  const steps = Array.from({ length: 300 }, (): Step => ({ message: 'x'.repeat(2000) }));
  const repository = await open(repositoryOf(t, steps));
  for await (const entry of repository.log({ tips: [await repository.require('main')] })) {
    assert.equal(entry.commit.parents.length, 1);
    break;
  }
});

test('a tip that does not exist is an error, not an empty history', async (t) => {
  const repository = await open(repositoryOf(t, [{}]));
  const range = { tips: ['0123456789'.repeat(4) as CommitOid] };
  await assert.rejects(toArray(repository.log(range)), (error: Error) => {
    assert.ok(error instanceof UnsoundError);
    return error.message.startsWith('git log failed with exit code 128: fatal: bad object');
  });
});

test('the mainline is told at every so-manieth commit, oldest first, down to what is known', async (t) => {
  const side: Step = { branch: 'side', parents: [1], files: [['side', 'x']] };
  const line = Array.from({ length: 6 }, (_, day): Step => ({ files: [['a', `${day}`]] }));
  const [root = {}, ...later] = line;
  const merge: Step = { parents: [7, 2], files: [['b', 'x']] };
  const first = later[0] ?? {};
  const folder = repositoryOf(t, [root, side, { ...first, parents: [1] }, ...later.slice(1), merge]);
  const repository = await open(folder);
  const chain = git(folder, ['rev-list', '--reverse', '--first-parent', 'main']).trim().split('\n') as CommitOid[];
  const tip = chain.at(-1) as CommitOid;
  assert.equal(chain.length, 7);
  assert.deepEqual(await repository.mainline(tip, { every: 1 }), chain);
  assert.deepEqual(await repository.mainline(tip, { every: 3 }), [chain[2], chain[5], tip]);
  assert.deepEqual(await repository.mainline(tip, { every: 7 }), [tip]);
  assert.deepEqual(await repository.mainline(tip, { every: 2, not: chain[3] as CommitOid }), [chain[5], tip]);
});
