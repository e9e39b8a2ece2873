import { orderCommits } from '../../../history/canonical-order.ts';
import type { Step } from '../../../history/lineage.ts';
import type { StoredAdmission } from '../../../model/admission.ts';
import type { CommitOid } from '../../../model/git.ts';
import type { StoredCommit } from '../../../model/store.ts';
import { readDisplayNames, showPeople } from '../display-names.ts';
import { readNewCommits } from '../new-commits.ts';
import { storedCommit } from '../revision.ts';
import type { Session } from '../session.ts';
import { readAdmissionsIn } from './find-admissions.ts';
import { followFiles } from './follow-files.ts';
import { isStanding, judgeStanding } from './judge-standing.ts';

/** The commits that admit a shortcut of which lines stand at a revision, on the line or off it. Nothing is kept. */
export async function readAdmissionsAt(session: Session, oid: CommitOid): Promise<StoredAdmission[]> {
  const steps = orderCommits(await readNewCommits(session, oid, []), oid) ?? [];
  const found = await followFiles(session, await readAdmissionsIn(session, steps), steps);
  const { files } = await session.repository.tree(oid);
  const judged = await judgeStanding(session, found, new Map(files.map(({ path, blob }) => [path, blob])));
  const standing = judged.filter(isStanding);
  const ranks = new Set(standing.map(({ rank }) => rank));
  const commits = await readCommits(
    session,
    steps.filter(({ rank }) => ranks.has(rank)),
  );
  return standing.flatMap((admission) => {
    const introduced = commits.get(admission.rank);
    return introduced ? [{ ...admission, introduced, end: null }] : [];
  });
}

/** As they are stored where the line has them, for only there it is known how they landed. */
async function readCommits(session: Session, steps: readonly Step[]): Promise<ReadonlyMap<Step['rank'], StoredCommit>> {
  const { store, line } = session;
  const known = await store.readCommits(
    line.name,
    steps.map(({ commit }) => commit.oid),
  );
  const personOf = showPeople(await readDisplayNames(session, steps));
  return new Map(steps.map((step, index) => [step.rank, known[index] ?? storedCommit(step, personOf)]));
}
