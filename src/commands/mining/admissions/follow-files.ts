import { findRenamers, followPath, type PathStep, type Renames } from '../../../history/follow-path.ts';
import type { Step } from '../../../history/lineage.ts';
import type { Admission } from '../../../model/admission.ts';
import type { CommitOid, RepoPath } from '../../../model/git.ts';
import type { Rank } from '../../../model/lineage.ts';
import type { Session } from '../session.ts';

/** The admissions with the present paths of their files, once more steps are known. */
export async function followFiles(
  session: Session,
  admissions: readonly Admission[],
  steps: readonly Step[],
): Promise<Admission[]> {
  const paths = new Set(admissions.flatMap(({ files }) => files.map(({ now }) => now)));
  const follow = await buildFollower(session, paths, steps);
  return admissions.map((admission) => ({
    ...admission,
    files: admission.files.map((file) => ({ ...file, now: follow(file.now, admission.rank).at(-1) ?? file.now })),
  }));
}

/** Follows paths through the renames of the steps after a rank: every path a file had, in order. */
export async function buildFollower(
  session: Session,
  paths: ReadonlySet<RepoPath>,
  steps: readonly Step[],
): Promise<(path: RepoPath, after: Rank) => RepoPath[]> {
  const told = steps
    .filter(({ commit }) => commit.parents.length < 2)
    .map(({ commit, rank }) => ({ oid: commit.oid, changes: commit.changes, rank }));
  const renames = await readRenames(session, paths, told);
  const renaming = told.filter(({ oid }) => (renames.get(oid)?.size ?? 0) > 0);
  return (path, after) =>
    followPath(
      path,
      renaming.filter(({ rank }) => rank > after),
      renames,
    );
}

/** Of the commits that delete one of the paths, or one of the paths these became. */
async function readRenames(
  { repository }: Session,
  paths: ReadonlySet<RepoPath>,
  steps: readonly PathStep[],
): Promise<Renames> {
  const tracked = new Set(paths);
  const renames = new Map<CommitOid, ReadonlyMap<RepoPath, RepoPath>>();
  for (;;) {
    const asked = findRenamers(tracked, steps).filter((oid) => !renames.has(oid));
    if (asked.length === 0) return renames;
    for (const [oid, found] of await repository.renames(asked)) {
      renames.set(oid, new Map(found.map(({ from, to }) => [from, to])));
      const heirs = found.filter(({ from }) => tracked.has(from)).map(({ to }) => to);
      heirs.forEach((to) => tracked.add(to));
    }
  }
}
