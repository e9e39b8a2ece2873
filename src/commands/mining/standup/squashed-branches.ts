import type { BlobOid, RepoPath } from '../../../model/git.ts';
import type { ChangedCommit } from '../commit-log.ts';
import type { Session } from '../session.ts';
import type { FoldedBranch } from './fold-branches.ts';

/**
 * The branches whose whole work the line has already, as one commit or rebased: every file says at their tip what it says, or said
 * since the window began, on the line.
 */
export async function findSquashed(
  { repository, line }: Session,
  branches: readonly FoldedBranch[],
  lineCommits: readonly ChangedCommit[],
): Promise<ReadonlySet<string>> {
  if (line.tip === null || branches.length === 0) return new Set();
  const { files } = await repository.tree(line.tip);
  const tree = new Map<RepoPath, BlobOid | null>(files.map(({ path, blob }) => [path, blob]));
  const seen = new Set(lineCommits.flatMap(({ changes }) => changes.map(({ path, after }) => `${path}\0${after}`)));
  const isOnLine = ([path, blob]: readonly [RepoPath, BlobOid | null]): boolean =>
    (tree.get(path) ?? null) === blob || seen.has(`${path}\0${blob}`);
  return new Set(branches.filter((branch) => changesOf(branch).every(isOnLine)).map(({ name }) => name));
}

/** What each file says after all commits of the branch; what a merge brought in is not its work. */
function changesOf({ steps }: FoldedBranch): (readonly [RepoPath, BlobOid | null])[] {
  const last = new Map<RepoPath, BlobOid | null>();
  for (const { commit } of steps) {
    if (commit.parents.length > 1) continue;
    for (const { path, after } of commit.changes) last.set(path, after);
  }
  return [...last];
}
