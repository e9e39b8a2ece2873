import { at } from './random.ts';

/** What the order needs to know of a commit; `parents` are indices into the same list. */
export interface Orderable {
  readonly index: number;
  readonly parents: readonly number[];
  readonly ancestors: ReadonlySet<number>;
}

export interface CanonicalOrder {
  /** Indices of the tip's ancestors (and the tip), in canonical order. */
  readonly order: readonly number[];
  /** First-parent chain of the tip, oldest first. */
  readonly mainline: readonly number[];
  /** Mainline commit that brought a commit in. */
  readonly landed: ReadonlyMap<number, number>;
}

/**
 * For each mainline commit, oldest first, the commits it brings in (its ancestors minus its first parent's): parents before
 * children, and among those that could come next the lowest oid.
 */
export function canonicalOrder<T extends Orderable>(
  commits: readonly T[],
  oidOf: (commit: T) => string,
): CanonicalOrder {
  const mainline = findMainline(commits);
  const order: number[] = [];
  const landed = new Map<number, number>();
  for (const position of mainline) {
    const isNew = (index: number): boolean => !landed.has(index);
    const chunk = [...at(commits, position).ancestors].filter(isNew).map((index) => at(commits, index));
    for (const { index } of chunk) landed.set(index, position);
    order.push(...sortChunk(chunk, oidOf));
  }
  return { order, mainline, landed };
}

function findMainline(commits: readonly Orderable[]): number[] {
  const chain: number[] = [];
  let next: number | undefined = commits.length - 1;
  while (next !== undefined) {
    chain.push(next);
    next = at(commits, next).parents[0];
  }
  return chain.toReversed();
}

function sortChunk<T extends Orderable>(chunk: readonly T[], oidOf: (commit: T) => string): number[] {
  const waiting = new Map(chunk.map((commit) => [commit.index, commit]));
  const sorted: number[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ parents }) => !parents.some((parent) => waiting.has(parent)));
    const lowest = ready.reduce((best, commit) => (oidOf(commit) < oidOf(best) ? commit : best));
    sorted.push(lowest.index);
    waiting.delete(lowest.index);
  }
  return sorted;
}
