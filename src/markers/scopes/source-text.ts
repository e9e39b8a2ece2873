import type { FlatTokens } from '../lexer/lex.ts';
import { chooseLanguage, lexChosen, type Range } from '../tokens.ts';
import { findLineStarts } from '../lines.ts';
import { findShape, type Shape } from './shapes.ts';

/** Where a marker stands: lines and columns from 1, `endLine` that of its last continuation line. */
export interface MarkerPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

/** One text, lexed once: what scopes, annotated code and surroundings are read from. Comments and literals ascend and never overlap. */
export interface SourceText {
  readonly path: string;
  readonly shape: Shape;
  readonly text: string;
  /** Offset at which each line starts: line n starts at `lineStarts[n - 1]`. */
  readonly lineStarts: readonly number[];
  readonly comments: readonly Range[];
  readonly literals: readonly Range[];
}

/** What is known of a text already: its comments and literals as flat pairs of offsets (`lexChosen`), its language's key (`languageKey`). */
export interface Known {
  readonly tokens?: FlatTokens;
  readonly language?: string;
}

/** Puts a text, its path and its comments and literals together; lexes it if they are not at hand. */
export function buildSource(path: string, text: string, known: Known = {}): SourceText {
  const language = chooseLanguage(text, path, known.language);
  const { comments, literals } = known.tokens ?? lexChosen(text, language);
  return {
    path,
    shape: findShape(language.row, text),
    text,
    lineStarts: findLineStarts(text),
    comments: toRanges(comments),
    literals: toRanges(literals),
  };
}

function toRanges(pairs: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < pairs.length; at += 2) ranges.push({ start: pairs[at] ?? 0, end: pairs[at + 1] ?? 0 });
  return ranges;
}

/** Line (from 1) that holds an offset. */
export function lineOf(source: SourceText, offset: number): number {
  const starts = source.lineStarts;
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** Offset at which a line (from 1) starts; the text's length after the last line. */
export function startOfLine(source: SourceText, line: number): number {
  return source.lineStarts[line - 1] ?? source.text.length;
}

/** Offset just after a line's last character, its line feed not counted. */
export function endOfLine(source: SourceText, line: number): number {
  const next = source.lineStarts[line];
  return next === undefined ? source.text.length : next - 1;
}

/** Index of the first range that ends after an offset: the one that holds it, or else the next one. */
export function firstEndingAfter(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last range that starts before an offset. */
export function lastStartingBefore(ranges: readonly Range[], offset: number): Range | undefined {
  const next = firstEndingAfter(ranges, offset);
  const range = ranges[next];
  return range !== undefined && range.start < offset ? range : ranges[next - 1];
}

/** The range that holds an offset, if any. */
export function findRangeAt(ranges: readonly Range[], offset: number): Range | undefined {
  const range = ranges[firstEndingAfter(ranges, offset)];
  return range !== undefined && range.start <= offset ? range : undefined;
}

/** The text from `start` to `end` with every comment left out; a space stands where each comment stood. */
export function codeBetween(source: SourceText, start: number, end: number): string {
  let code = '';
  let from = start;
  for (let index = firstEndingAfter(source.comments, start); from < end; index += 1) {
    const comment = source.comments[index];
    if (comment === undefined || comment.start >= end) break;
    if (comment.start > from) code += source.text.slice(from, comment.start);
    code += ' ';
    from = comment.end;
  }
  return from < end ? code + source.text.slice(from, end) : code;
}

/** A line's code: its text without comments. */
export function codeOfLine(source: SourceText, line: number): string {
  return codeBetween(source, startOfLine(source, line), endOfLine(source, line));
}
