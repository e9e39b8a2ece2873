import { orderCommits } from '../../../history/canonical-order.ts';
import type { Step } from '../../../history/lineage.ts';
import type { Admission, StoredAdmission } from '../../../model/admission.ts';
import type { Rank } from '../../../model/lineage.ts';
import type { LineRead } from '../mine-line.ts';
import { readNewCommits } from '../new-commits.ts';
import type { Session } from '../session.ts';
import { readAdmissionsIn } from './find-admissions.ts';
import { findEnds } from './find-ends.ts';
import { followFiles } from './follow-files.ts';
import { isStanding, judgeStanding } from './judge-standing.ts';

/**
 * Brings the admissions in commit messages up to the tip: those of new commits are added, the files of all are followed through renames,
 * and the lines they added are looked for in what stands there now.
 */
export async function mineAdmissions(session: Session, read: LineRead): Promise<void> {
  const { store, line, repository, request } = session;
  if (read.tip === null) return;
  const known = await store.readAdmissions(line.name);
  if (known.upTo === read.tip.rank) return;
  const fresh = await readStepsAfter(session, read, known.upTo);
  request.console.progress('reading commit messages', fresh.length);
  const ids = new Set(known.admissions.map(({ id }) => id));
  const admitted = await (fresh === read.steps ? read.admitted : readAdmissionsIn(session, fresh));
  const found = admitted.filter(({ id }) => !ids.has(id));
  const followed = await followFiles(session, [...known.admissions, ...found], fresh);
  const { files } = await repository.tree(read.tip.oid);
  const tip = new Map(files.map(({ path, blob }) => [path, blob]));
  const judged = await judgeStanding(session, followed, tip);
  const admissions = await tellEnds(session, read, judged);
  await store.replaceAdmissions(line.name, { upTo: read.tip.rank, admissions });
}

/** The steps of this run, unless an earlier run ended between keeping its fold and keeping its admissions. */
async function readStepsAfter(session: Session, { steps, tip }: LineRead, upTo: Rank): Promise<readonly Step[]> {
  if (steps[0]?.rank === upTo + 1 || tip === null) return steps;
  const all = orderCommits(await readNewCommits(session, tip.oid, []), tip.oid) ?? [];
  return all.filter(({ rank }) => rank > upTo);
}

/** An end is looked for once, when it is first seen that no line stands; one that stands again has none. */
async function tellEnds(session: Session, read: LineRead, admissions: readonly Admission[]): Promise<Admission[]> {
  const gone = admissions.filter((admission) => !isStanding(admission) && admission.ended === null);
  const ends = new Map<Rank, Rank>();
  if (gone.length > 0) {
    const steps = await readStepsAfter(session, read, 0 as Rank);
    for (const [index, end] of (await findEnds(session, gone, steps)).entries()) {
      const { rank } = gone[index] ?? {};
      if (rank !== undefined && end !== undefined) ends.set(rank, end);
    }
  }
  return admissions.map((admission) => ({
    ...admission,
    ended: isStanding(admission) ? null : (ends.get(admission.rank) ?? admission.ended),
  }));
}

/** The line's admissions with at least one tracked line, by rank. */
export async function readAdmissions({ store, line }: Session): Promise<readonly StoredAdmission[]> {
  return (await store.readAdmissions(line.name)).admissions;
}
