import type { Commit } from '../model/git.ts';
import type { Rank } from '../model/lineage.ts';
import type { LiveHack, LiveNode, Spot, TreeState } from './living.ts';
import { hackAt, hasSeen, isOpenIn, spotsOf, survivor } from './living.ts';
import { SAME_ELSEWHERE } from './levels.ts';
import type { Match } from './matching.ts';
import type { Roll } from './roll.ts';

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
 * Gives every marker of a new node its hack: the one that the surest match with a parent hands down; else one that the history had and
 * lost (it comes back); else a new one, or one known from elsewhere by its id.
 */
export function inheritHacks(inheritance: Inheritance, roll: Roll): void {
  const heirs = findHeirs(inheritance.matches);
  const taken = new Set<LiveHack>([...heirs.values()].flatMap((spots) => [...spots.values()]));
  for (const node of inheritance.fresh) {
    const inherited = heirs.get(node);
    node.hacks = spotsOf(node).map(
      (spot) => inherited?.get(spot.index) ?? findOrIntroduce(spot, { ...inheritance, taken }, roll),
    );
    for (const hack of node.hacks) hack.nodes.push(node);
  }
}

type Heirs = Map<LiveNode, Map<number, LiveHack>>;

/**
 * For each marker of a new node the hack that is handed down to it, the surest match of all parents first. A hack goes to one marker;
 * to a second one only if nothing else claims it, for then a merge kept it in two places.
 */
function findHeirs(matches: readonly Match[]): Heirs {
  const heirs: Heirs = new Map();
  const placed = new Set<LiveHack>();
  const surestFirst = matches.toSorted((one, other) => other.score - one.score);
  for (const { before, after } of surestFirst) {
    const hack = hackAt(after) ?? hackAt(before);
    if (!hack || placed.has(hack)) continue;
    if (hackAt(after) || settle(heirs, after, hack)) placed.add(hack);
  }
  for (const { before, after } of surestFirst) {
    const hack = hackAt(before);
    if (hack && !hackAt(after)) settle(heirs, after, hack);
  }
  return heirs;
}

/** Gives a marker its hack, unless it has one. */
function settle(heirs: Heirs, { node, index }: Spot, hack: LiveHack): boolean {
  const spots = heirs.get(node) ?? new Map<number, LiveHack>();
  if (spots.has(index)) return false;
  heirs.set(node, spots.set(index, hack));
  return true;
}

function findOrIntroduce(spot: Spot, context: Inheritance & { readonly taken: Set<LiveHack> }, roll: Roll): LiveHack {
  const { parents, taken } = context;
  const gone = roll.findGone(spot, parents);
  const found = gone && !taken.has(gone) ? gone : undefined;
  const isTaken = (hack: LiveHack): boolean => taken.has(hack) || parents.some((state) => isOpenIn(state, hack));
  const hack = found ?? roll.introduce(spot, context, isTaken);
  taken.add(hack);
  return hack;
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
    if (!isSureMeeting(match) || wereToldApart(one, other, { parents, state })) continue;
    const [older, younger] = one.key < other.key ? [one, other] : [other, one];
    mergeHacks(older, younger);
    meetings.push({ older, younger, match });
  }
  return meetings;
}

/** Equal admissions in two files are two, unless all around them is equal, too. */
function isSureMeeting({ before, after, score }: Match): boolean {
  return before.node.path === after.node.path || score >= SAME_ELSEWHERE;
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
  older.nodes.push(...younger.nodes);
}

/** The hacks that nodes show, each once. */
export function hacksIn(nodes: readonly LiveNode[]): Set<LiveHack> {
  return new Set(nodes.flatMap((node) => node.hacks.map(survivor)));
}
