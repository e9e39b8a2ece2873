import type { Commit, CommitOid, PathChange } from '../model/git.ts';
import type { EventKind, Fold, NodeChange, Prior, Rank } from '../model/lineage.ts';
import type { Placed } from './canonical-order.ts';
import type { Delta } from './delta.ts';
import { changesOf, deltaBetween } from './delta.ts';
import { foldRows } from './fold-rows.ts';
import type { SettledCommit } from './happenings.ts';
import { draft, findEvents } from './happenings.ts';
import { findMeetings, hacksIn, inheritHacks } from './inheritance.ts';
import { IntMap } from './int-map.ts';
import { BY_TEXT_ALONE } from './levels.ts';
import type { LiveEvent, LiveHack, LiveNode, TreeState } from './living.ts';
import { hackAt, hasSeen, isOpenIn, placeOf } from './living.ts';
import type { Match } from './matching.ts';
import { matchDeltas } from './matching.ts';
import type { SightsOf } from './node-book.ts';
import { restorePast } from './past.ts';
import type { SteadyFile } from './steady.ts';
import { findSteadyFiles, handOn } from './steady.ts';
import type { MainlineStep } from './timeline.ts';
import { Timeline } from './timeline.ts';

/** A commit of the history, in its place in the canonical order, with what it changed against its first parent. */
export type Step = Placed<Commit & { readonly changes: readonly PathChange[] }>;

const NOTHING: TreeState = { oid: null, tree: IntMap.empty(), seen: IntMap.empty() };

/** What one commit left behind, for the rows of the fold. */
export interface FoldedStep {
  readonly step: Step;
  readonly changes: readonly NodeChange[];
}

/** A commit whose tree is known, but not yet its hacks. */
interface Grown {
  readonly commit: Commit;
  readonly rank: Rank;
  readonly parents: readonly TreeState[];
  readonly fresh: readonly LiveNode[];
  readonly tree: TreeState['tree'];
  /** By parent. */
  readonly deltas: readonly Delta[];
}

/**
 * Follows hacks over the commit graph. Feed it commits in canonical order; each inherits the hacks of its parents' trees. The same
 * commits give the same fold, whether all at once or in several goes, each from the `Prior` of the last.
 */
export class Lineage {
  readonly #sightsOf: SightsOf;
  readonly #past: ReturnType<typeof restorePast>;
  readonly #timeline: Timeline;
  readonly #states: Map<CommitOid, TreeState>;
  readonly #steps: FoldedStep[] = [];
  readonly #fresh: LiveNode[] = [];
  readonly #events: LiveEvent[] = [];
  /** Hacks whose rows are new or may have changed. */
  readonly #dirty = new Set<LiveHack>();
  /** Hacks to look at on the next mainline commit. */
  readonly #pending = new Set<LiveHack>();
  #tip: TreeState = NOTHING;

  constructor(sightsOf: SightsOf, prior?: Prior) {
    this.#sightsOf = sightsOf;
    this.#past = restorePast(prior);
    this.#states = this.#past.states;
    this.#timeline = new Timeline(prior?.openSpans);
    this.#tip = (prior && this.#states.get(prior.tip.oid)) ?? NOTHING;
  }

  /** The tree and history of a commit that was fed, or that the prior holds, unless all its children were fed and `forget` was called. */
  stateOf(oid: CommitOid): TreeState | undefined {
    return this.#states.get(oid);
  }

  /** Drops the state of a commit whose children are all folded. */
  forget(oid: CommitOid): void {
    this.#states.delete(oid);
  }

  advance(step: Step): void {
    const { commit, rank, position } = step;
    const parents = commit.parents.map((oid) => this.#states.get(oid)).filter((state) => state !== undefined);
    const first = parents[0] ?? NOTHING;
    const lines = parents.length === 0 ? [NOTHING] : parents;
    const { tree, fresh } = this.#grow(first, commit.changes);
    const deltas = lines.map((parent, index) =>
      deltaBetween(parent, tree, { changes: commit.changes, isFirst: index === 0 }),
    );
    const steady = findSteadyFiles(deltas);
    const state = steady
      ? this.#stay({ commit, parents: lines, tree, deltas }, steady)
      : this.#follow({ commit, rank, parents: lines, fresh, tree, deltas });
    this.#states.set(commit.oid, state);
    const [delta] = deltas;
    const changes = delta ? changesOf(delta) : [];
    if (position !== null && delta) {
      this.#advanceMainline({ rank, position, before: first, after: state, changes }, delta);
    }
    this.#steps.push({ step, changes });
  }

  /** The rows of all that was fed. */
  finish(): Fold {
    return foldRows({
      steps: this.#steps,
      rankOf: this.#past.rankOf,
      fresh: this.#fresh,
      events: this.#events,
      dirty: this.#dirty,
      tip: this.#tip,
      spans: this.#timeline.finish(),
    });
  }

  /** The first parent's tree with the commit's changes, and the nodes that no commit had before. */
  #grow(first: TreeState, changes: readonly PathChange[]): { tree: TreeState['tree']; fresh: LiveNode[] } {
    const { book } = this.#past;
    const fresh: LiveNode[] = [];
    let { tree } = first;
    for (const { path, after } of changes.toSorted((one, other) => (one.path < other.path ? -1 : 1))) {
      const sights = after === null ? [] : this.#sightsOf(path, after);
      if (after === null || sights.length === 0) {
        tree = book.hasPath(path) ? tree.with(book.pathKey(path), undefined) : tree;
        continue;
      }
      let node = book.find(path, after);
      if (!node) fresh.push((node = book.add(path, after, sights)));
      tree = tree.with(book.pathKey(path), node);
    }
    this.#fresh.push(...fresh);
    return { tree, fresh };
  }

  /** Nothing happens but that files change around their markers. */
  #stay({ commit, parents, tree, deltas }: Omit<Grown, 'rank' | 'fresh'>, files: readonly SteadyFile[]): TreeState {
    for (const hack of files.flatMap(handOn)) this.#dirty.add(hack);
    return { oid: commit.oid, tree, seen: seenAfter(parents, deltas) };
  }

  /** Settles which hacks the commit's new markers are, and tells what happened to them. */
  #follow({ commit, rank, parents, fresh, tree, deltas }: Grown): TreeState {
    const { matches, encounters } = matchDeltas(deltas, (hack) =>
      parents.some((parent) => hasSeen(parent, hack) && !isOpenIn(parent, hack)),
    );
    inheritHacks({ commit, rank, parents, fresh, matches: matches.flat() }, this.#past);
    const state = { oid: commit.oid, tree, seen: seenAfter(parents, deltas) };
    this.#meet(encounters.flat(), { rank, parents, state });
    const told = matches.map((list, index) => [...list, ...(encounters[index] ?? [])].filter(isOneHack));
    this.#settle({ rank, parents, state, deltas, matches: told, fresh: new Set(fresh) });
    return state;
  }

  /** Hacks that turned out to be one. */
  #meet(
    encounters: readonly Match[],
    { rank, parents, state }: Pick<SettledCommit, 'rank' | 'parents' | 'state'>,
  ): void {
    for (const { older, younger, match } of findMeetings(encounters, parents, state)) {
      const places = { before: placeOf(match.before), after: placeOf(match.after), why: match.why, into: older };
      this.#record({ ...draft(younger, 'merged-into', places), rank });
      this.#dirty.add(older);
      this.#pending.add(older).add(younger);
    }
  }

  #settle(settled: SettledCommit): void {
    const { rank, deltas, matches } = settled;
    for (const event of findEvents(settled)) this.#record(event);
    if (matches.length === 1) this.#countTouches(matches[0] ?? [], rank);
    for (const hack of hacksIn(deltas.flatMap(({ before, after }) => [...before, ...after]))) this.#dirty.add(hack);
  }

  #record(event: LiveEvent): void {
    const count = COUNTS[event.kind];
    if (count) event.hack[count]++;
    this.#dirty.add(event.hack);
    this.#events.push(event);
    if (event.kind === 'removed' && event.before) this.#past.farewells.note(event.hack, event.before);
    this.#timeline.note(event);
  }

  /** Counts how often a hack's file, and its annotated code, changed under it. */
  #countTouches(matches: readonly Match[], rank: Rank): void {
    for (const { before, after, score } of matches) {
      const hack = after.node.hacks[after.index];
      if (!hack || before.node.blob === after.node.blob) continue;
      hack.touches++;
      // In another file, and known by its text alone: what stands there is other code, not that code rewritten.
      if (before.node.path !== after.node.path && score < BY_TEXT_ALONE) continue;
      const [code, codeAfter] = [before.sight.wording.around.code, after.sight.wording.around.code];
      if (code !== 0 && codeAfter !== 0 && code !== codeAfter) hack.rewrites.push(rank);
    }
  }

  #advanceMainline(step: Omit<MainlineStep, 'touched'>, delta: Delta): void {
    const touched = new Set([...this.#pending, ...hacksIn([...delta.before, ...delta.after])]);
    this.#timeline.advance({ ...step, touched });
    this.#pending.clear();
    this.#tip = step.after;
  }
}

/** Which count of a hack an event adds to. */
const COUNTS: Partial<Record<EventKind, 'moves' | 'rewordings' | 'reopened'>> = {
  moved: 'moves',
  reworded: 'rewordings',
  reopened: 'reopened',
};

function isOneHack({ before, after }: Match): boolean {
  return hackAt(before) === hackAt(after);
}

/** What the parents' histories hold together, and what the commit adds to it. */
function seenAfter(parents: readonly TreeState[], deltas: readonly Delta[]): TreeState['seen'] {
  let seen = parents.reduce((all, parent) => all.union(parent.seen), IntMap.empty<true>());
  for (const hack of hacksIn(deltas.flatMap(({ after }) => after))) seen = seen.with(hack.key, true);
  return seen;
}
