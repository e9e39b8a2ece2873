import { UnsoundError } from '../../errors.ts';
import type { Repository } from '../../git/repository.ts';
import type { CheckOptions } from '../../model/check.ts';
import type { CommitOid, PathChange, TreeEntry } from '../../model/git.ts';
import type { Request } from '../../model/request.ts';
import { readCommits, type ChangedCommit } from '../mining/commit-log.ts';
import { readMarkerRules } from '../mining/marker-rules.ts';
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
  readonly commits: readonly ChangedCommit[];
}

/** Finds the base, the rules that hold there, and the files that differ. Throws UnsoundError where the clone does not hold the base. */
export async function openComparison(request: Request<CheckOptions>, repository: Repository): Promise<Comparison> {
  const { staged } = request.options;
  const { head } = repository.location;
  if (head === null)
    throw new UnsoundError('there is no commit yet, so there is nothing to compare with. Commit first.');
  const { base, unsound } = await chooseBase(request, repository, head);
  const policy = await readPolicy(request, repository, base?.commit ?? null);
  const { files: headFiles } = await repository.tree(head);
  const files = staged ? await repository.index() : headFiles;
  const rules = await readMarkerRules(repository, files, policy.config);
  const isBranch = base !== null && !staged;
  const commits = isBranch ? await readBranch(repository, head, base.commit) : [];
  const changes = await findChanges(repository, { base, head, files, headFiles, staged });
  return { request, repository, rules, head, base, policy, unsound, files, changes, commits };
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

interface Trees {
  readonly base: Base | null;
  readonly head: CommitOid;
  readonly files: readonly TreeEntry[];
  readonly headFiles: readonly TreeEntry[];
  readonly staged: boolean;
}

async function findChanges(repository: Repository, trees: Trees): Promise<PathChange[]> {
  const { base, head, files, headFiles, staged } = trees;
  if (base === null) return [];
  if (staged) return diffIndex(headFiles, files);
  return base.commit === null ? diffIndex([], files) : repository.diff(base.commit, head);
}
