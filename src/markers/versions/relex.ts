import type { CompiledGrammar } from '../lexer/compile.ts';
import type { Lexed } from '../lexer/lex.ts';
import { lexOn } from '../lexer/lex.ts';
import type { CommonEnds } from './common-ends.ts';
import type { Locality } from './local-languages.ts';

/** A text and its tokens. */
export interface Cut {
  readonly text: string;
  readonly tokens: Lexed;
}

/** A text that differs from a cut one only between its ends, and how to cut it; lengths in UTF-16 code units. */
export interface Change extends CommonEnds {
  readonly text: string;
  readonly grammar: CompiledGrammar;
  readonly locality: Locality;
}

/** What of a text was cut anew: from there on, and up to there; what follows is what followed in the text before, moved by `shift`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly shift: number;
}

/** Tokens of a changed text. */
export interface Recut {
  readonly tokens: Lexed;
  readonly stretch: Stretch;
}

// No rule looks further back than this behind a literal.
const LOOK_BACK = 500;

/**
 * The tokens of a changed text: those that end well before the change stay, cutting goes on there, and stops behind the change as soon as
 * it stands where it stood in the text before. Undefined where the whole text must be cut. Equal to cutting the whole, or it is a mistake.
 */
export function relex(last: Cut, change: Change): Recut | undefined {
  if (change.locality.elements && !isClosingAlike(last.text, change)) return undefined;
  const { text, head, tail } = change;
  const kept = endingBefore(last.tokens, settledBefore(text, head));
  const shift = text.length - last.text.length;
  const changed = text.length - tail;
  const line = text.indexOf('\n', changed + (change.locality.operands ? LOOK_BACK : 0));
  const { at, ...found } = lexOn(text, change.grammar, {
    before: kept,
    at: kept.inner.at(-1) ?? 0,
    watchFrom: line < 0 ? Infinity : line + 1,
    isDone: (now, end) => isInStep(now, last.tokens, { end, shift, from: line, ...change.locality }),
  });
  if (at < text.length) append(found, last.tokens, { from: at - shift, shift });
  return { tokens: found, stretch: { from: kept.inner.at(-1) ?? 0, to: at, shift } };
}

type Tokens = Record<keyof Lexed, number[]>;

/** A place before which nothing depends on what stands at `head` or later: two lines that say something lie between. */
function settledBefore(text: string, head: number): number {
  let at = startOfLine(text, head);
  for (let lines = 0; at > 0 && lines < 2;) {
    const start = startOfLine(text, at - 1);
    if (/\S/.test(text.slice(start, at))) lines += 1;
    at = start;
  }
  return at;
}

function startOfLine(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** The tokens up to the last place at or before `limit` that lies between two tokens of the mode `code`. */
function endingBefore({ comments, literals, inner }: Lexed, limit: number): Lexed {
  const kept = inner.slice(0, countEnding(inner, limit));
  const at = kept.at(-1) ?? 0;
  return {
    comments: comments.slice(0, countEnding(comments, at)),
    literals: literals.slice(0, countEnding(literals, at)),
    inner: kept,
  };
}

/** How many numbers of flat pairs belong to pairs that end at or before `limit`. */
function countEnding(pairs: readonly number[], limit: number): number {
  let low = 0;
  let high = pairs.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[2 * middle + 1] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

interface Step extends Locality {
  readonly end: number;
  readonly shift: number;
  readonly from: number;
}

/** Whether the last token ended there in the text before, too; where code before a token matters, both must be the same literal. */
function isInStep(now: Lexed, last: Lexed, { end, shift, from, operands }: Step): boolean {
  if (now.inner.at(-1) !== end || last.inner[countEnding(last.inner, end - shift) - 1] !== end - shift) return false;
  if (!operands) return true;
  const count = countEnding(last.literals, end - shift);
  const [start = 0, stop = 0] = now.literals.slice(-2);
  if (stop !== end || start <= from) return false;
  return last.literals[count - 1] === end - shift && last.literals[count - 2] === start - shift;
}

function append(found: Tokens, last: Lexed, tail: { readonly from: number; readonly shift: number }): void {
  appendPairs(found.comments, last.comments, tail);
  appendPairs(found.literals, last.literals, tail);
  appendPairs(found.inner, last.inner, tail);
}

function appendPairs(
  found: number[],
  last: readonly number[],
  { from, shift }: { readonly from: number; readonly shift: number },
): void {
  for (let at = countEnding(last, from); at < last.length; at += 1) found.push((last[at] ?? 0) + shift);
}

/** Whether the question if anything further down closes an element has the same answer in both texts, wherever it may be asked. */
function isClosingAlike(before: string, { text, head, tail }: Change): boolean {
  const last = lastClosing(text);
  return last >= text.length - tail || (last < head - 1 && lastClosing(before) < head - 1);
}

function lastClosing(text: string): number {
  return Math.max(text.lastIndexOf('</'), text.lastIndexOf('/>'));
}
