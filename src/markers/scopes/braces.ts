import type { Range } from '../tokens.ts';
import { firstEndingAfter, type SourceText } from './source-text.ts';

/** What structures a text in braces. */
export type Sign = number;
export const OPEN: Sign = 0;
export const CLOSE: Sign = 1;
export const IF: Sign = 2;
export const ELSE: Sign = 3;
export const ENDIF: Sign = 4;

/** Braces and directives outside comments and literals, ascending: offset, sign, offset, sign … */
export type Braces = readonly number[];

const BRACES = /[{}]/g;
const BRACES_AND_DIRECTIVES = /[{}]|#[ \t]*(?:if|el|endif|define(?:.*\\\r?\n)*.*)/g;

/** What a run over a text may go on from, and when it may stop: it must begin in code, or right behind a sign. */
export interface BraceRun {
  readonly from: number;
  readonly isDone: (at: number, sign: Sign) => boolean;
}

/** The braces of a text and, with `preprocessor`, the directives between which only one branch counts; macros hold none. */
export function findBraces(source: SourceText, preprocessor: boolean, run?: BraceRun): number[] {
  const found: number[] = [];
  const pattern = preprocessor ? BRACES_AND_DIRECTIVES : BRACES;
  const from = run?.from ?? 0;
  const comments = new Cursor(source.comments, from);
  const literals = new Cursor(source.literals, from);
  pattern.lastIndex = from;
  for (let match = pattern.exec(source.text); match !== null; match = pattern.exec(source.text)) {
    const at = match.index;
    const comment = comments.endOfRangeAt(at);
    const literal = comment > 0 ? 0 : literals.endOfRangeAt(at);
    if (comment > 0 || (literal > 0 && !isInterpolation(source.text, at, literal))) {
      pattern.lastIndex = Math.max(comment, opensAt(source.text, literal));
      continue;
    }
    const sign = signOf(match[0]);
    if (sign === undefined) continue;
    if (run?.isDone(at, sign)) break;
    found.push(at, sign);
  }
  return found;
}

/** Undefined for a macro. */
function signOf(token: string): Sign | undefined {
  if (token === '{') return OPEN;
  if (token === '}') return CLOSE;
  if (token.includes('define')) return undefined;
  if (token.endsWith('endif')) return ENDIF;
  return token.endsWith('if') ? IF : ELSE;
}

/** A template's literal ends with the brace that begins an inserted expression: "`a ${". That brace pairs with one that is code. */
export function isInterpolation(text: string, at: number, end: number): boolean {
  return at === end - 1 && text.charCodeAt(at) === 123;
}

/** Where to look on after a brace inside a literal: at the brace that ends it, if one does, else behind it. */
function opensAt(text: string, end: number): number {
  return end > 0 && isInterpolation(text, end - 1, end) ? end - 1 : end;
}

/** Walks ascending ranges beside ascending offsets. */
class Cursor {
  private index: number;
  private readonly ranges: readonly Range[];

  constructor(ranges: readonly Range[], from: number) {
    this.ranges = ranges;
    this.index = firstEndingAfter(ranges, from);
  }

  /** End of the range that holds the offset, else 0. */
  endOfRangeAt(offset: number): number {
    let range = this.ranges[this.index];
    while (range !== undefined && range.end <= offset) {
      this.index += 1;
      range = this.ranges[this.index];
    }
    return range !== undefined && range.start <= offset ? range.end : 0;
  }
}
