import type { NodeChange, NodeKey, NodeSpan, Position, Rank, Span } from '../model/lineage.ts';
import type { LiveEvent, LiveHack, TreeState } from './living.ts';
import { isOpenIn, nodesIn, placeOf, spotsOf, survivor } from './living.ts';

/** A mainline commit as the timeline sees it. */
export interface MainlineStep {
  readonly rank: Rank;
  readonly position: Position;
  readonly before: TreeState;
  readonly after: TreeState;
  /** Hacks that may have come or gone since the mainline commit before. */
  readonly touched: Iterable<LiveHack>;
  readonly changes: readonly NodeChange[];
}

/** What stood on the mainline from when to when, and which removal is told of a hack. */
export class Timeline {
  readonly #openNodes: Map<NodeKey, NodeSpan>;
  readonly #known: ReadonlySet<NodeSpan>;
  readonly #spans: NodeSpan[] = [];
  /** The last removal of each hack among the commits that the next mainline commit brings in. */
  readonly #removals = new Map<LiveHack, LiveEvent>();

  constructor(openSpans: readonly NodeSpan[] = []) {
    this.#openNodes = new Map(openSpans.map((span) => [span.node, span]));
    this.#known = new Set(openSpans);
  }

  /** Notes a removal; a hack that never reached the mainline ends with the last one. */
  note(event: LiveEvent): void {
    if (event.kind !== 'removed' || !event.before) return;
    this.#removals.set(event.hack, event);
    if (event.hack.open.length === 0) event.hack.removal = { rank: event.rank, landed: null, place: event.before };
  }

  advance(step: MainlineStep): void {
    for (const hack of step.touched) this.#syncHack(hack, step);
    for (const change of step.changes) this.#syncNodes(change, step.position);
    this.#removals.clear();
  }

  /** New stays and those that ended, by node. */
  finish(): NodeSpan[] {
    const begun = [...this.#openNodes.values()].filter((span) => !this.#known.has(span));
    return [...this.#spans, ...begun].toSorted((one, other) => one.node - other.node || one.from - other.from);
  }

  #syncHack(hack: LiveHack, step: MainlineStep): void {
    const isOpen = hack.mergedInto === null && isOpenIn(step.after, hack);
    const last = hack.open.at(-1);
    const wasOpen = last !== undefined && last.to === null;
    if (isOpen === wasOpen) return;
    if (isOpen) {
      hack.open.push({ from: step.position, to: null });
      hack.removal = null;
    } else {
      hack.open = [...hack.open.slice(0, -1), { ...(last as Span), to: step.position }].filter(
        ({ from, to }) => from !== to,
      );
      if (hack.mergedInto === null) this.#tellRemoval(hack, step);
    }
  }

  /** The mainline commit itself if it removed the hack, else the last one it brought in that did. */
  #tellRemoval(hack: LiveHack, step: MainlineStep): void {
    const event = this.#removals.get(hack);
    const place = event?.before ?? lastPlace(hack, step.before);
    hack.removal = { rank: event?.rank ?? step.rank, landed: step.position, place };
  }

  #syncNodes({ before, after }: NodeChange, position: Position): void {
    const ended = before === null ? undefined : this.#openNodes.get(before);
    if (ended) {
      this.#openNodes.delete(ended.node);
      this.#spans.push({ ...ended, to: position });
    }
    if (after !== null) this.#openNodes.set(after, { node: after, from: position, to: null });
  }
}

function lastPlace(hack: LiveHack, state: TreeState): LiveHack['place'] {
  const [node] = nodesIn(state, hack);
  const spot = node && spotsOf(node).find(({ index }) => node.hacks[index] && survivor(node.hacks[index]) === hack);
  return spot ? placeOf(spot) : hack.place;
}
