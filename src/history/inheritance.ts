import type { Commit } from '../model/git.ts';
import type { Rank } from '../model/lineage.ts';
import { neighboursKey } from './farewells.ts';
import type { LiveHack, LiveNode, Spot, TreeState } from './living.ts';
import { attach, hackAt, hasSeen, isOpenIn, spotsOf, survivor } from './living.ts';
import type { Match } from './matching.ts';
import type { Past } from './past.ts';

/** What decides which hacks the markers of a commit's new nodes are. */
export interface Inheritance {
  readonly commit: Commit;
  readonly rank: Rank;
  readonly parents: readonly TreeState[];
  /** Nodes that no commit before had, by path. */
  readonly fresh: readonly LiveNode[];
  /** The matches against each parent. */
  readonly matches: readonly Match[];
}

/**
 * Gives every marker of a new node its hack: the one that a match with a parent hands down; else one that the history had and
 * lost (it comes back); else a new one, or one known from elsewhere by its id.
 */
export function inheritHacks(inheritance: Inheritance, past: Pick<Past, 'roll' | 'farewells'>): void {
  const { parents, matches, fresh } = inheritance;
  const heirs = findHeirs(matches);
  const taken = new Set<LiveHack>([...heirs.values()].flatMap((spots) => [...spots.values()]));
  const newcomers = {
    isOpen: (hack: LiveHack) => taken.has(hack) || parents.some((state) => isOpenIn(state, hack)),
    isGone: (hack: LiveHack) => !newcomers.isOpen(hack) && parents.some((state) => hasSeen(state, hack)),
    isCopy: copyTest(parents),
  };
  for (const node of fresh) {
    const inherited = heirs.get(node);
    node.hacks = spotsOf(node).map((spot) => {
      const hack = inherited?.get(spot.index) ?? past.farewells.find(spot, newcomers);
      const found = hack ?? past.roll.introduce(spot, inheritance, newcomers.isOpen);
      taken.add(found);
      return found;
    });
    for (const hack of node.hacks) attach(hack, node);
  }
}

/** Whether some tree shows a marker with a spot's text between the same lines; the trees are only looked through if that is asked. */
function copyTest(parents: readonly TreeState[]): (spot: Spot) => boolean {
  let shown: Set<string | undefined> | undefined;
  return ({ sight }) => {
    shown ??= new Set(
      parents.flatMap(({ tree }) =>
        tree.values().flatMap(({ sights }) => sights.map((one) => neighboursKey(one.wording))),
      ),
    );
    return shown.has(neighboursKey(sight.wording));
  };
}

/** The hacks that matches hand down, by node and the number of the marker in it. */
function findHeirs(matches: readonly Match[]): Map<LiveNode, Map<number, LiveHack>> {
  const heirs = new Map<LiveNode, Map<number, LiveHack>>();
  for (const { before, after } of matches) {
    const hack = hackAt(before);
    if (!hack || hackAt(after)) continue;
    const spots = heirs.get(after.node) ?? new Map<number, LiveHack>();
    if (!spots.has(after.index)) heirs.set(after.node, spots.set(after.index, hack));
  }
  return heirs;
}

/** Two hacks that turned out to be one in this commit. */
export interface Meeting {
  readonly older: LiveHack;
  readonly younger: LiveHack;
  readonly match: Match;
}

/**
 * Where a match joins two different hacks they were one all along (the same admission made on two branches): the older lives on. Not so
 * if one history had both, for there they were told apart; if a parent's history removed the one itself; or if the new tree shows both.
 */
export function findMeetings(matches: readonly Match[], parents: readonly TreeState[], state: TreeState): Meeting[] {
  const meetings: Meeting[] = [];
  for (const match of matches) {
    const [one, other] = [hackAt(match.before), hackAt(match.after)];
    if (!one || !other || one === other) continue;
    if (wereToldApart(one, other, { parents, state })) continue;
    const [older, younger] = one.key < other.key ? [one, other] : [other, one];
    mergeHacks(older, younger);
    meetings.push({ older, younger, match });
  }
  return meetings;
}

function wereToldApart(
  one: LiveHack,
  other: LiveHack,
  { parents, state }: { parents: readonly TreeState[]; state: TreeState },
): boolean {
  const bySide = parents.some((parent) => hasSeen(parent, one) && (hasSeen(parent, other) || !isOpenIn(parent, one)));
  return bySide || (isOpenIn(state, one) && isOpenIn(state, other));
}

function mergeHacks(older: LiveHack, younger: LiveHack): void {
  younger.mergedInto = older;
  older.absorbed.push(younger, ...younger.absorbed);
  const nodes = new Set([...older.nodes, ...younger.nodes]);
  older.nodes = [...nodes].toSorted((one, other) => one.key - other.key);
  for (const path of younger.paths) older.paths.add(path);
}

/** The hacks that nodes show, each once. */
export function hacksIn(nodes: readonly LiveNode[]): Set<LiveHack> {
  const hacks = new Set<LiveHack>();
  for (const node of nodes) for (const hack of node.hacks) hacks.add(survivor(hack));
  return hacks;
}
