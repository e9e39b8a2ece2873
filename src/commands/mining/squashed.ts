import { matchPlaces } from '../../history/squash.ts';
import type { CommitOid } from '../../model/git.ts';
import type { HackId } from '../../model/hack.ts';
import type { HackKey } from '../../model/lineage.ts';
import type { StoredCommit, StoredHack } from '../../model/store.ts';
import { judgeAlone } from './judge-removals.ts';
import type { OpenHackAt } from './revision.ts';
import type { Session } from './session.ts';

/** A hack of a revision as the line has it now. */
export interface Followed {
  /** Under its first id, author and date. */
  readonly hack: StoredHack;
  /** False for a hack of a branch that is not merged. */
  readonly isOnLine: boolean;
  /** Its name on the line, another one where its branch was squashed; null where the line never had it. */
  readonly lineId: HackId | null;
}

/** What the line made of the hacks that a revision shows, and the commit into which its branch was squashed. */
export interface FollowedRevision {
  readonly hacks: readonly Followed[];
  readonly squash: CommitOid | null;
}

type Twins = ReadonlyMap<HackKey, StoredHack | undefined>;

/**
 * Follows the hacks of a revision to the line. Those that the line knows by their id are at hand. Those of a branch that was squashed
 * are matched tree to tree with what the line admitted since: such a hack keeps its first id, author and date.
 */
export async function followToLine(session: Session, open: readonly OpenHackAt[]): Promise<FollowedRevision> {
  const { store, line } = session;
  const stored = await store.readHacks(line.name);
  const byId = new Map(stored.map((hack) => [hack.id, hack]));
  const strangers = open.filter(({ hack }) => !byId.has(hack.id));
  const taken = new Set(open.flatMap(({ hack }) => byId.get(hack.id)?.key ?? []));
  const candidates = stored.filter((hack) => hack.mergedInto === null && !taken.has(hack.key));
  const twins = findTwins(strangers, candidates);
  const oid = commonest([
    ...[...twins.values()].flatMap((twin) => twin?.introduced.oid ?? []),
    ...(await knownSquashes(session, open)),
  ]);
  const [squash] = oid === null ? [] : await store.readCommits(line.name, [oid]);
  const hacks: Followed[] = [];
  for (const entry of open) {
    const known = byId.get(entry.hack.id);
    if (known) hacks.push({ hack: asShown(known, entry.hack), isOnLine: true, lineId: known.id });
    else hacks.push(await follow(session, entry, { twin: twins.get(entry.hack.key), squash }));
  }
  return { hacks, squash: oid };
}

/** A hack of a squashed branch began in a commit that the line does not have: what was shown knows more of it. */
function asShown(known: StoredHack, { introduced, birthplace }: StoredHack): StoredHack {
  const { rank, oid, landedOid } = known.introduced;
  const isSquashed = introduced.oid === oid && introduced.rank !== rank;
  return isSquashed ? { ...known, introduced: { ...introduced, landedOid }, birthplace } : known;
}

/** The commits into which the hacks' branches are known to have been squashed. */
async function knownSquashes({ store, line }: Session, open: readonly OpenHackAt[]): Promise<readonly CommitOid[]> {
  const shown = new Set(open.map(({ hack }) => hack.id));
  return (await store.readAliases(line.name)).filter(({ firstId }) => shown.has(firstId)).map(({ squash }) => squash);
}

/** For each hack that the line does not know, the one of the line's own that it is: none that was there before the branch began. */
function findTwins(strangers: readonly OpenHackAt[], candidates: readonly StoredHack[]): Twins {
  const begun = Math.min(...strangers.map(({ hack }) => hack.introduced.authorTime.seconds));
  const later = candidates.filter(({ introduced }) => introduced.commitTime.seconds >= begun);
  const partners = matchPlaces(
    strangers.map(({ place }) => place),
    later.map(({ birthplace }) => birthplace),
  );
  return new Map(strangers.map(({ hack }, index) => [hack.key, later[partners[index] ?? -1]]));
}

interface Fortune {
  readonly twin: StoredHack | undefined;
  readonly squash: StoredCommit | undefined;
}

/** The line's hack under the name it had first; without one it went before its branch was squashed, or its branch is not merged yet. */
async function follow(session: Session, { hack, place }: OpenHackAt, { twin, squash }: Fortune): Promise<Followed> {
  const { id, introduced, birthplace } = hack;
  if (twin) {
    return {
      hack: { ...twin, id, introduced: { ...introduced, landedOid: twin.introduced.landedOid }, birthplace },
      isOnLine: true,
      lineId: twin.id,
    };
  }
  if (!squash) return { hack: { ...hack, place }, isOnLine: false, lineId: null };
  const gone = { ...hack, place, removal: { commit: squash, landed: squash.position, place, verdict: null } };
  // Of a commit that was collected no text is left to judge by.
  const verdict = place.blob === '' ? null : ((await judgeAlone(session, gone)) ?? null);
  return { hack: { ...gone, removal: { ...gone.removal, verdict } }, isOnLine: true, lineId: null };
}

function commonest(oids: readonly CommitOid[]): CommitOid | null {
  const counts = new Map<CommitOid, number>();
  for (const oid of oids) counts.set(oid, (counts.get(oid) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
