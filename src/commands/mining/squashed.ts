import { matchPlaces } from '../../history/squash.ts';
import type { CommitOid } from '../../model/git.ts';
import type { StoredHack } from '../../model/store.ts';
import type { OpenHackAt } from './revision.ts';
import type { Session } from './session.ts';

/** A hack of a revision as the line has it now. */
export interface Followed {
  /** Under its first id, author and date. */
  readonly hack: StoredHack;
  /** False for a hack that the line has never had: its branch is not merged, or it went before it was. */
  readonly isOnLine: boolean;
}

/** What the line made of the hacks that a revision shows, and the commit into which its branch was squashed. */
export interface FollowedRevision {
  readonly hacks: readonly Followed[];
  readonly squash: CommitOid | null;
}

/**
 * Follows the hacks of a revision to the line. Those that the line knows by their key are at hand. Those of a branch that was squashed
 * are matched tree to tree with what the line admitted since: such a hack keeps its first id, author and date.
 */
export async function followToLine({ store, line }: Session, open: readonly OpenHackAt[]): Promise<FollowedRevision> {
  const stored = await store.readHacks(line.name);
  const known = new Map(stored.map((hack) => [hack.key, hack]));
  const isKnown = ({ hack }: OpenHackAt): boolean => known.get(hack.key)?.id === hack.id;
  const strangers = open.filter((entry) => !isKnown(entry));
  const taken = new Set(open.filter(isKnown).map(({ hack }) => hack.key));
  const candidates = stored.filter((hack) => hack.mergedInto === null && !taken.has(hack.key));
  const partners = matchPlaces(
    strangers.map(({ place }) => place),
    candidates.map(({ birthplace }) => birthplace),
  );
  const twins = new Map(strangers.map(({ hack }, index) => [hack.key, candidates[partners[index] ?? -1]]));
  return {
    hacks: open.map((entry) =>
      isKnown(entry) ? { hack: entry.hack, isOnLine: true } : follow(entry, twins.get(entry.hack.key)),
    ),
    squash: commonest([...twins.values()].flatMap((twin) => twin?.introduced.oid ?? [])),
  };
}

/** The line's hack under the name it had first. */
function follow({ hack }: OpenHackAt, twin: StoredHack | undefined): Followed {
  if (!twin) return { hack, isOnLine: false };
  const { id, introduced, birthplace } = hack;
  return {
    hack: { ...twin, id, introduced: { ...introduced, landedOid: twin.introduced.landedOid }, birthplace },
    isOnLine: true,
  };
}

function commonest(oids: readonly CommitOid[]): CommitOid | null {
  const counts = new Map<CommitOid, number>();
  for (const oid of oids) counts.set(oid, (counts.get(oid) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
