import type { Passage } from './passages.ts';
import { buildPassage, isLineComment } from './passages.ts';

/**
 * The passages that hold one of the places, in order. Line comments right below each other are one passage, but what is
 * documentation and what is not are two: `// TODO: mend` says nothing to readers of the `///` below it.
 */
export function findPassages(text: string, comments: readonly number[], places: readonly number[]): Passage[] {
  const found: Passage[] = [];
  let place = 0;
  for (let pair = 0; pair < comments.length;) {
    const end = comments[pair + 1] ?? 0;
    while ((places[place] ?? Infinity) < (comments[pair] ?? 0)) place++;
    if (place >= places.length) break;
    if ((places[place] ?? 0) >= end) {
      pair += 2;
      continue;
    }
    const [first, last] = groupAround(text, comments, pair);
    found.push(buildPassage(text, comments.slice(first, last)));
    pair = last;
  }
  return found;
}

function groupAround(text: string, comments: readonly number[], pair: number): readonly [number, number] {
  let first = pair;
  let last = pair + 2;
  if (!isLine(text, comments, pair)) return [first, last];
  while (first >= 2 && goesOn(text, comments, first - 2)) first -= 2;
  while (last < comments.length && goesOn(text, comments, last - 2)) last += 2;
  return [first, last];
}

/** Whether the comment after `pair` stands on the next line, below this one. */
function goesOn(text: string, comments: readonly number[], pair: number): boolean {
  const [end = 0, next = 0] = [comments[pair + 1], comments[pair + 2]];
  if (next - end > 500 || !isLineEnd(text, end, next)) return false;
  return (
    isLine(text, comments, pair) &&
    isLine(text, comments, pair + 2) &&
    isDocumentation(text, comments[pair]) === isDocumentation(text, next) &&
    column(text, comments[pair]) === column(text, next)
  );
}

/** Whether nothing but one line end and the blanks behind it stands from `end` to `next`. */
function isLineEnd(text: string, end: number, next: number): boolean {
  LINE_END.lastIndex = end;
  // The comment may itself begin with blanks.
  return LINE_END.test(text) && LINE_END.lastIndex >= next;
}

const LINE_END = /(?:\r\n|\n|\r)[ \t]*/y;

function isLine(text: string, comments: readonly number[], pair: number): boolean {
  const [start = 0, end = 0] = [comments[pair], comments[pair + 1]];
  return end - start < 10_000 && isLineComment(text.slice(start, end));
}

/** `///` and `//!` of Rust, C#, Swift, Dart, D and Doxygen, `#'` of R, `#:` of Sphinx; not a line of slashes. */
const DOCUMENTATION = /\/\/[/!](?!\/)|#[':]/y;

function isDocumentation(text: string, at = 0): boolean {
  DOCUMENTATION.lastIndex = at;
  return DOCUMENTATION.test(text);
}

function column(text: string, at = 0): number {
  let start = at;
  while (start > 0 && at - start < 1000 && !isEnd(text.charCodeAt(start - 1))) start--;
  return at - start;
}

function isEnd(code: number): boolean {
  return code === 10 || code === 13;
}
