import type { EventKind, Place, Rank } from '../model/lineage.ts';
import type { Wording } from '../model/marker.ts';
import type { Delta } from './delta.ts';
import { hacksIn } from './inheritance.ts';
import type { LiveEvent, LiveHack, LiveNode, Spot, TreeState } from './living.ts';
import { hackAt, hasSeen, isOpenIn, placeOf, spotsOf, survivor } from './living.ts';
import type { Match } from './matching.ts';

/** One commit with all that is known of it once its hacks are settled. */
export interface SettledCommit {
  readonly rank: Rank;
  readonly parents: readonly TreeState[];
  readonly state: TreeState;
  /** By parent: how its tree differs, and how the markers in it were matched. */
  readonly deltas: readonly Delta[];
  readonly matches: readonly (readonly Match[])[];
  readonly fresh: ReadonlySet<LiveNode>;
}

type Draft = Omit<LiveEvent, 'rank'>;

/** Everything that happened to hacks in a commit, but for meetings: by kind, then by hack. */
export function findEvents(settled: SettledCommit): LiveEvent[] {
  const drafts = [...findArrivals(settled), ...findChanges(settled), ...findRemovals(settled)];
  return drafts.map((event) => ({ ...event, rank: settled.rank }));
}

/** Hacks that the new tree shows and no parent's tree showed, and those that a merge brings back to the first parent. */
function findArrivals({ rank, parents, state, deltas }: SettledCommit): Draft[] {
  const nodes = deltas.flatMap((delta) => delta.after);
  const spots = firstSpots(nodes);
  return sorted(hacksIn(nodes)).flatMap((hack): Draft[] => {
    const kind = arrivalKind(hack, { rank, parents });
    const spot = spots.get(hack);
    if (!kind || !spot || !isOpenIn(state, hack)) return [];
    return [draft(hack, kind, { after: placeOf(spot) })];
  });
}

function arrivalKind(
  hack: LiveHack,
  { rank, parents }: { rank: Rank; parents: readonly TreeState[] },
): EventKind | undefined {
  const [first] = parents;
  if (first && isOpenIn(first, hack)) return undefined;
  if (first && hasSeen(first, hack)) return 'reopened';
  if (parents.some((parent) => isOpenIn(parent, hack))) return undefined;
  if (parents.some((parent) => hasSeen(parent, hack))) return 'reopened';
  return hack.introduced === rank ? 'introduced' : 'copied';
}

/** Moves and rewordings; a merge only tells one if no parent has the hack as the merge has it. */
function findChanges({ matches, fresh }: SettledCommit): Draft[] {
  const isMerge = matches.length > 1;
  const byHeir = new Map<string, Match[]>();
  for (const match of matches.flat()) {
    if (isMerge && !fresh.has(match.after.node)) continue;
    const key = `${match.after.node.key}:${match.after.index}`;
    byHeir.set(key, [...(byHeir.get(key) ?? []), match]);
  }
  return [...byHeir.values()].flatMap(changesOf).toSorted((one, other) => one.hack.key - other.hack.key);
}

function changesOf(matches: readonly Match[]): Draft[] {
  const [match] = matches;
  const hack = match && hackAt(match.after);
  if (!match || !hack) return [];
  const places = { before: placeOf(match.before), after: placeOf(match.after), why: match.why };
  const moved = matches.every(({ before, after }) => before.node.path !== after.node.path);
  const reworded = matches.every(({ before, after }) => !saysTheSame(before.sight.wording, after.sight.wording));
  return [...(moved ? [draft(hack, 'moved', places)] : []), ...(reworded ? [draft(hack, 'reworded', places)] : [])];
}

function saysTheSame(one: Wording, other: Wording): boolean {
  return one.tag === other.tag && one.text === other.text;
}

/**
 * A commit removes what its parent showed and it does not; a merge only if every parent whose history holds the introduction still
 * showed it, for otherwise one of its sides had done so before.
 */
function findRemovals({ parents, state, deltas }: SettledCommit): Draft[] {
  const nodes = deltas.flatMap((delta) => delta.before);
  const spots = firstSpots(nodes);
  return sorted(hacksIn(nodes)).flatMap((hack): Draft[] => {
    const spot = spots.get(hack);
    if (!spot || isOpenIn(state, hack)) return [];
    if (parents.some((parent) => hasSeen(parent, hack) && !isOpenIn(parent, hack))) return [];
    return [draft(hack, 'removed', { before: placeOf(spot) })];
  });
}

/** Where each hack stands first in these nodes. */
function firstSpots(nodes: readonly LiveNode[]): Map<LiveHack, Spot> {
  const spots = new Map<LiveHack, Spot>();
  for (const spot of nodes.flatMap(spotsOf)) {
    const hack = spot.node.hacks[spot.index];
    if (hack && !spots.has(survivor(hack))) spots.set(survivor(hack), spot);
  }
  return spots;
}

function sorted(hacks: Iterable<LiveHack>): LiveHack[] {
  return [...hacks].toSorted((one, other) => one.key - other.key);
}

/** An event of a hack, with the parts that its kind has. */
export function draft(
  hack: LiveHack,
  kind: EventKind,
  parts: Partial<{ before: Place; after: Place; why: string; into: LiveHack }>,
): Draft {
  return { hack, kind, before: null, after: null, why: null, into: null, ...parts };
}
