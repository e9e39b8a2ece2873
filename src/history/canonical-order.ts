import type { CommitOid } from '../model/git.ts';
import type { Position, Rank } from '../model/lineage.ts';
import { Heap } from './heap.ts';

/** A commit as far as its place in the order matters. */
export interface Linked {
  readonly oid: CommitOid;
  readonly parents: readonly CommitOid[];
}

/** A commit with its place in the canonical order. */
export interface Placed<C extends Linked> {
  readonly commit: C;
  readonly rank: Rank;
  /** Null off the mainline. */
  readonly position: Position | null;
  /** The mainline position that brought it in. */
  readonly landed: Position;
}

/** Where the order goes on: the tip that is already placed. */
export interface OrderStart {
  readonly oid: CommitOid;
  readonly rank: Rank;
  readonly position: Position;
}

/**
 * Puts the ancestors of `tip` in canonical order: for each mainline commit, oldest first, the commits it brings in, parents before
 * children, ties by oid. `commits` holds them all, but for those in the history of `start`; parents outside are taken as placed.
 * Returns undefined if `start` is not on the first-parent chain of `tip`: then its order is no prefix of the new one.
 */
export function orderCommits<C extends Linked>(
  commits: ReadonlyMap<CommitOid, C>,
  tip: CommitOid,
  start?: OrderStart,
): Placed<C>[] | undefined {
  const mainline = findMainline(commits, tip);
  if (start && !continues(mainline, start, tip)) return undefined;
  const order: Placed<C>[] = [];
  const placed = new Set<CommitOid>();
  let position = start?.position ?? 0;
  for (const commit of mainline) {
    position++;
    for (const brought of chunkOf(commits, commit, placed)) {
      order.push({
        commit: brought,
        rank: ((start?.rank ?? 0) + order.length + 1) as Rank,
        position: brought === commit ? (position as Position) : null,
        landed: position as Position,
      });
    }
  }
  return order;
}

/** The first-parent chain down to the first commit that is not among `commits`, oldest first. */
function findMainline<C extends Linked>(commits: ReadonlyMap<CommitOid, C>, tip: CommitOid): C[] {
  const chain: C[] = [];
  let commit = commits.get(tip);
  while (commit) {
    chain.push(commit);
    const [first] = commit.parents;
    commit = first === undefined ? undefined : commits.get(first);
  }
  return chain.toReversed();
}

function continues(mainline: readonly Linked[], start: OrderStart, tip: CommitOid): boolean {
  const oldest = mainline[0];
  return oldest ? oldest.parents[0] === start.oid : tip === start.oid;
}

/** What `head` brings in that is not yet placed, parents before children, the smallest oid first among the ready. */
function chunkOf<C extends Linked>(commits: ReadonlyMap<CommitOid, C>, head: C, placed: Set<CommitOid>): C[] {
  const chunk = collectAncestors(commits, head, placed);
  const waiting = new Map<CommitOid, number>();
  const children = new Map<CommitOid, C[]>();
  const ready = new Heap<C>((one, other) => one.oid < other.oid);
  for (const commit of chunk) {
    const inside = new Set(commit.parents.filter((parent) => !placed.has(parent) && commits.has(parent)));
    waiting.set(commit.oid, inside.size);
    for (const parent of inside) addTo(children, parent, commit);
    if (inside.size === 0) ready.push(commit);
  }
  const order: C[] = [];
  for (let next = ready.pop(); next; next = ready.pop()) {
    order.push(next);
    for (const child of children.get(next.oid) ?? []) {
      const left = (waiting.get(child.oid) ?? 0) - 1;
      waiting.set(child.oid, left);
      if (left === 0) ready.push(child);
    }
  }
  for (const commit of order) placed.add(commit.oid);
  return order;
}

function collectAncestors<C extends Linked>(
  commits: ReadonlyMap<CommitOid, C>,
  head: C,
  placed: ReadonlySet<CommitOid>,
): C[] {
  const found = new Map<CommitOid, C>([[head.oid, head]]);
  const stack = [head];
  for (let commit = stack.pop(); commit; commit = stack.pop()) {
    for (const oid of commit.parents) {
      const parent = commits.get(oid);
      if (!parent || placed.has(oid) || found.has(oid)) continue;
      found.set(oid, parent);
      stack.push(parent);
    }
  }
  return [...found.values()];
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
