import type { Branch } from '../../../git/branches.ts';
import { foldBranches } from '../../../history/branch.ts';
import { orderCommits } from '../../../history/canonical-order.ts';
import type { Step } from '../../../history/lineage.ts';
import type { CommitOid } from '../../../model/git.ts';
import type { HackId } from '../../../model/hack.ts';
import type { EventRow, HackKey, Position, Rank } from '../../../model/lineage.ts';
import type { StoredCommit, StoredHack } from '../../../model/store.ts';
import type { CommitLog } from '../commit-log.ts';
import { readCommits } from '../commit-log.ts';
import { readDisplayNames, showPeople } from '../display-names.ts';
import type { MinedLine } from '../mine-line.ts';
import { mineSights, questionOf } from '../mine-line.ts';
import type { OpenHackAt } from '../revision.ts';
import { storedCommit, storedHack } from '../revision.ts';
import type { Session } from '../session.ts';

/** A branch with the commits that only it has (of commits that two share, the youngest branch) and what is open at its tip. */
export interface FoldedBranch {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly open: readonly OpenHackAt[];
}

/** Several branches on top of the stored line, folded at once in memory: a hack that two of them admit alike is one. */
export interface FoldedBranches {
  readonly branches: readonly FoldedBranch[];
  readonly events: readonly EventRow[];
  readonly commitOf: ReadonlyMap<Rank, StoredCommit>;
  /** The line's hacks by key. */
  readonly hacks: ReadonlyMap<HackKey, StoredHack>;
  /** Hacks whose annotated code a branch changed while the admission stayed. */
  readonly rewritten: ReadonlySet<HackId>;
}

type NamedTip = Pick<Branch, 'name' | 'tip'>;

export async function foldActive(
  session: Session,
  { tip }: MinedLine,
  branches: readonly NamedTip[],
): Promise<FoldedBranches> {
  const { store, line } = session;
  const hacks = new Map((await store.readHacks(line.name)).map((hack) => [hack.key, hack]));
  if (branches.length === 0) return { branches: [], events: [], commitOf: new Map(), hacks, rewritten: new Set() };
  const commits = await readBranchCommits(session, branches);
  const own = ownSteps(commits, branches, tip?.rank ?? 0);
  const steps = own.flat();
  const prior = tip
    ? await store.readPrior(line.name, { boundary: questionOf(steps, session).boundary, nodes: [] })
    : undefined;
  const heads = branches.map((branch) => branch.tip);
  const { open, fold } = foldBranches({ heads, steps, prior }, await mineSights(session, commits));
  const personOf = showPeople(await readDisplayNames(session, steps));
  const commitOf = new Map(steps.map((step) => [step.rank, storedCommit(step, personOf)]));
  const fresh = new Map(fold.hacks.map((row) => [row.key, row]));
  return {
    branches: branches.map(({ name }, index) => ({
      name,
      steps: own[index] ?? [],
      open: (open[index] ?? []).map(({ hack, place }) => ({
        hack: hacks.get(hack) ?? storedHack(fresh.get(hack), commitOf),
        place,
      })),
    })),
    events: fold.events.filter(({ rank }) => commitOf.has(rank)),
    commitOf,
    hacks,
    rewritten: new Set(
      fold.hacks.filter(({ rewrites }) => rewrites.some((rank) => commitOf.has(rank))).map(({ id }) => id),
    ),
  };
}

/** What the branches have and the line has not. Where clocks were wrong git also names commits that the line has. */
async function readBranchCommits(session: Session, branches: readonly NamedTip[]): Promise<CommitLog> {
  const { repository, store, line, request } = session;
  const log = repository.log({ tips: branches.map(({ tip }) => tip), not: line.tip === null ? [] : [line.tip] });
  const commits = await readCommits(log, (read) => request.console.progress('reading branches', read));
  const known = await store.readCommits(line.name, [...commits.keys()]);
  return new Map([...commits].filter((_, index) => known[index] === undefined));
}

/** Each branch's steps in order, ranked after the line; what an earlier branch has already is left to it. */
function ownSteps(commits: CommitLog, branches: readonly NamedTip[], after: number): Step[][] {
  const placed = new Set<CommitOid>();
  return branches.map(({ tip }) => {
    const order = (orderCommits(commits, tip) ?? []).filter(({ commit }) => !placed.has(commit.oid));
    return order.map(({ commit }): Step => {
      placed.add(commit.oid);
      return { commit, rank: (after + placed.size) as Rank, position: null, landed: 0 as Position };
    });
  });
}
