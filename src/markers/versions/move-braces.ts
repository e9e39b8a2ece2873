import type { Braces } from '../scopes/braces.ts';
import { findBraces } from '../scopes/braces.ts';
import type { SourceText } from '../scopes/source-text.ts';
import type { Stretch } from './relex.ts';

/** The braces of a text that was cut anew only in one stretch: looked for there, until they are in step with those before. */
export function moveBraces(
  last: Braces,
  source: SourceText,
  { from, to, shift, preprocessor }: Stretch & { readonly preprocessor: boolean },
): Braces {
  const kept = last.slice(0, countBefore(last, from));
  let rest = last.length;
  const isDone = (at: number, sign: number): boolean => {
    if (at < to) return false;
    const index = countBefore(last, at - shift);
    if (last[index] !== at - shift || last[index + 1] !== sign) return false;
    rest = index;
    return true;
  };
  const start = kept.length === 0 ? 0 : (kept.at(-2) ?? 0) + 1;
  const found = kept.concat(findBraces(source, preprocessor, { from: start, isDone }));
  for (let at = rest; at < last.length; at += 2) found.push((last[at] ?? 0) + shift, last[at + 1] ?? 0);
  return found;
}

/** How many numbers belong to signs before an offset. */
function countBefore(braces: Braces, offset: number): number {
  let low = 0;
  let high = braces.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((braces[2 * middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}
