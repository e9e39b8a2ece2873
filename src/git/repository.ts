import { join } from 'node:path';
import type { BlobOid, CommitOid, CommitWithChanges, Identity, PathChange, RepoPath, TreeEntry } from '../model/git.ts';
import { readAttributes, type AtHand, type Attributes } from './attributes.ts';
import { readBranches, type Branch } from './branches.ts';
import { readBlobs, readPart, type BlobContent, type BlobRequest, type OnBlob } from './blobs.ts';
import { hasPromisedPacks, readShallowBoundary } from './clone.ts';
import { buildEnvironment, type Environment } from './hardening.ts';
import { findLine, type Line } from './line.ts';
import { locate } from './locate.ts';
import type { Location } from './location.ts';
import { readLog, type LogRange } from './log.ts';
import { readMailmap } from './mailmap.ts';
import { encodePath } from './paths.ts';
import type { GitContext } from './process.ts';
import { readRenames, type Rename } from './renames.ts';
import { countCommits, findFork, readMainline, requireCommit, resolveCommit } from './revisions.ts';
import { findRemoteUrl, isPartialClone, readSettings, type Settings } from './settings.ts';
import { readTags, type Tag } from './tags.ts';
import { openTexts, readTexts, type TextRequest, type TextSource } from './texts.ts';
import { readTreeDiff, readTreeRenames } from './tree-diff.ts';
import { readTree, type Tree } from './tree.ts';
import { readIndex, readListed, readWorkTree, type IndexedFile, type WorkTree } from './work-tree.ts';

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
  private readonly textSource: TextSource;
  private knownSettings: Promise<Settings> | undefined;
  private knownTags: Promise<readonly Tag[]> | undefined;
  private lastTree: { readonly commit: CommitOid; readonly tree: Promise<Tree> } | undefined;

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
    this.textSource = openTexts(this.context);
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

  /** How many commits the tip has in its history (itself too) that the others do not. */
  countCommits(tip: CommitOid, not: readonly CommitOid[] = []): Promise<number> {
    return countCommits(this.context, tip, not);
  }

  /** Every so-manieth commit on the first-parent chain of the tip, oldest first, that `not` does not have; the tip is the last. */
  mainline(
    tip: CommitOid,
    spacing: { readonly every: number; readonly not?: CommitOid | undefined },
  ): Promise<CommitOid[]> {
    return readMainline(this.context, tip, spacing);
  }

  /** The best commit that a revision and a commit both have in their history; a word where there is none. */
  fork(revision: string, commit: CommitOid): Promise<CommitOid | 'none' | 'unknown'> {
    return findFork(this.context, revision, commit);
  }

  /** The paths whose regular files differ between the trees of two commits; a rename is two of them. */
  diff(before: CommitOid, after: CommitOid): Promise<PathChange[]> {
    return readTreeDiff(this.context, before, after);
  }

  /** The files that have another name in the second tree, by git's similarity. */
  renamesBetween(before: CommitOid, after: CommitOid): Promise<{ from: RepoPath; to: RepoPath }[]> {
    return readTreeRenames(this.context, before, after);
  }

  /** The content of every blob, in the order given. */
  blobs(request: BlobRequest | Iterable<BlobOid>, onBlob: OnBlob): Promise<void> {
    return readBlobs(this.context, 'oids' in request ? request : { oids: request }, onBlob);
  }

  /** The same for a part of a longer list. The next blob comes at once. */
  blobsOfPart(oids: readonly BlobOid[], onBlob: (blob: BlobContent) => void): Promise<void> {
    return readPart(this.textSource.batch, oids, onBlob);
  }

  /** The contents of blobs and of files at commits, in the order given; null for what is absent or over 4 MiB. */
  texts(requests: readonly TextRequest[]): Promise<(Buffer | null)[]> {
    return readTexts(this.textSource, requests);
  }

  /** Everything in a commit's tree. The last one is kept: of the line's tip it is asked several times. */
  tree(commit: CommitOid): Promise<Tree> {
    if (this.lastTree?.commit !== commit) this.lastTree = { commit, tree: readTree(this.context, commit) };
    return this.lastTree.tree;
  }

  /** What the `.gitattributes` among these files (of one tree) say of any path. Git is asked for what is not at hand. */
  attributes(files: readonly TreeEntry[], atHand?: AtHand): Promise<Attributes> {
    return readAttributes(this.textSource, files, atHand);
  }

  /** The renames in each of the commits against its first parent. */
  renames(commits: readonly CommitOid[]): Promise<Map<CommitOid, Rename[]>> {
    return readRenames(this.context, commits);
  }

  /** The index and the untracked files of the work tree; nothing in a bare repository. */
  workTree(): Promise<WorkTree> {
    const { toplevel } = this.location;
    return toplevel === null ? Promise.resolve({ index: [], untracked: [] }) : readWorkTree(this.inside(toplevel));
  }

  /** The regular files of the index, or of another index file; none in a bare repository. */
  index(file?: string): Promise<readonly IndexedFile[]> {
    const { toplevel } = this.location;
    if (toplevel === null) return Promise.resolve([]);
    const context = this.inside(toplevel);
    return readIndex(file === undefined ? context : { ...context, env: { ...context.env, GIT_INDEX_FILE: file } });
  }

  /**
   * The index file. A file as young as it, or younger, may have been written to in the same instant: its stat proves nothing.
   */
  get indexFile(): string {
    return join(this.location.gitDir, 'index');
  }

  /** Where the work tree keeps the path: what to open it by. */
  fileOf(path: RepoPath): Buffer | string {
    const folder = `${this.location.toplevel ?? this.location.gitDir}/`;
    return path.startsWith('"') ? Buffer.concat([Buffer.from(folder), encodePath(path)]) : folder + path;
  }

  /** All that git would see of the work tree at and below the paths (default everywhere); none in a bare repository. */
  listed(paths: readonly RepoPath[] = []): Promise<RepoPath[]> {
    const { toplevel } = this.location;
    return toplevel === null ? Promise.resolve([]) : readListed(this.inside(toplevel), paths);
  }

  /** The branch whose story is told: the configured one, else origin's default, else the current one. */
  line(configured?: string): Promise<Line> {
    return findLine(this.context, this.location, configured);
  }

  /** All local and remote-tracking branches. */
  branches(): Promise<Branch[]> {
    return readBranches(this.context);
  }

  /** The tags of commits, as they are when first asked for: a scan asks for the demos of many sprints. */
  tags(): Promise<readonly Tag[]> {
    this.knownTags ??= readTags(this.context);
    return this.knownTags;
  }

  /** The identities as the `.mailmap` in the tip's tree wants them shown, in the order given. Where there is none, git is not asked. */
  async mailmap(identities: readonly Identity[], tip: CommitOid): Promise<readonly Identity[]> {
    const { files } = await this.tree(tip);
    return files.some(({ path }) => path === '.mailmap') ? readMailmap(this.context, identities, tip) : identities;
  }

  /** The commits at which a shallow clone is cut, among the ancestors of the tips; none in a full clone. */
  shallowBoundary(tips: readonly CommitOid[]): Promise<CommitOid[]> {
    return this.location.isShallow ? readShallowBoundary(this.context, tips) : Promise.resolve([]);
  }

  /** True for a clone that left objects behind to be fetched later. Git is asked only if it marked what it has. */
  async isPartial(): Promise<boolean> {
    return hasPromisedPacks(this.location.commonDir) && isPartialClone(await this.settings());
  }

  /** Address of origin, else of the first remote, without any password. */
  async remoteUrl(): Promise<string | undefined> {
    return findRemoteUrl(await this.settings());
  }

  private settings(): Promise<Settings> {
    this.knownSettings ??= readSettings(this.context);
    return this.knownSettings;
  }

  private inside(toplevel: string): GitContext {
    return { ...this.context, cwd: toplevel, env: { ...this.context.env, GIT_WORK_TREE: toplevel } };
  }
}
