import type { Range } from '../tokens.ts';
import { findOpener } from './blocks.ts';
import { codeBetween, findRangeAt, firstEndingAfter, lastStartingBefore, type SourceText } from './source-text.ts';

/** What stands before an opening brace: `static int foo(int a)`; white space collapsed, comments left out. */
export interface Header {
  /** Offset of its first character. */
  readonly start: number;
  readonly text: string;
  /** Offset of the first character that was looked at to find it; -1 if there would have been more to look at. */
  readonly from: number;
}

/** No header is longer, in UTF-16 code units: what lies further back is another statement. */
const REACH = 3000;

const CONTINUES =
  /^(?:(?:where|throws|extends|implements|with)\b|(?:noexcept|override|const|final)\b[\w\s()]*$|=>|->|[:),?&|=<>.]|\])/;
const CONTINUED = /(?:[,=(:<|&[+?]|->|=>|\b(?:where|extends|implements|throws|async|function|return|default))$/;

/** The header that belongs to the brace at `open`: back to the statement's first line, over balanced parentheses. */
export function findHeader(source: SourceText, open: number): Header {
  const scan: Scan = { source, open, at: open - 1, from: open, depth: 0, hidden: findHiddenBefore(source, open) };
  while (scan.at >= 0 && open - scan.at < REACH && !isBoundary(scan)) scan.at -= 1;
  const start = skipBlank(source, scan.at + 1, open);
  const from = Math.min(scan.from, scan.at);
  return { start, text: start >= open ? '' : readHeader(source, start, open), from };
}

interface Scan {
  readonly source: SourceText;
  readonly open: number;
  at: number;
  /** The furthest that was looked at beyond `at`. */
  from: number;
  depth: number;
  /** The nearest comment or literal that starts before `at`. */
  hidden: Range | undefined;
}

/** True if the header starts after `scan.at`; steps over comments, literals and the braces of a type on the way. */
function isBoundary(scan: Scan): boolean {
  if (scan.hidden && scan.at < scan.hidden.end) {
    scan.at = scan.hidden.start;
    scan.hidden = findHiddenBefore(scan.source, scan.at);
    return false;
  }
  switch (scan.source.text.charCodeAt(scan.at)) {
    case 41: // )
      scan.depth += 1;
      return false;
    case 40: // (
      scan.depth = Math.max(0, scan.depth - 1);
      return false;
    case 125: // }
      return !stepOverBraces(scan);
    case 59: // ;
    case 123: // {
      return scan.depth === 0;
    case 10:
      return scan.depth === 0 && endsStatement(scan);
    default:
      return false;
  }
}

function findHiddenBefore(source: SourceText, at: number): Range | undefined {
  const comment = lastStartingBefore(source.comments, at);
  const literal = lastStartingBefore(source.literals, at);
  return (comment?.start ?? -1) > (literal?.start ?? -1) ? comment : literal;
}

function stepOverBraces(scan: Scan): boolean {
  if (!isPartOfHeader(scan)) return false;
  scan.at = Math.max(0, findOpener(scan.source, scan.at));
  scan.hidden = findHiddenBefore(scan.source, scan.at + 1);
  return true;
}

/** `}` inside a parameter list, or as the end of a type or a word list: `): { y: string } {`, `Promise<{ y: string }> {`, `proc f {a} {`. */
function isPartOfHeader(scan: Scan): boolean {
  if (scan.depth > 0 || startsLiteral(scan.source, scan.at + 1)) return true;
  const rest = codeBetween(scan.source, scan.at + 1, scan.open);
  if (/^\s*[>|&[]/.test(rest)) return true;
  return /^ +$/.test(rest) && /(?:[\w)>\]]\s*:\s*|\w *)$/.test(beforeOpener(scan));
}

/** The rest of a template goes on right after the brace that ends an inserted expression. */
function startsLiteral(source: SourceText, at: number): boolean {
  return findRangeAt(source.literals, at)?.start === at;
}

function beforeOpener(scan: Scan): string {
  const opener = findOpener(scan.source, scan.at);
  const from = Math.max(0, opener - 40);
  scan.from = Math.min(scan.from, opener < 0 ? -1 : from);
  return scan.source.text.slice(from, Math.max(0, opener));
}

function endsStatement(scan: Scan): boolean {
  const after = codeBetween(scan.source, scan.at + 1, scan.open).trim();
  if (after === '') return false;
  const lineStart = scan.source.text.lastIndexOf('\n', scan.at - 1) + 1;
  scan.from = Math.min(scan.from, lineStart);
  if (CONTINUES.test(after)) return scan.source.text.slice(lineStart, scan.at).trim() === '';
  return !CONTINUED.test(codeBetween(scan.source, lineStart, scan.at).trimEnd());
}

/** What may end the statement before: `}, next() {`. */
const LEFTOVER = /[,)\]]/;
const LABEL = /(?:public|private|protected|default|case\s[^:\n]*)\s*:(?!:)\s/y;

function skipBlank(source: SourceText, from: number, to: number): number {
  let at = from;
  while (at < to) {
    LABEL.lastIndex = at;
    const comment = findRangeAt(source.comments, at);
    if (comment) at = comment.end;
    else if (LABEL.test(source.text)) at = LABEL.lastIndex;
    else if (source.text.charCodeAt(at) <= 32 || LEFTOVER.test(source.text.charAt(at))) at += 1;
    else break;
  }
  return Math.min(at, to);
}

function readHeader(source: SourceText, start: number, open: number): string {
  let text = '';
  let from = start;
  for (const literal of literalsIn(source, start, open)) {
    text += codeBetween(source, from, literal.start);
    text += source.text.slice(literal.start, literal.end).replaceAll(/[()<>\s]+/g, ' ');
    from = literal.end;
  }
  return (text + codeBetween(source, from, open)).replaceAll(/\s+/g, ' ').trim();
}

function literalsIn(source: SourceText, start: number, end: number): readonly Range[] {
  const first = firstEndingAfter(source.literals, start);
  let last = first;
  while ((source.literals[last]?.end ?? Infinity) <= end) last += 1;
  return source.literals.slice(first, last).filter((literal) => literal.start >= start);
}
