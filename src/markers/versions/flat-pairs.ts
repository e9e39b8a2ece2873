/** How many numbers of ascending flat pairs (start, end, start, end …) belong to pairs that end at or before `limit`. */
export function countEnding(pairs: readonly number[], limit: number): number {
  let low = 0;
  let high = pairs.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[2 * middle + 1] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}
