import type { FlatTokens } from '../lexer/lex.ts';
import { CLOSE, ELSE, findBraces, IF, OPEN } from '../scopes/braces.ts';
import type { Shape } from '../scopes/shapes.ts';
import { toRanges } from '../tokens.ts';
import { countEnding } from './flat-pairs.ts';
import type { VersionText } from './version-text.ts';

/** Whole lines of a text. */
export interface Lines {
  readonly text: VersionText;
  readonly tokens: FlatTokens;
  readonly from: number;
  readonly to: number;
}

const OPEN_AT_LINE_START = '[';
const CLOSE_AT_LINE_START = ']';

/**
 * What the braces and directives of some lines do to the blocks around and after them: blocks that begin and end there are left out. A brace
 * in the first column is another sign than one further in, as it is where blocks are paired.
 */
export function outlineOf({ text, tokens, from, to }: Lines, shape: Extract<Shape, { by: 'braces' }>): string {
  const lines = text.slice(from, to);
  const inside = (pairs: readonly number[]): ReturnType<typeof toRanges> =>
    toRanges(pairs.slice(countEnding(pairs, from), countEnding(pairs, to) + 2).map((offset) => offset - from));
  const [comments, literals] = [inside(tokens.comments), inside(tokens.literals)];
  const braces = findBraces({ path: '', shape, text: lines, lineStarts: [], comments, literals }, shape.preprocessor);
  const outline: string[] = [];
  for (let at = 0; at < braces.length; at += 2) {
    const sign = signAt(lines, braces[at] ?? 0, braces[at + 1] ?? 0);
    if (isPair(outline.at(-1), sign)) outline.pop();
    else outline.push(sign);
  }
  return outline.join('');
}

function signAt(lines: string, at: number, sign: number): string {
  if (sign === OPEN) return lines.charCodeAt(lines.lastIndexOf('\n', at) + 1) > 32 ? OPEN_AT_LINE_START : '{';
  if (sign === CLOSE) return at === 0 || lines.charCodeAt(at - 1) === 10 ? CLOSE_AT_LINE_START : '}';
  return sign === IF ? 'i' : sign === ELSE ? 'e' : 'f';
}

function isPair(open: string | undefined, close: string): boolean {
  if (open === OPEN_AT_LINE_START) return close === '}' || close === CLOSE_AT_LINE_START;
  return open === '{' && close === '}';
}
