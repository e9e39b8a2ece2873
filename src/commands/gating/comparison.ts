import { UnsoundError } from '../../errors.ts';
import type { Repository } from '../../git/repository.ts';
import type { CheckOptions } from '../../model/check.ts';
import type { Attributes } from '../../git/attributes.ts';
import type { CommitOid, PathChange, TreeEntry } from '../../model/git.ts';
import type { Request } from '../../model/request.ts';
import { readCommits, type ChangedCommit } from '../mining/commit-log.ts';
import { buildMarkerRules } from '../mining/marker-rules.ts';
import { rootReader } from '../mining/root-reader.ts';
import type { TreeSearch } from './compare-trees.ts';
import type { Base } from './find-base.ts';
import { findBase } from './find-base.ts';
import { readPolicy, type FoundPolicy } from './read-policy.ts';
import { diffIndex } from './staged.ts';

/** The two trees, the rules of the first, and what differs. */
export interface Comparison extends TreeSearch {
  readonly head: CommitOid;
  /** Null where the clone does not hold it. */
  readonly base: Base | null;
  readonly policy: FoundPolicy;
  readonly unsound: readonly string[];
  /** Everything in the second tree. */
  readonly files: readonly TreeEntry[];
  readonly changes: readonly PathChange[];
  /** The commits of the branch; empty where they are not known. Read when first asked for. */
  commits(): Promise<readonly ChangedCommit[]>;
  /** Address of the remote, without credentials; null where there is none. */
  readonly remote: string | null;
}

/** Finds the base, the rules that hold there, and the files that differ. Throws UnsoundError where the clone does not hold the base. */
export async function openComparison(request: Request<CheckOptions>, repository: Repository): Promise<Comparison> {
  const { staged } = request.options;
  const { head } = repository.location;
  if (head === null)
    throw new UnsoundError('there is no commit yet, so there is nothing to compare with. Commit first.');
  // What does not wait for one another is asked at the same time: each question to git takes as long as starting it.
  const [{ base, unsound }, second, remote] = await Promise.all([
    chooseBase(request, repository, head),
    readSecondTree(repository, { head, staged }),
    repository.remoteUrl(),
  ]);
  const { files, attributes } = second;
  const [policy, changes] = await Promise.all([
    readPolicy(request, repository, base?.commit ?? null),
    findChanges(repository, { base, head, staged, ...second }),
  ]);
  const rules = buildMarkerRules(attributes, policy.config);
  let read: Promise<ChangedCommit[]> | undefined;
  const commits = async (): Promise<readonly ChangedCommit[]> =>
    base === null || staged ? [] : (read ??= readBranch(repository, head, base.commit));
  const clone = { request, repository, head, base, unsound, remote: remote ?? null };
  return { ...clone, policy, rules, files, changes, commits };
}

/** The tree that is checked; `headFiles` are those of the commit. */
interface SecondTree {
  readonly files: readonly TreeEntry[];
  readonly headFiles: readonly TreeEntry[];
  readonly attributes: Attributes;
}

async function readSecondTree(
  repository: Repository,
  { head, staged }: { readonly head: CommitOid; readonly staged: boolean },
): Promise<SecondTree> {
  const [{ files: headFiles }, index] = await Promise.all([repository.tree(head), staged ? repository.index() : null]);
  const files = index ?? headFiles;
  return { files, headFiles, attributes: await repository.attributes(files) };
}

/** The base, or why there is none where the user would rather go on without. */
async function chooseBase(
  { options, outside, settings }: Request<CheckOptions>,
  repository: Repository,
  head: CommitOid,
): Promise<{ base: Base | null; unsound: string[] }> {
  if (options.staged) return { base: { commit: head, name: 'HEAD', foundBy: '--staged' }, unsound: [] };
  const { config } = await settings.readConfig(rootReader(repository));
  try {
    const question = { asked: options.base, env: outside.env, branch: config.branch, head };
    return { base: await findBase(repository, question), unsound: [] };
  } catch (error) {
    const mayGoOn = options.allowShallow || (options.onUnsound ?? config.gate.onUnsound) === 'warn';
    if (!(error instanceof UnsoundError) || !mayGoOn) throw error;
    return { base: null, unsound: [error.message] };
  }
}

async function readBranch(repository: Repository, head: CommitOid, base: CommitOid | null): Promise<ChangedCommit[]> {
  const log = await readCommits(repository.log({ tips: [head], not: base === null ? [] : [base] }), () => undefined);
  return [...log.values()];
}

interface Trees extends Pick<SecondTree, 'files' | 'headFiles'> {
  readonly base: Base | null;
  readonly head: CommitOid;
  readonly staged: boolean;
}

async function findChanges(repository: Repository, trees: Trees): Promise<PathChange[]> {
  const { base, head, files, headFiles, staged } = trees;
  if (base === null) return [];
  if (staged) return diffIndex(headFiles, files);
  return base.commit === null ? diffIndex([], files) : repository.diff(base.commit, head);
}
