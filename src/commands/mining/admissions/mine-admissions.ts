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
  const known = await store.readAdmissions(line.name);
  if (known.upTo === read.tip.rank) return;
  const fresh = await readStepsAfter(session, read, known.upTo);
  request.console.progress('reading commit messages', fresh.length);
  const ids = new Set(known.admissions.map(({ id }) => id));
  const admitted = await (fresh === read.steps ? read.admitted : readAdmissionsIn(session, fresh));
  const found = admitted.filter(({ id }) => !ids.has(id));
  const before = [...known.admissions, ...found];
  const followed = await followFiles(session, before, fresh);
  const { files } = await repository.tree(read.tip.oid);
  const tip = new Map(files.map(({ path, blob }) => [path, blob]));
  const judged = await judgeStanding(session, followed, tip);
  const admissions = await tellEnds(session, { before, judged, steps: fresh });
  await store.replaceAdmissions(line.name, { upTo: read.tip.rank, admissions });
}

/** The steps of this run, unless an earlier run ended between keeping its fold and keeping its admissions. */
async function readStepsAfter(session: Session, { steps, tip }: LineRead, upTo: Rank): Promise<readonly Step[]> {
  if (steps[0]?.rank === upTo + 1) return steps;
  const all = orderCommits(await readNewCommits(session, tip.oid, []), tip.oid) ?? [];
  return all.filter(({ rank }) => rank > upTo);
}

interface Judged {
  /** As the admissions were before the steps, or when they came with them. */
  readonly before: readonly Admission[];
  /** The same as they are now. */
  readonly judged: readonly Admission[];
  readonly steps: readonly Step[];
}

/** What stood before these steps, or came with them, and stands no more, ended with one of them; one that stands again has no end. */
async function tellEnds(session: Session, { before, judged, steps }: Judged): Promise<Admission[]> {
  const gone = before.filter((admission, index) => {
    const now = judged[index];
    return now && isStanding(admission) && !isStanding(now);
  });
  const found = gone.length === 0 ? [] : await findEnds(session, gone, steps);
  const ends = new Map(gone.map(({ rank }, index) => [rank, found[index]]));
  return judged.map((admission) => ({
    ...admission,
    ended: isStanding(admission) ? null : (ends.get(admission.rank) ?? admission.ended),
  }));
}

/** The line's admissions with at least one tracked line, by rank. */
export async function readAdmissions({ store, line }: Session): Promise<readonly StoredAdmission[]> {
  return (await store.readAdmissions(line.name)).admissions;
}
