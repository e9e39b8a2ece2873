import { slideGroups } from './slide-groups.ts';

/** No gap between anchors is compared cell by cell beyond this many cells; what lies in a larger one counts as rewritten. */
const CELLS = 4_000_000;

interface Part {
  readonly fromBefore: number;
  readonly toBefore: number;
  readonly fromAfter: number;
  readonly toAfter: number;
}

/**
 * A line diff: for each line of `before` the index of its equal in `after`, or -1; matches ascend on both sides. Equal heads and tails first,
 * then lines that stand once on each side as anchors (patience), then the longest common subsequence of what lies between them.
 */
export function matchLines(before: readonly string[], after: readonly string[]): Int32Array {
  const match = new Int32Array(before.length).fill(-1);
  const parts: Part[] = [{ fromBefore: 0, toBefore: before.length, fromAfter: 0, toAfter: after.length }];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const rest = matchEnds(before, after, { part, match });
    if (rest.fromBefore >= rest.toBefore || rest.fromAfter >= rest.toAfter) continue;
    const anchors = findAnchors(before, after, rest);
    if (anchors.length === 0) matchBetween(before, after, { part: rest, match });
    else parts.push(...splitAt(rest, anchors, match));
  }
  slideGroups(before, after, match);
  return match;
}

interface Work {
  readonly part: Part;
  readonly match: Int32Array;
}

function matchEnds(before: readonly string[], after: readonly string[], { part, match }: Work): Part {
  let { fromBefore, toBefore, fromAfter, toAfter } = part;
  while (fromBefore < toBefore && fromAfter < toAfter && before[fromBefore] === after[fromAfter]) {
    match[fromBefore++] = fromAfter++;
  }
  while (fromBefore < toBefore && fromAfter < toAfter && before[toBefore - 1] === after[toAfter - 1]) {
    match[--toBefore] = --toAfter;
  }
  return { fromBefore, toBefore, fromAfter, toAfter };
}

/** Pairs of lines that stand once on each side, the longest run that ascends. */
function findAnchors(before: readonly string[], after: readonly string[], part: Part): [number, number][] {
  const ours = findUnique(before, part.fromBefore, part.toBefore);
  const theirs = findUnique(after, part.fromAfter, part.toAfter);
  const pairs: [number, number][] = [];
  for (const [line, index] of ours) {
    const other = theirs.get(line);
    if (index >= 0 && other !== undefined && other >= 0) pairs.push([index, other]);
  }
  return longestAscent(pairs);
}

/** Index of each line that stands once; -1 for those that stand more often. Insertion order is that of the text. */
function findUnique(lines: readonly string[], from: number, to: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let index = from; index < to; index += 1) {
    const line = lines[index] ?? '';
    found.set(line, found.has(line) ? -1 : index);
  }
  return found;
}

/** Longest subsequence of pairs whose second members ascend; the pairs come with ascending first members. */
function longestAscent(pairs: readonly [number, number][]): [number, number][] {
  const sorted = pairs.toSorted((one, other) => one[0] - other[0]);
  const tails: number[] = [];
  const previous = new Int32Array(sorted.length).fill(-1);
  for (const [index, [, value]] of sorted.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[tails[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const found: [number, number][] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) found.push(sorted[at] ?? [0, 0]);
  return found.toReversed();
}

function splitAt(part: Part, anchors: readonly [number, number][], match: Int32Array): Part[] {
  const parts: Part[] = [];
  let { fromBefore, fromAfter } = part;
  for (const [index, other] of anchors) {
    match[index] = other;
    parts.push({ fromBefore, toBefore: index, fromAfter, toAfter: other });
    fromBefore = index + 1;
    fromAfter = other + 1;
  }
  return [...parts, { ...part, fromBefore, fromAfter }];
}

/** Lengths of common subsequences, a table of cells (row by row) that is used again and again: the shorter side has fewer lines than 2^16. */
let lengths = new Uint16Array(0);

function matchBetween(before: readonly string[], after: readonly string[], { part, match }: Work): void {
  const height = part.toBefore - part.fromBefore;
  const width = part.toAfter - part.fromAfter;
  if (height * width > CELLS) return;
  const stride = width + 1;
  fillLengths(before, after, part);
  for (let row = 0, column = 0; row < height && column < width;) {
    const at = row * stride + column;
    if (before[part.fromBefore + row] === after[part.fromAfter + column]) {
      match[part.fromBefore + row++] = part.fromAfter + column++;
    } else if ((lengths[at + stride] ?? 0) >= (lengths[at + 1] ?? 0)) row += 1;
    else column += 1;
  }
}

/** In each cell how long the longest common subsequence of what lies behind it is on both sides. */
function fillLengths(before: readonly string[], after: readonly string[], part: Part): void {
  const height = part.toBefore - part.fromBefore;
  const width = part.toAfter - part.fromAfter;
  const stride = width + 1;
  if (lengths.length < (height + 1) * stride) lengths = new Uint16Array((height + 1) * stride);
  lengths.fill(0, height * stride, (height + 1) * stride);
  for (let row = height - 1; row >= 0; row -= 1) {
    const line = before[part.fromBefore + row];
    let right = 0;
    lengths[row * stride + width] = 0;
    for (let column = width - 1; column >= 0; column -= 1) {
      const below = (row + 1) * stride + column;
      const isEqual = line === after[part.fromAfter + column];
      right = isEqual ? (lengths[below + 1] ?? 0) + 1 : Math.max(lengths[below] ?? 0, right);
      lengths[below - stride] = right;
    }
  }
}
