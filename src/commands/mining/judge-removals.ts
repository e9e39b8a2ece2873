import { compareText } from '../../insights/compare-text.ts';
import type { CommitOid } from '../../model/git.ts';
import type { StoredVerdict } from '../../model/store.ts';
import type { ChangedCommit, CommitLog } from './commit-log.ts';
import { answersOf, cutInto } from './labour/workforce.ts';
import type { LineRead } from './mine-line.ts';
import { readNewCommits } from './new-commits.ts';
import type { GoneHack } from './removal-texts.ts';
import { isHidden, removingCommit } from './removing-commit.ts';
import type { Session } from './session.ts';

/** Removals judged at a time: so many pairs of texts are in memory. */
const BATCH = 10;

/** Judges every told removal that has no verdict yet, by the texts before and after it. */
export async function judgeRemovals(session: Session, read: LineRead): Promise<void> {
  const { store, line, request, workforce } = session;
  const gone = (await store.readUnjudged(line.name)).filter((hack): hack is GoneHack => hack.removal !== null);
  if (gone.length === 0) return;
  const commits = await commitsOf(session, read, gone);
  const tasks = gone.toSorted(compareByRemoval).map((hack) => {
    const commit = commits.get(hack.removal.commit.oid);
    return { hack, commit: removingCommit(session.rules, commit), isHidden: isHidden(session.rules, hack, commit) };
  });
  let done = 0;
  for await (const [part, verdicts] of answersOf(workforce, 'judgeRemovals', { asks: cutInto(tasks, BATCH) })) {
    await store.writeVerdicts(line.name, verdicts);
    request.console.progress('judging removals', (done += part.length), gone.length);
  }
}

/** What one commit took from one file goes together: it is read once. */
function compareByRemoval({ removal: one }: GoneHack, { removal: other }: GoneHack): number {
  return one.commit.rank - other.commit.rank || compareText(one.place.blob, other.place.blob);
}

/** The removing commits are among those just read, unless an earlier run was killed before it could judge. */
async function commitsOf(session: Session, { steps, tip }: LineRead, gone: readonly GoneHack[]): Promise<CommitLog> {
  const known = new Map<CommitOid, ChangedCommit>(steps.map(({ commit }) => [commit.oid, commit]));
  const isWhole = gone.every(({ removal }) => known.has(removal.commit.oid));
  return isWhole ? known : readNewCommits(session, tip.oid, []);
}

/** The verdict about one removal that the store does not tell; undefined where the text before is not at hand. */
export async function judgeAlone({ workforce }: Session, hack: GoneHack): Promise<StoredVerdict | undefined> {
  const [verdict] = await workforce.work('judgeRemovals', [{ hack, commit: undefined, isHidden: false }]);
  return verdict;
}
