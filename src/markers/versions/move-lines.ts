import { findLineStarts } from '../lines.ts';
import type { CommonEnds } from './common-ends.ts';

/** Where the lines of a changed text start. A CR may be half of a line end, so texts with one are read as a whole. */
export function moveLineStarts(
  last: { readonly text: string; readonly lineStarts: readonly number[] },
  { text, head, tail }: CommonEnds & { readonly text: string },
): readonly number[] {
  if (text.includes('\r') || last.text.includes('\r')) return findLineStarts(text);
  const shift = text.length - last.text.length;
  const starts = last.lineStarts.slice(0, countUpTo(last.lineStarts, head));
  const end = text.length - tail;
  for (let at = text.indexOf('\n', head); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  for (let line = countUpTo(last.lineStarts, end - shift); line < last.lineStarts.length; line += 1) {
    starts.push((last.lineStarts[line] ?? 0) + shift);
  }
  return starts;
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
