import type { CommitOid, PathChange, RepoPath } from '../model/git.ts';

/** A commit as far as it matters to paths. */
export interface PathStep {
  readonly oid: CommitOid;
  readonly changes: readonly PathChange[];
}

/** Where files went in a commit, by their old paths. */
export type Renames = ReadonlyMap<CommitOid, ReadonlyMap<RepoPath, RepoPath>>;

/** Every path a file had, in order; the last is its present one. A file that went without a new name keeps its last. */
export function followPath(path: RepoPath, steps: readonly PathStep[], renames: Renames): RepoPath[] {
  const paths = [path];
  for (const { oid, changes } of steps) {
    const moved = renames.get(oid);
    const now = paths.at(-1) ?? path;
    const to = moved?.get(now);
    if (to !== undefined && changes.some((change) => change.path === now && change.after === null)) paths.push(to);
  }
  return paths;
}

/** The commits that may have renamed one of the paths: they delete it and add others. */
export function findRenamers(paths: ReadonlySet<RepoPath>, steps: readonly PathStep[]): CommitOid[] {
  return steps.flatMap(({ oid, changes }) => {
    const isGone = changes.some(({ path, after }) => after === null && paths.has(path));
    return isGone && addsFile({ changes }) ? [oid] : [];
  });
}

/** Whether a commit adds a file, which may be one that went. */
export function addsFile({ changes }: Pick<PathStep, 'changes'>): boolean {
  return changes.some(({ before, after }) => before === null && after !== null);
}
