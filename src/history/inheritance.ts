import type { Commit } from '../model/git.ts';
import type { Rank } from '../model/lineage.ts';
import type { LiveHack, LiveNode, Spot, TreeState } from './living.ts';
import { hackAt, isOpenIn, spotsOf, survivor } from './living.ts';
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
 * Gives every marker of a new node its hack: the oldest that a parent hands down; else one that the history had and lost (it comes
 * back); else a new one, or one known from elsewhere by its id.
 */
export function inheritHacks(inheritance: Inheritance, roll: Roll): void {
  const heirs = findHeirs(inheritance.matches);
  const taken = new Set<LiveHack>();
  for (const { node, index } of inheritance.fresh.flatMap(spotsOf)) {
    const hack = heirs.get(node)?.get(index);
    if (hack) taken.add(hack);
  }
  for (const node of inheritance.fresh) {
    const inherited = heirs.get(node);
    node.hacks = spotsOf(node).map(
      (spot) => inherited?.get(spot.index) ?? findOrIntroduce(spot, { ...inheritance, taken }, roll),
    );
    for (const hack of node.hacks) {
      hack.nodes.push(node);
      taken.add(hack);
    }
    for (const spot of spotsOf(node)) roll.note(node.hacks[spot.index] as LiveHack, node.path, spot.sight.wording);
  }
}

/** For each marker of a new node the oldest hack that is handed down to it. */
function findHeirs(matches: readonly Match[]): Map<LiveNode, Map<number, LiveHack>> {
  const heirs = new Map<LiveNode, Map<number, LiveHack>>();
  for (const { before, after } of matches) {
    const hack = hackAt(before);
    if (!hack) continue;
    const spots = heirs.get(after.node) ?? new Map<number, LiveHack>();
    const rival = spots.get(after.index);
    if (!rival || hack.key < rival.key) spots.set(after.index, hack);
    heirs.set(after.node, spots);
  }
  return heirs;
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
 * if they ever stood side by side here: in a parent's tree, or in the new one.
 */
export function findMeetings(matches: readonly Match[], states: readonly TreeState[]): Meeting[] {
  const meetings: Meeting[] = [];
  for (const match of matches) {
    const [one, other] = [hackAt(match.before), hackAt(match.after)];
    if (!one || !other || one === other) continue;
    if (states.some((state) => isOpenIn(state, one) && isOpenIn(state, other))) continue;
    const [older, younger] = one.key < other.key ? [one, other] : [other, one];
    mergeHacks(older, younger);
    meetings.push({ older, younger, match });
  }
  return meetings;
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
