/** Joins two lists of flat pairs, each ascending and without overlap, into one; what overlaps a pair of the first list is left out. */
export function mergePairs(first: readonly number[], second: readonly number[]): number[] {
  const merged: number[] = [];
  let one = 0;
  for (let two = 0; two < second.length; two += 2) {
    const [start = 0, end = 0] = [second[two], second[two + 1]];
    while (one < first.length && (first[one + 1] ?? 0) <= start) merged.push(first[one++] ?? 0, first[one++] ?? 0);
    if (one >= first.length || (first[one] ?? 0) >= end) merged.push(start, end);
  }
  while (one < first.length) merged.push(first[one++] ?? 0, first[one++] ?? 0);
  return merged;
}
