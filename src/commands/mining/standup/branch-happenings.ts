import type { EventRow } from '../../../model/lineage.ts';
import type { StoredHack } from '../../../model/store.ts';
import { judgeAlone } from '../judge-removals.ts';
import type { Session } from '../session.ts';
import type { Followed } from '../squashed.ts';
import { followToLine } from '../squashed.ts';
import type { FoldedBranch, FoldedBranches } from './fold-branches.ts';
import type { Happening } from './happenings.ts';
import { isWithin, type StandupWindow } from './window.ts';

/** So many removals of one branch are judged: git is asked for the texts of each. */
const MOST_JUDGED = 20;

/** The branches that are not in the line yet, and the standup's window. */
export interface BranchQuestion {
  readonly folded: FoldedBranches;
  readonly branches: readonly FoldedBranch[];
  readonly window: StandupWindow;
}

/**
 * What happened on branches and not on the line: neither as it is, nor under another name in the commit a branch was squashed into.
 * A hack that several branches admit is told of the first.
 */
export async function happenedOnBranches(session: Session, question: BranchQuestion): Promise<Happening[]> {
  const happenings: Happening[] = [];
  for (const branch of question.branches) {
    happenings.push(...(await findAdmitted(session, branch, question)));
    happenings.push(...(await findRemoved(session, branch, question)));
    happenings.push(...findMoved(branch, question));
  }
  return happenings;
}

async function findAdmitted(session: Session, branch: FoldedBranch, question: BranchQuestion): Promise<Happening[]> {
  const { commitOf } = question.folded;
  const fresh = branch.open.filter(({ hack: { introduced } }) => isOwn(branch, introduced.rank));
  const strangers = fresh.filter(({ hack }) => commitOf.has(hack.introduced.rank));
  const followed = await followToLine(session, strangers);
  return strangers.flatMap(({ hack, place }, index): Happening[] => {
    const isTold = isWithin(question.window, hack.introduced.commitTime.seconds) && isNew(followed.hacks[index], hack);
    if (!isTold) return [];
    return [{ kind: 'admitted', hack, place, commit: hack.introduced, fate: null, branch: branch.name }];
  });
}

/** Not on the line: neither under another id, nor gone again before the branch was squashed. A branch may go on after that. */
function isNew(followed: Followed | undefined, { introduced }: StoredHack): boolean {
  if (!followed?.isOnLine) return true;
  const { removal, open } = followed.hack;
  if (open.length > 0 || !removal) return false;
  return introduced.commitTime.seconds > removal.commit.commitTime.seconds;
}

/** The line's open hacks that the branch has no more. Their fate is judged by the two texts alone. */
async function findRemoved(session: Session, branch: FoldedBranch, question: BranchQuestion): Promise<Happening[]> {
  const standing = new Set(branch.open.map(({ hack }) => hack.key));
  const happenings: Happening[] = [];
  for (const { event, hack } of eventsOf(branch, question, 'removed')) {
    const commit = question.folded.commitOf.get(event.rank);
    const place = event.before;
    if (!commit || !place || standing.has(hack.key)) continue;
    const gone = { ...hack, removal: { commit, landed: null, place, verdict: null } };
    const verdict = happenings.length < MOST_JUDGED ? await judgeAlone(session, gone) : undefined;
    happenings.push({ kind: 'removed', hack, place, commit, fate: verdict?.fate ?? null, branch: branch.name });
  }
  return happenings;
}

function findMoved(branch: FoldedBranch, question: BranchQuestion): Happening[] {
  const places = new Map(branch.open.map(({ hack, place }) => [hack.key, place]));
  return eventsOf(branch, question, 'moved').flatMap(({ event, hack }): Happening[] => {
    const commit = question.folded.commitOf.get(event.rank);
    const place = places.get(hack.key);
    return commit && place ? [{ kind: 'moved', hack, place, commit, fate: null, branch: branch.name }] : [];
  });
}

/** What the branch's own commits did in the window to hacks that are open on the line. */
function eventsOf(
  branch: FoldedBranch,
  { folded: { events, commitOf, hacks }, window }: BranchQuestion,
  kind: EventRow['kind'],
): { event: EventRow; hack: StoredHack }[] {
  return events.flatMap((event) => {
    const hack = hacks.get(event.hack);
    const seconds = commitOf.get(event.rank)?.commitTime.seconds ?? 0;
    const isTold = event.kind === kind && isOwn(branch, event.rank) && isWithin(window, seconds);
    return isTold && hack?.removal === null && hack.mergedInto === null ? [{ event, hack }] : [];
  });
}

function isOwn({ steps }: FoldedBranch, rank: number): boolean {
  return rank >= (steps[0]?.rank ?? Infinity) && rank <= (steps.at(-1)?.rank ?? 0);
}
