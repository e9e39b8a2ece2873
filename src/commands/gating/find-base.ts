import { UnsoundError } from '../../errors.ts';
import { adviceForUnshallow } from '../../git/clone.ts';
import { unknownRevision } from '../../git/revisions.ts';
import type { Repository } from '../../git/repository.ts';
import type { CommitOid } from '../../model/git.ts';

/** What a branch is compared with. `commit` null: nothing at all, as before the first commit. */
export interface Base {
  readonly commit: CommitOid | null;
  /** How it is called: `origin/main`, `HEAD^1`. */
  readonly name: string;
  /** Who named it: `--base`, a variable of the CI, the line. */
  readonly foundBy: string;
}

/** What the search for a base goes by. */
export interface BaseQuestion {
  /** `--base`, or null. */
  readonly asked: string | null;
  readonly env: Readonly<Record<string, string>>;
  /** `branch` of the configuration. */
  readonly branch: string | null;
  readonly head: CommitOid;
}

/** Variables that name the branch or commit that a merge request goes to, by CI; the first one that is set counts. */
const VARIABLES: readonly { readonly name: string; readonly means: 'base' | 'branch' }[] = [
  { name: 'GITHUB_BASE_REF', means: 'branch' },
  // Only where GitLab has merged the branch into its target, which may have gone on since the branch left it.
  { name: 'CI_MERGE_REQUEST_TARGET_BRANCH_SHA', means: 'base' },
  { name: 'CI_MERGE_REQUEST_DIFF_BASE_SHA', means: 'base' },
  { name: 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME', means: 'branch' },
  { name: 'SYSTEM_PULLREQUEST_TARGETBRANCH', means: 'branch' },
  { name: 'BITBUCKET_PR_DESTINATION_COMMIT', means: 'base' },
  { name: 'BITBUCKET_PR_DESTINATION_BRANCH', means: 'branch' },
  { name: 'CHANGE_TARGET', means: 'branch' },
];

/**
 * The commit that a branch is compared with: of `--base`, else of the merge request that the CI tells of, else of the line, where the
 * two parted. A merge commit that the CI made (GitHub's `refs/pull/N/merge`) is compared with its first parent, which two commits of
 * history are enough for. Null where the clone does not hold it and `allowShallow` is for the caller to honour.
 */
export async function findBase(repository: Repository, question: BaseQuestion): Promise<Base> {
  const { asked, env, head } = question;
  if (asked !== null) {
    const commit = await forkOf(repository, question, asked);
    if (commit === undefined) throw unknownRevision(asked);
    return { commit, name: asked, foundBy: '--base' };
  }
  if (isMergeRef(question)) return mergeRefBase(repository, env);
  const named = VARIABLES.find(({ name }) => env[name] !== undefined);
  if (named) return variableBase(repository, question, named);
  return lineBase(repository, question, head);
}

/** Whether what is checked out is the merge that GitHub made: a workflow may check out the branch itself, and is told of the merge all the same. */
function isMergeRef({ env, head }: BaseQuestion): boolean {
  const commit = env['GITHUB_SHA'];
  return /^refs\/pull\/\d+\/merge$/.test(env['GITHUB_REF'] ?? '') && (commit === undefined || commit === head);
}

/** GitHub checks out the merge of the branch into its target: the first parent is the target as it was. */
async function mergeRefBase(repository: Repository, env: BaseQuestion['env']): Promise<Base> {
  const commit = await repository.resolve('HEAD^1');
  if (commit === undefined) throw cutOff(env, 'the first parent of the merge commit');
  return { commit, name: 'HEAD^1', foundBy: 'GITHUB_REF' };
}

async function variableBase(
  repository: Repository,
  question: BaseQuestion,
  { name: variable, means }: (typeof VARIABLES)[number],
): Promise<Base> {
  const value = (question.env[variable] ?? '').replace(/^refs\/heads\//, '');
  const candidates = means === 'base' ? [value] : [`origin/${value}`, value];
  for (const name of candidates) {
    const commit = await forkOf(repository, question, name);
    if (commit !== undefined) return { commit, name, foundBy: variable };
  }
  throw new UnsoundError(
    `${variable} names ${JSON.stringify(value)}, which is not in this clone. Fetch it (git fetch origin ${value}), ${adviceForUnshallow(question.env)}, or pass --base.`,
  );
}

/** Where no branch is configured and origin names none, the line is what is checked out: then a branch by one of these names is meant. */
const USUAL = ['origin/main', 'origin/master', 'main', 'master'];

/** Where the branch left the line; on the line itself the commit before. */
async function lineBase(repository: Repository, question: BaseQuestion, head: CommitOid): Promise<Base> {
  const line = await repository.line(question.branch ?? undefined);
  for (const name of [`origin/${line.name}`, line.name, ...USUAL]) {
    const other = await repository.resolve(name);
    if (other === undefined || other === head) continue;
    return { commit: (await forkOf(repository, question, name)) ?? null, name, foundBy: 'the line' };
  }
  return parentBase(repository, question);
}

async function parentBase(repository: Repository, { env, head }: BaseQuestion): Promise<Base> {
  const commit = await repository.resolve(`${head}^1`);
  if (commit !== undefined) return { commit, name: 'HEAD^1', foundBy: 'the line' };
  if ((await repository.shallowBoundary([head])).includes(head)) throw cutOff(env, 'the commit before');
  return { commit: null, name: 'nothing', foundBy: 'the line' };
}

/** Where the branch left the revision; undefined where that means nothing here. */
async function forkOf(
  repository: Repository,
  { env, head }: BaseQuestion,
  name: string,
): Promise<CommitOid | undefined> {
  const fork = await repository.fork(name, head);
  if (fork === 'unknown') return undefined;
  if (fork !== 'none') return fork;
  if (repository.location.isShallow) throw cutOff(env, `where it left ${JSON.stringify(name)}`);
  throw new UnsoundError(
    `${JSON.stringify(name)} and what is checked out share no commit. Pass --base with a revision that they share.`,
  );
}

function cutOff(env: BaseQuestion['env'], what: string): UnsoundError {
  const advice =
    env['GITHUB_ACTIONS'] === undefined ? adviceForUnshallow(env) : 'give actions/checkout "fetch-depth: 2"';
  return new UnsoundError(
    `this is a shallow clone that does not hold ${what}. To compare with it, ${advice}; or pass --allow-shallow to check the tree alone.`,
  );
}
