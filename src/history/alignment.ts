import type { RepoPath } from '../model/git.ts';
import type { Reach } from './levels.ts';
import type { Spot } from './living.ts';
import type { Pairing } from './pairing.ts';

/** Spots that a level cannot tell apart. */
export interface Group {
  readonly before: readonly Spot[];
  readonly after: readonly Spot[];
  readonly reach: Reach;
}

type Pair = readonly [Spot, Spot];

/** Above this many combinations spots are joined in their order: equal markers by the hundred are not worth a quadratic search. */
const MOST_COMBINATIONS = 40_000;

/** Pairs equal spots: inside a file without crossings, near where their neighbours went; between files the likeliest files first. */
export function alignGroup(group: Group, pairing: Pairing): Pair[] {
  const { before, after, reach } = group;
  if (reach !== 'same path') return alignFiles(group, pairing);
  if (before.length === after.length) return zip(before, after);
  if (before.length * after.length > MOST_COMBINATIONS) return zip(before, after);
  return alignLines(before, after, (one, other) => pairing.displacement(one, other));
}

function zip(before: readonly Spot[], after: readonly Spot[]): Pair[] {
  return before.slice(0, after.length).map((spot, index) => [spot, after[index] as Spot]);
}

/** The order-keeping assignment of all spots of the shorter list with the least sum of displacements. */
function alignLines(before: readonly Spot[], after: readonly Spot[], cost: (one: Spot, other: Spot) => number): Pair[] {
  if (before.length > after.length) {
    return alignLines(after, before, (one, other) => cost(other, one)).map(([one, other]) => [other, one]);
  }
  const spare = after.length - before.length;
  // best[i][skipped]: least cost of placing the first i spots with `skipped` partners left out on the way.
  const best: number[][] = [Array.from({ length: spare + 1 }, () => 0)];
  for (const [index, spot] of before.entries()) {
    const above = best[index] ?? [];
    const row: number[] = [];
    for (let skipped = 0; skipped <= spare; skipped++) {
      const taken = (above[skipped] ?? 0) + cost(spot, after[index + skipped] as Spot);
      row.push(Math.min(taken, row[skipped - 1] ?? Infinity));
    }
    best.push(row);
  }
  return traceBack(best, before, after);
}

function traceBack(best: readonly (readonly number[])[], before: readonly Spot[], after: readonly Spot[]): Pair[] {
  const pairs: Pair[] = [];
  let skipped = after.length - before.length;
  for (let index = before.length; index > 0; index--) {
    const row = best[index] ?? [];
    while (skipped > 0 && row[skipped - 1] === row[skipped]) skipped--;
    pairs.push([before[index - 1] as Spot, after[index - 1 + skipped] as Spot]);
  }
  return pairs.toReversed();
}

function alignFiles({ before, after }: Group, pairing: Pairing): Pair[] {
  if (before.length * after.length > MOST_COMBINATIONS) return zip(before, after);
  if (before.length === 1 && after.length === 1) return zip(before, after);
  const candidates = before.flatMap((one) =>
    after.map((other) => ({
      pair: [one, other] as const,
      affinity: affinity(pairing, one.node.path, other.node.path),
      displacement: pairing.displacement(one, other),
    })),
  );
  const bestFirst = candidates.toSorted(
    (one, other) => other.affinity - one.affinity || one.displacement - other.displacement,
  );
  return takeBestFirst(bestFirst.map(({ pair }) => pair));
}

function takeBestFirst(pairs: readonly Pair[]): Pair[] {
  const taken = new Set<Spot>();
  return pairs.filter(([one, other]) => {
    if (taken.has(one) || taken.has(other)) return false;
    taken.add(one).add(other);
    return true;
  });
}

/** How likely what one file held went to the other: shared hacks count most, then one having gone and the other come, then their names. */
export function affinity(pairing: Pairing, older: RepoPath, newer: RepoPath): number {
  if (older === newer) return 1000;
  const shared = Math.min(50, pairing.joinsBetween(older, newer).length);
  const renamed = pairing.isRenameCandidate(older, newer) ? 8 : 0;
  return shared * 10 + renamed + nameAffinity(older, newer);
}

/** 0 to 6: same name, same extension, same folder. */
export function nameAffinity(older: RepoPath, newer: RepoPath): number {
  const [base, otherBase] = [baseName(older), baseName(newer)];
  const sameFolder = older.slice(0, -base.length) === newer.slice(0, -otherBase.length);
  return (
    (stem(base) === stem(otherBase) ? 3 : 0) + (extension(base) === extension(otherBase) ? 1 : 0) + (sameFolder ? 2 : 0)
  );
}

/** What a path ends with, after its folders. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stem(base: string): string {
  return base.replace(/(?<=.)\.[^.]*$/, '');
}

function extension(base: string): string {
  return base.slice(base.lastIndexOf('.') + 1);
}
