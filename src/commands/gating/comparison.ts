import { UnsoundError } from '../../errors.ts';
import type { Repository } from '../../git/repository.ts';
import type { CheckOptions } from '../../model/check.ts';
import type { Attributes } from '../../git/attributes.ts';
import type { Scope } from '../../model/config.ts';
import type { CommitOid, PathChange, TreeEntry } from '../../model/git.ts';
import type { Request } from '../../model/request.ts';
import { readCommits, type ChangedCommit } from '../mining/commit-log.ts';
import { buildMarkerRules } from '../mining/marker-rules.ts';
import { chooseScope } from '../mining/scope.ts';
import type { Place } from '../../model/lineage.ts';
import type { KnownBaseline } from './baseline.ts';
import { chooseBase } from './choose-base.ts';
import { findTreePlaces, type TreeSearch } from './tree-places.ts';
import type { Base } from './find-base.ts';
import { findLives, type Lives } from './find-lives.ts';
import { readPolicy, type FoundPolicy } from './read-policy.ts';
import { openSightCache } from './sight-cache.ts';
import { diffIndex, stagedIndex } from './staged.ts';

/** The two trees, the rules of the first, and what differs. */
export interface Comparison extends TreeSearch {
  readonly head: CommitOid;
  /** Null where the clone does not hold it. */
  readonly base: Base | null;
  /** Stands in for the base's tree. */
  readonly baseline: KnownBaseline | null;
  readonly policy: FoundPolicy;
  /** The part that is judged, beside the folder asked for; null: the whole repository. */
  readonly scope: Scope | null;
  readonly unsound: readonly string[];
  /** Everything in the second tree. */
  readonly files: readonly TreeEntry[];
  readonly changes: readonly PathChange[];
  /** The commits of the branch; empty where they are not known. Read when first asked for. */
  commits(): Promise<readonly ChangedCommit[]>;
  /** The lives of the hacks of both trees, where a database knows them. Read when first asked for. */
  lives(): Promise<Lives | null>;
  /** All hacks of the second tree, by path and place. Searched for when first asked for. */
  places(): Promise<readonly Place[]>;
  /** Address of the remote, without credentials; null where there is none. */
  readonly remote: string | null;
}

/** Finds the base, the rules that hold there, and the files that differ. Throws UnsoundError where the clone does not hold the base. */
export async function openComparison(request: Request<CheckOptions>, repository: Repository): Promise<Comparison> {
  const { staged } = request.options;
  const head = headOf(repository, staged);
  // What does not wait for one another is asked at the same time: each question to git takes as long as starting it.
  const [{ base, baseline, unsound }, second, remote] = await Promise.all([
    chooseBase(request, repository, head),
    readSecondTree(request, repository, head),
    repository.remoteUrl(),
  ]);
  const { files, attributes } = second;
  const [policy, changes] = await Promise.all([
    readPolicy(request, repository, base?.commit ?? null),
    findChanges(repository, { base, baseline, head, staged, ...second }),
  ]);
  const scope = chooseScope(policy.config, request.settings, repository);
  const rules = buildMarkerRules(attributes, policy.config);
  const isBranch = base !== null && !staged && (base.commit !== null || baseline === null);
  const commits = once(async () => (isBranch ? readBranch(repository, head, base.commit) : []));
  const { sightKey } = rules;
  const { cache: folder } = request.options;
  const cache = folder === null ? undefined : await openSightCache(request, repository, { folder, sightKey });
  const places = once(() => findTreePlaces({ request, repository, rules, cache }, files));
  const lives = once(() => findLives(request, { repository, base, head }));
  const clone = { request, repository, head, base, baseline, unsound, remote: remote ?? null };
  return { ...clone, cache, policy, scope, rules, files, changes, commits, lives, places };
}

/** No files at all: git knows this tree in every repository. */
const EMPTY_TREE = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
} as const;

/** What is checked out. A hook that looks at the first commit of all compares it with nothing. */
function headOf({ location }: Repository, staged: boolean): CommitOid {
  if (location.head !== null) return location.head;
  if (staged) return EMPTY_TREE[location.objectFormat] as CommitOid;
  throw new UnsoundError('there is no commit yet, so there is nothing to compare with. Commit first.');
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= read());
}

/** The tree that is checked; `headFiles` are those of the commit. */
interface SecondTree {
  readonly files: readonly TreeEntry[];
  readonly headFiles: readonly TreeEntry[];
  readonly attributes: Attributes;
}

async function readSecondTree(
  request: Request<CheckOptions>,
  repository: Repository,
  head: CommitOid,
): Promise<SecondTree> {
  const { staged } = request.options;
  const [{ files: headFiles }, index] = await Promise.all([
    repository.tree(head),
    staged ? repository.index(stagedIndex(request, repository.location)) : null,
  ]);
  const files = index ?? headFiles;
  return { files, headFiles, attributes: await repository.attributes(files) };
}

async function readBranch(repository: Repository, head: CommitOid, base: CommitOid | null): Promise<ChangedCommit[]> {
  const log = await readCommits(repository.log({ tips: [head], not: base === null ? [] : [base] }), () => undefined);
  return [...log.values()];
}

interface Trees extends Pick<SecondTree, 'files' | 'headFiles'> {
  readonly base: Base | null;
  readonly baseline: KnownBaseline | null;
  readonly head: CommitOid;
  readonly staged: boolean;
}

async function findChanges(repository: Repository, trees: Trees): Promise<PathChange[]> {
  const { base, baseline, head, files, headFiles, staged } = trees;
  if (base === null) return [];
  if (staged) return diffIndex(headFiles, files);
  if (base.commit !== null) return repository.diff(base.commit, head);
  return baseline === null ? diffIndex([], files) : [];
}
