import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { test, type TestContext } from 'node:test';
import { UnsoundError } from '../../src/errors.ts';
import { readMailmap } from '../../src/git/mailmap.ts';
import { Repository } from '../../src/git/repository.ts';
import type { BlobOid, CommitOid, RepoPath } from '../../src/model/git.ts';
import {
  BARE_ENVIRONMENT,
  git as runGit,
  open,
  repositoryOf,
  temporaryFolder,
  toArray,
  type Step,
} from './temporary-repository.ts';

const HISTORY: readonly Step[] = [
  {
    files: [
      ['.mailmap', 'Ada <ada@x>\n'],
      ['old', 'text of some length\n'.repeat(20)],
    ],
  },
  { removed: ['old'], files: [['new', 'text of some length\n'.repeat(20)]] },
];

interface Subject {
  readonly repository: Repository;
  readonly tip: CommitOid;
  readonly blobs: readonly BlobOid[];
  /** The script that runs as git. */
  readonly git: string;
}

/** Everything that can be asked, as the user of the room would. */
const QUESTIONS: Record<string, (subject: Subject) => Promise<unknown>> = {
  resolve: ({ repository }) => repository.resolve('main'),
  log: ({ repository, tip }) => toArray(repository.log({ tips: [tip] })),
  blobs: ({ repository, blobs }) => repository.blobs(blobs, () => undefined),
  texts: ({ repository, tip }) => repository.texts([{ commit: tip, path: 'new' as RepoPath }]),
  tree: ({ repository, tip }) => repository.tree(tip),
  renames: ({ repository, tip }) => repository.renames([tip]),
  index: ({ repository }) => repository.index(),
  line: ({ repository }) => repository.line('other'),
  // Not by the repository, which looks first whether the tree has one.
  mailmap: ({ repository, tip, git }) =>
    readMailmap(
      { git, env: { ...BARE_ENVIRONMENT, GIT_DIR: repository.location.gitDir } },
      [{ name: 'ada', email: 'ada@x' }],
      tip,
    ),
  settings: ({ repository }) => repository.remoteUrl(),
  tags: ({ repository }) => repository.tags(),
};

/** A repository whose git is this shell script; `real` in it runs the true one. */
async function withGit(context: TestContext, script: string): Promise<Subject> {
  const folder = repositoryOf(context, HISTORY);
  runGit(folder, ['reset', '--quiet']);
  const honest = await open(folder);
  const tip = await honest.require('main');
  const blobs = (await honest.tree(tip)).files.map((file) => file.blob);
  const git = join(temporaryFolder(context), 'git');
  writeFileSync(git, `#!/bin/sh\nreal() { git "$@"; }\n${script}\n`, { mode: 0o755 });
  return { repository: new Repository(honest.location, { env: BARE_ENVIRONMENT, git }), tip, blobs, git };
}

async function assertUnsound(subject: Subject, complaint: RegExp, left: readonly string[] = []): Promise<void> {
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    if (left.includes(name)) continue;
    const asked = ask(subject);
    await assert.rejects(
      asked,
      (error: Error) => {
        assert.ok(error instanceof UnsoundError, `${name}: ${error.stack}`);
        assert.match(error.message, complaint, name);
        return true;
      },
      name,
    );
  }
}

/** Asked of a git that stands by and is not told when there are no more questions: see its own test below. */
const STANDING = ['texts'];

test('a git that is killed after a part of its answer is an error', async (t) => {
  const killed = await withGit(t, 'real "$@" | head -c 100; kill -9 $$');
  await assertUnsound(killed, /^git [a-z-]+ was killed/, STANDING);
});

const BREAKDOWNS: readonly (readonly [what: string, script: string, complaint: RegExp])[] = [
  ['is killed in its answer', 'echo "$oid blob 500"; echo some; kill -9 $$', /^git cat-file was killed/],
  ['is killed before its answer', 'kill -9 $$', /^git cat-file was killed/],
  ['cuts off its answer and says all is well', 'echo "$oid blob 500"; echo some', /ended before it had answered/],
  ['ends without an answer', 'exit 0', /ended before it had answered/],
  ['fails without a word', 'exit 3', /^git cat-file failed with exit code 3$/],
  ['answers something else', 'echo "Segmentation fault (core dumped)"', /printed something that is no object/],
];
const TOO_MUCH = 'printf "$oid blob 1\\na\\n$oid blob 1\\na\\n"';
/** A few answers come by git's own pipe, many by a channel. */
const AMOUNTS = [1, 100];
const CASES = [
  ...BREAKDOWNS.flatMap((row) => AMOUNTS.map((amount) => [...row, amount] as const)),
  ['answers more than was asked', TOO_MUCH, /printed something that is no object/, 1] as const,
];
for (const [what, script, complaint, amount] of CASES) {
  test(`a git that stands by for ${amount} and ${what} is an error, and the next question is asked of another`, async (t) => {
    const { repository, blobs } = await withGit(
      t,
      `if [ -e "$0.met" ]; then real "$@"; exit; fi\ntouch "$0.met"\nread -r oid\n${script}`,
    );
    const oids = Array.from({ length: amount }, () => blobs[0] as BlobOid);
    await assert.rejects(amount === 1 ? repository.texts(oids) : read(repository, oids), (error: Error) => {
      assert.ok(error instanceof UnsoundError, error.stack);
      assert.match(error.message, complaint);
      return true;
    });
    assert.equal((await read(repository, oids)).length, amount);
    assert.equal((await repository.texts(blobs)).length, blobs.length);
  });
}

async function read(repository: Repository, oids: readonly BlobOid[]): Promise<(string | undefined)[]> {
  const texts: (string | undefined)[] = [];
  await repository.blobsOfPart(oids, ({ bytes }) => texts.push(bytes?.toString('latin1')));
  return texts;
}

test('many blobs of every size are read whole, whether a channel can be had or not', async (t) => {
  const texts = [0, 1, 70_000, 262_144, 262_145, 1_000_000].map((size, index) => `${index}`.repeat(size));
  const folder = repositoryOf(t, [{ files: texts.map((text, index): [string, string] => [`f${index}`, text]) }]);
  const usual = tmpdir();
  t.after(() => (process.env['TMPDIR'] = usual));
  for (const temporary of [temporaryFolder(t), join(temporaryFolder(t), 'missing')]) {
    process.env['TMPDIR'] = temporary;
    const repository = await open(folder);
    const { files } = await repository.tree(await repository.require('main'));
    const often = Array.from({ length: 20 }, () => files.map(({ blob }) => blob)).flat();
    assert.deepEqual(await read(repository, often), Array.from({ length: 20 }, () => texts).flat());
    if (existsSync(temporary)) assert.deepEqual(readdirSync(temporary), []);
  }
});

test('many blobs come in the same memory again and again', async (t) => {
  const folder = repositoryOf(t, [
    {
      files: [
        ['large', 'x'.repeat(300_000)],
        ['small', 'y'],
      ],
    },
  ]);
  const repository = await open(folder);
  const { files } = await repository.tree(await repository.require('main'));
  const often = Array.from({ length: 50 }, () => files.map(({ blob }) => blob)).flat();
  const memories = new Set<ArrayBufferLike>();
  await repository.blobsOfPart(often, ({ bytes }) => void (bytes && memories.add(bytes.buffer)));
  // The channel's, and that in which what comes in several chunks is put together.
  assert.ok(memories.size <= 2, `${memories.size}`);
});

test('a git that stands by ends when nobody asks any more', async (t) => {
  const { repository, blobs, git } = await withGit(t, 'real "$@"; touch "$0.ended"');
  await repository.texts(blobs);
  while (!existsSync(`${git}.ended`)) await sleep(20);
});

test('a git that fails without a word is an error', async (t) => {
  await assertUnsound(await withGit(t, 'real "$@"; exit 3'), /^git [a-z-]+ failed with exit code 3$/, STANDING);
});

test("git's last complaint is in the error", async (t) => {
  await assertUnsound(await withGit(t, 'echo first >&2; echo "fatal: the last" >&2; exit 3'), /: fatal: the last$/);
});

test('an answer that is cut off is an error even if git says all is well', async (t) => {
  const cut = await withGit(t, 'real "$@" | head -c 5; cat >/dev/null');
  // A branch that is not there has an empty answer, and so have the tags of a repository without any.
  await assertUnsound(cut, /./, ['line', 'tags', ...STANDING]);
});

test('a history cut off between two commits is an error too', async (t) => {
  const script = 'case "$*" in *" log "*) real "$@" -1 ;; *) real "$@" ;; esac';
  const { repository, tip } = await withGit(t, script);
  await assert.rejects(toArray(repository.log({ tips: [tip] })), /git log ended early/);
});

test('an answer that is something else is an error', async (t) => {
  const babbling = await withGit(t, 'cat >/dev/null; echo "Segmentation fault (core dumped)"');
  await assertUnsound(babbling, /./, STANDING);
});

test('a git that does not take its input leaves no one waiting', async (t) => {
  const { repository, blobs } = await withGit(t, 'exec <&-; exit 0');
  const many = Array.from({ length: 20_000 }, () => blobs[0]).filter((oid) => oid !== undefined);
  await assert.rejects(
    repository.blobs(many, () => undefined),
    /ended before it had answered everything/,
  );
});

test('an abort ends git with all it has started, and its reason is what is thrown', async (t) => {
  const { repository, tip, blobs, git } = await withGit(t, 'exit 3');
  // Of tags the abort of one process is shown; git itself starts nothing there.
  // Looked for among all processes of the machine, where others may test the same.
  const seconds = String(randomInt(100_000_000, 1_000_000_000));
  const child = `sleep ${seconds} & wait`;
  const scripts = { log: child, blobs: child, tree: child, tags: `exec sleep ${seconds}` };
  for (const [name, script] of Object.entries(scripts)) {
    const abort = new AbortController();
    const options = { env: BARE_ENVIRONMENT, git: join(repository.location.gitDir, 'git'), signal: abort.signal };
    writeFileSync(options.git, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const asked = QUESTIONS[name]?.({ repository: new Repository(repository.location, options), tip, blobs, git });
    setTimeout(() => abort.abort(new RangeError('stop')), 50);
    await assert.rejects(async () => asked, { name: 'RangeError', message: 'stop' }, name);
  }
  await sleep(50);
  assert.deepEqual(running(seconds), []);
});

test('an abort before the start starts nothing', async (t) => {
  const { location } = await open(repositoryOf(t, HISTORY));
  const options = { env: BARE_ENVIRONMENT, signal: AbortSignal.abort(new RangeError('stop')) };
  await assert.rejects(new Repository(location, options).resolve('main'), RangeError);
});

/** Processes whose command line holds the word. */
function running(word: string): string[] {
  return readdirSync('/proc').filter((id) => /^\d+$/.test(id) && commandLine(id).includes(word));
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'latin1');
  } catch {
    // It ended while we looked.
    return '';
  }
}
