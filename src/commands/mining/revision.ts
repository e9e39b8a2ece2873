import { UnsoundError } from '../../errors.ts';
import { foldBranch, type BranchFold } from '../../history/branch.ts';
import { orderCommits } from '../../history/canonical-order.ts';
import type { Step } from '../../history/lineage.ts';
import type { CommitOid, Identity } from '../../model/git.ts';
import type { CommitRow, HackKey, HackRow, Place, Position, Rank } from '../../model/lineage.ts';
import type { StoredCommit, StoredHack, StoredPerson } from '../../model/store.ts';
import { trailersOf } from '../../store/messages.ts';
import type { CommitLog } from './commit-log.ts';
import { readDisplayNames, showPeople } from './display-names.ts';
import type { MinedLine } from './mine-line.ts';
import { mineSights, questionOf } from './mine-line.ts';
import { readNewCommits } from './new-commits.ts';
import type { Session } from './session.ts';

/** A hack in the tree of a revision, and where it stands there. */
export interface OpenHackAt {
  readonly hack: StoredHack;
  readonly place: Place;
}

/** What a revision shows: exactly the markers of its tree, each with its hack. */
export interface Revision {
  readonly commit: StoredCommit;
  readonly open: readonly OpenHackAt[];
}

/**
 * What is open at any revision: read from the store where the mainline has it; else folded in memory on top of what is stored.
 * Nothing but the markers of new blobs is written.
 */
export async function readRevision(session: Session, mined: Pick<MinedLine, 'tip'>, oid: CommitOid): Promise<Revision> {
  const { store, line } = session;
  const hacks = new Map((await store.readHacks(line.name)).map((hack) => [hack.key, hack]));
  const [known] = await store.readCommits(line.name, [oid]);
  if (known?.position) {
    const open = await store.readOpenAt(line.name, known.position);
    return { commit: known, open: open.map(({ hack, place }) => ({ hack: requireHack(hacks, hack), place })) };
  }
  return foldRevision(session, mined, { oid, known, hacks });
}

interface Past {
  readonly oid: CommitOid;
  readonly known: StoredCommit | undefined;
  readonly hacks: ReadonlyMap<HackKey, StoredHack>;
}

async function foldRevision(session: Session, mined: Pick<MinedLine, 'tip'>, past: Past): Promise<Revision> {
  const { oid, known, hacks } = past;
  const { steps, open, fold } = await foldOffLine(session, mined, past);
  const personOf = showPeople(await readDisplayNames(session, steps));
  const made = new Map(steps.map((step) => [step.rank, storedCommit(step, personOf)]));
  const fresh = new Map(fold.hacks.map((row) => [row.key, row]));
  const commit = known ?? [...made.values()].at(-1);
  if (!commit) throw new UnsoundError(`commit ${oid} could not be read.`);
  return {
    commit,
    open: open.map(({ hack, place }) => ({ hack: hacks.get(hack) ?? storedHack(fresh.get(hack), made), place })),
  };
}

/** What a fold in memory finds of a commit that no mainline position tells of: its own steps, what is open, and what became of hacks. */
export interface OffLineFold extends BranchFold {
  readonly steps: readonly Step[];
}

/** Folds in memory what a commit has beyond the stored line. */
export async function foldOffLine(
  session: Session,
  { tip }: Pick<MinedLine, 'tip'>,
  { oid, known }: Pick<Past, 'oid' | 'known'>,
): Promise<OffLineFold> {
  const commits: CommitLog = known ? new Map() : await readNewCommits(session, oid, tip ? [tip.oid] : []);
  const steps = branchSteps(commits, oid, tip?.rank ?? (0 as Rank));
  // Only what the branch itself comes from: a blob that the line has too may be its squashed twin, and is matched later.
  const boundary = known ? [oid] : questionOf(steps, session).boundary;
  const prior = tip && (await session.store.readPrior(session.line.name, { boundary, nodes: [] }));
  const sightsOf = await mineSights(session, commits);
  return { steps, ...foldBranch({ head: oid, steps, prior: prior ?? undefined }, sightsOf) };
}

/** Steps off the line: after its last rank, on no mainline. */
function branchSteps(commits: CommitLog, head: CommitOid, after: Rank): Step[] {
  const order = orderCommits(commits, head) ?? [];
  return order.map((step) => ({ ...step, rank: (step.rank + after) as Rank, position: null, landed: 0 as Position }));
}

function requireHack(hacks: ReadonlyMap<HackKey, StoredHack>, key: HackKey): StoredHack {
  const hack = hacks.get(key);
  if (!hack) throw new Error(`hack ${key} is open but not stored`);
  return hack;
}

/** A commit off the line in the form of a stored one. */
export function storedCommit({ commit, rank }: Step, personOf: (person: Identity) => StoredPerson): StoredCommit {
  const { oid, message, authorTime, commitTime } = commit;
  const off: Pick<CommitRow, 'parents' | 'position' | 'landed'> = {
    parents: [],
    position: null,
    landed: 0 as Position,
  };
  return {
    ...off,
    rank,
    oid,
    landedOid: oid,
    author: personOf(commit.author),
    authorTime,
    committer: personOf(commit.committer),
    commitTime,
    subject: message.split('\n', 1)[0] ?? '',
    trailers: trailersOf(message),
  };
}

/** A hack that only the branch has, in the form of a stored one. */
export function storedHack(row: HackRow | undefined, made: ReadonlyMap<Rank, StoredCommit>): StoredHack {
  const introduced = row && made.get(row.introduced);
  if (!row || !introduced) throw new Error('a hack of a branch without its introduction');
  const rewrites = row.rewrites.flatMap((rank) => {
    const commit = made.get(rank);
    return commit ? [{ commit, extent: null }] : [];
  });
  return { ...row, introduced, rewrites, mergedInto: null, removal: null };
}
