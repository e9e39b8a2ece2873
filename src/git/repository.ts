import type { BlobOid, CommitOid, CommitWithChanges } from '../model/git.ts';
import { readBlobs, type BlobRequest, type OnBlob } from './blobs.ts';
import { buildEnvironment, type Environment } from './hardening.ts';
import { locate } from './locate.ts';
import type { Location } from './location.ts';
import { readLog, type LogRange } from './log.ts';
import type { GitContext } from './process.ts';
import { requireCommit, resolveCommit } from './revisions.ts';
import { readTree, type Tree } from './tree.ts';

/** What opening a repository needs of the outside world. */
export interface OpenOptions {
  /** The caller's environment; little of it reaches git. */
  readonly env: Environment;
  /** Stops every git process at work; its reason is what is thrown. */
  readonly signal?: AbortSignal;
  /** The git program; default `git` on the PATH. */
  readonly git?: string;
}

/** Opens the repository that holds `dir` (an UnsoundError says why there is none). Nothing needs closing. */
export async function openRepository(dir: string, options: OpenOptions): Promise<Repository> {
  return new Repository(await locate({ git: 'git', ...options, folder: dir }), options);
}

/** The one door to git. Each method runs at most a few git processes, however much there is to tell. */
export class Repository {
  readonly location: Location;
  private readonly context: GitContext;

  /** For another thread: `new Repository(first.location, options)` opens the same repository without asking git again. */
  constructor(location: Location, options: OpenOptions) {
    this.location = location;
    this.context = {
      git: options.git ?? 'git',
      // The work tree is named so that no `core.worktree` is followed; commands that need the true one say so.
      env: { ...buildEnvironment(options.env), GIT_DIR: location.gitDir, GIT_WORK_TREE: location.gitDir },
      cwd: location.gitDir,
      ...(options.signal && { signal: options.signal }),
    };
  }

  /** The commit a revision means, or undefined. Annotated tags mean their commit. */
  resolve(revision: string): Promise<CommitOid | undefined> {
    return resolveCommit(this.context, revision);
  }

  /** Like `resolve`, but an unknown revision is a UsageError. */
  require(revision: string): Promise<CommitOid> {
    return requireCommit(this.context, revision);
  }

  /** All ancestors of the tips (and the tips) but those of `not`, with what each changed against its first parent; in git's order. */
  log(range: LogRange): AsyncIterable<CommitWithChanges> {
    return readLog(this.context, range);
  }

  /** The content of every blob, in the order given. */
  blobs(request: BlobRequest | Iterable<BlobOid>, onBlob: OnBlob): Promise<void> {
    return readBlobs(this.context, 'oids' in request ? request : { oids: request }, onBlob);
  }

  /** Everything in a commit's tree. */
  tree(commit: CommitOid): Promise<Tree> {
    return readTree(this.context, commit);
  }
}
