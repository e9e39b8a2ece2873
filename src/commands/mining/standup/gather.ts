import type { CommitOid } from '../../../model/git.ts';
import type { HackId } from '../../../model/hack.ts';
import type { Authorship } from '../../../insights/authorship.ts';
import { authorshipOf } from '../../../insights/authorship.ts';
import type { Shares, StandupBranches } from '../../../model/standup.ts';
import { trailersOf } from '../../../store/messages.ts';
import type { ChangedCommit } from '../commit-log.ts';
import type { MinedLine } from '../mine-line.ts';
import { matchTold } from '../../telling/paths.ts';
import type { Session } from '../session.ts';
import { findActiveBranches } from './active-branches.ts';
import { happenedOnBranches } from './branch-happenings.ts';
import { countWork } from './count-work.ts';
import { fetchedAt } from './fetched.ts';
import { foldActive } from './fold-branches.ts';
import { happenedOnLine, type Happening } from './happenings.ts';
import { readLineCommits } from './line-commits.ts';
import { findSquashed } from './squashed-branches.ts';
import { isWithin, type StandupWindow } from './window.ts';

/** A commit of the window and who stands behind it. */
export interface SignedCommit {
  readonly commit: ChangedCommit;
  readonly authorship: Authorship;
}

/** All that a standup tells, before it is put into words. */
export interface Gathered {
  /** Each hack once per kind: on the mainline, else on the first branch. */
  readonly happenings: readonly Happening[];
  /** Made in the window, off merges, each patch once. */
  readonly commits: readonly SignedCommit[];
  readonly branches: StandupBranches;
  readonly shares: Shares;
  /** Hacks whose code an unmerged branch changes or takes away. */
  readonly begun: ReadonlySet<HackId>;
}

/** Looks at the mainline and at the unmerged branches. */
export async function gather(session: Session, mined: MinedLine, window: StandupWindow): Promise<Gathered> {
  const isTold = matchTold(session);
  const active = await findActiveBranches(session, window);
  const lineCommits = await readLineCommits(session, window);
  const folded = await foldActive(session, mined, active.branches);
  const squashed = await findSquashed(session, folded.branches, lineCommits);
  const branches = folded.branches.filter(({ name }) => !squashed.has(name));
  const happenings = onceEach([
    ...(await happenedOnLine(session, folded.hacks, window)),
    ...(await happenedOnBranches(session, { folded, branches, window })),
  ]).filter(({ place }) => isTold(place.path));
  const branchCommits = branches.flatMap(({ steps }) => steps.map(({ commit }) => commit));
  const commits = signed(toldOf([...lineCommits, ...branchCommits], isTold), window);
  return {
    happenings,
    commits,
    branches: {
      unmerged: active.unmerged,
      read: branches.map(({ name }) => name),
      squashed: [...squashed],
      leftOut: active.leftOut,
      fetched: fetchedAt(session),
    },
    shares: await countWork(session, ofPeople(commits), paidIn(happenings)),
    begun: new Set([
      ...folded.rewritten,
      ...happenings.flatMap(({ branch, kind, hack }) => (branch !== null && kind === 'removed' ? [hack.id] : [])),
    ]),
  };
}

/** The commits that changed what is told of, with no other change. */
function toldOf(commits: readonly ChangedCommit[], isTold: (path: string) => boolean): ChangedCommit[] {
  return commits.flatMap((commit) => {
    const changes = commit.changes.filter(({ path }) => isTold(path));
    if (changes.length === commit.changes.length) return [commit];
    return changes.length === 0 ? [] : [{ ...commit, changes }];
  });
}

function onceEach(happenings: readonly Happening[]): Happening[] {
  const seen = new Set<string>();
  return happenings.filter(({ kind, hack }) => {
    const key = `${kind} ${hack.id}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** A commit that was rebased has a twin with the same author, time and subject: it counts once. */
function signed(commits: readonly ChangedCommit[], window: StandupWindow): SignedCommit[] {
  const own = commits.filter(({ parents, commitTime }) => parents.length < 2 && isWithin(window, commitTime.seconds));
  const patches = new Map(
    own.map((commit) => {
      const { author, authorTime, message } = commit;
      return [`${author.email}\0${authorTime.seconds}\0${message.split('\n', 1)[0]}`, commit];
    }),
  );
  return [...patches.values()].map((commit) => {
    const { author, message } = commit;
    return { commit, authorship: authorshipOf({ author, trailers: trailersOf(message) }) };
  });
}

/** What a machine did by itself says nothing about how a team spent its time. */
function ofPeople(commits: readonly SignedCommit[]): ChangedCommit[] {
  return commits.filter(({ authorship }) => authorship !== 'bot').map(({ commit }) => commit);
}

function paidIn(happenings: readonly Happening[]): ReadonlySet<CommitOid> {
  return new Set(happenings.filter(isPaid).map(({ commit }) => commit.oid));
}

/** Refactored or deleted: not just out of sight. */
export function isPaid({ kind, fate }: Happening): boolean {
  return kind === 'removed' && (fate === 'refactored' || fate === 'deleted');
}
