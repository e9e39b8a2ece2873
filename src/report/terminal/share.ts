/**
 * How many entries of each section fit if all sections together may take `room` lines; a section that is cut takes one
 * more line to say so. 0 where not even one each fits.
 */
export function findShare(sizes: readonly number[], room: number): number {
  let share = Math.max(0, ...sizes);
  while (share > 0 && countLines(sizes, share) > room) share--;
  return share;
}

function countLines(sizes: readonly number[], share: number): number {
  return sizes.reduce((lines, size) => lines + (size <= share ? size : share + 1), 0);
}
