import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommitOid } from '../../src/model/git.ts';
import { renderFastImport } from './fast-import.ts';
import { runGit } from './run-git.ts';
import type { Story } from './story.ts';

export interface RepositoryOptions {
  /** Default `sha1`. */
  readonly objectFormat?: 'sha1' | 'sha256';
  /** No work tree; default false. */
  readonly bare?: boolean;
  /** Fill the work tree from HEAD; default true unless bare or the story is empty. */
  readonly checkout?: boolean;
  /** Branch that HEAD names; default `main`. */
  readonly head?: string;
}

/** A real repository in a folder of its own, gone after `dispose()` or at the end of an `await using` block. */
export interface TestRepository extends AsyncDisposable {
  readonly dir: string;
  /** Runs git in it, in a bare environment, and returns its output without the last line feed. */
  git(...args: readonly string[]): Promise<string>;
  /** Full oid of the story's commit of that name. */
  oidOf(name: string): CommitOid;
  dispose(): Promise<void>;
}

/** Builds the repository that a story tells, with one git-fast-import(1): the same story has the same oids everywhere. */
export async function repositoryOf(story: Story, options: RepositoryOptions = {}): Promise<TestRepository> {
  const dir = await mkdtemp(join(tmpdir(), 'hackdebt-story-'));
  const dispose = (): Promise<void> => rm(dir, { recursive: true, force: true });
  try {
    const oids = await writeStory(dir, { story, options });
    return {
      dir,
      git: async (...args) => (await runGit(args, { cwd: dir })).toString().replace(/\n$/, ''),
      oidOf: (name) => oidOf(oids, name),
      dispose,
      [Symbol.asyncDispose]: dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

interface Writing {
  readonly story: Story;
  readonly options: RepositoryOptions;
}

async function writeStory(dir: string, { story, options }: Writing): Promise<ReadonlyMap<string, CommitOid>> {
  const { bare = false, head = 'main', objectFormat = 'sha1', checkout = !bare && story.length > 0 } = options;
  const init = ['init', '--quiet', '--template=', `--initial-branch=${head}`, `--object-format=${objectFormat}`];
  await runGit(bare ? [...init, '--bare'] : init, { cwd: dir });
  const marksFile = join(dir, bare ? 'story.marks' : '.git/story.marks');
  const fastImport = ['fast-import', '--quiet', '--force', '--date-format=raw-permissive'];
  await runGit([...fastImport, `--export-marks=${marksFile}`], { cwd: dir, input: renderFastImport(story) });
  if (checkout) await runGit(['reset', '--quiet', '--hard'], { cwd: dir });
  return parseMarks(story, await readFile(marksFile, 'latin1'));
}

/** `:<mark> <oid> LF` per commit. */
function parseMarks(story: Story, marks: string): ReadonlyMap<string, CommitOid> {
  const oids = new Map<string, CommitOid>();
  for (const [, mark, oid] of marks.matchAll(/^:(\d+) ([0-9a-f]+)$/gm)) {
    const commit = story[Number(mark) - 1];
    if (commit !== undefined) oids.set(commit.name, oid as CommitOid);
  }
  return oids;
}

function oidOf(oids: ReadonlyMap<string, CommitOid>, name: string): CommitOid {
  const oid = oids.get(name);
  if (oid === undefined) throw new Error(`The story has no commit "${name}".`);
  return oid;
}
