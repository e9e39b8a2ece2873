import type { Branch } from '../../../git/branches.ts';
import type { Session } from '../session.ts';
import { isWithin, type StandupWindow } from './window.ts';

/** So many branches are folded in one run, those with the youngest tips. */
const MOST_BRANCHES = 30;

/** A branch with more commits than this that the line does not have is another project (`gh-pages`). */
const MOST_COMMITS = 500;

/** The branches that the line does not have, and those of them that are worth a look. */
export interface ActiveBranches {
  readonly unmerged: number;
  /** The youngest tip first. */
  readonly branches: readonly Branch[];
  readonly leftOut: number;
}

/** The unmerged branches with a commit in the window. One that was pushed by force counts once: as its youngest tip. */
export async function findActiveBranches(session: Session, window: StandupWindow): Promise<ActiveBranches> {
  const { repository, line } = session;
  const all = (await repository.branches()).filter(({ ref, tip }) => ref !== line.ref && tip !== line.tip);
  const unmerged = dropTwins(await dropMerged(session, all));
  const active = unmerged.filter(({ seconds }) => isWithin(window, seconds));
  const branches: Branch[] = [];
  for (const branch of active.slice(0, MOST_BRANCHES)) {
    const commits = await repository.countCommits(branch.tip, line.tip === null ? [] : [line.tip]);
    if (commits <= MOST_COMMITS) branches.push(branch);
  }
  return { unmerged: unmerged.length, branches, leftOut: active.length - branches.length };
}

async function dropMerged({ store, line }: Session, branches: readonly Branch[]): Promise<Branch[]> {
  const known = await store.readCommits(
    line.name,
    branches.map(({ tip }) => tip),
  );
  return branches.filter((_, index) => known[index] === undefined);
}

/** Of the branches of one name, and of those with one tip, the youngest; here before on a remote. */
function dropTwins(branches: readonly Branch[]): Branch[] {
  const sorted = branches.toSorted(
    (one, other) => other.seconds - one.seconds || Number(other.isLocal) - Number(one.isLocal),
  );
  const seen = new Set<string>();
  return sorted.filter(({ ownName, tip }) => {
    const isTwin = seen.has(ownName) || seen.has(tip);
    seen.add(ownName).add(tip);
    return !isTwin;
  });
}
