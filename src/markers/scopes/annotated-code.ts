import type { Range } from '../tokens.ts';
import {
  codeBetween,
  endOfLine,
  findRangeAt,
  firstEndingAfter,
  lineOf,
  type MarkerPlace,
  type SourceText,
  startOfLine,
} from './source-text.ts';

/** The code a marker speaks of; its lines from 1, its text without comments. */
export interface AnnotatedCode {
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
}

/** No statement is followed further, in lines. */
const LONGEST = 12;

/**
 * The code a marker speaks of: its own line if its comment trails code (or if it is code itself), else the lines of the statement after its
 * comment, further comments and blank lines skipped; of a block only the header. Undefined where the enclosing block or the text ends first.
 */
export function annotatedCode(source: SourceText, marker: MarkerPlace): AnnotatedCode | undefined {
  const comment = findCommentOf(source, marker);
  if (!comment) return readStatement(source, startOfLine(source, marker.line));
  const line = lineOf(source, comment.start);
  if (hasWord(codeBetween(source, startOfLine(source, line), comment.start))) return readLines(source, line, line);
  const next = findCodeAfter(source, endOfMarker(source, marker, comment));
  if (next === undefined || endsBlock(source, next, comment)) return undefined;
  return readStatement(source, next);
}

/** The comment that holds a marker; undefined for a marker that is code or plain text. */
export function findCommentOf(source: SourceText, marker: MarkerPlace): Range | undefined {
  return findRangeAt(source.comments, startOfLine(source, marker.line) + marker.column - 1);
}

function hasWord(code: string): boolean {
  return /[\p{L}\p{N}_]/u.test(code);
}

/** After the marker's last continuation line and its comment, and in JSX after the brace around the comment. */
function endOfMarker(source: SourceText, marker: MarkerPlace, comment: Range): number {
  const last =
    marker.endLine > marker.line ? findRangeAt(source.comments, endOfLine(source, marker.endLine) - 1) : undefined;
  const end = Math.max(comment.end, last?.end ?? 0);
  const wrapped = /\{[ \t]*$/.test(source.text.slice(Math.max(0, comment.start - 20), comment.start));
  const closing = wrapped ? /^[ \t]*\}/.exec(source.text.slice(end, end + 20)) : null;
  return end + (closing?.[0].length ?? 0);
}

/** Offset of the first code after an offset, comments and white space skipped. */
export function findCodeAfter(source: SourceText, offset: number): number | undefined {
  let at = offset;
  let index = firstEndingAfter(source.comments, offset);
  while (at < source.text.length) {
    const comment = source.comments[index];
    if (comment && comment.start <= at) {
      at = Math.max(at, comment.end);
      index += 1;
    } else if (source.text.charCodeAt(at) <= 32) at += 1;
    else return at;
  }
  return undefined;
}

const CLOSER = /^(?:[}\])]|<\/|-->|\*\/|#[ \t]*endif\b|(?:end|END|fi|done|esac|endif)\b(?!\s*[(.=[]))/;

function endsBlock(source: SourceText, next: number, comment: Range): boolean {
  if (CLOSER.test(source.text.slice(next, next + 20))) return true;
  return source.shape.by === 'indentation' && columnOf(source, next) < columnOf(source, comment.start);
}

function columnOf(source: SourceText, offset: number): number {
  return offset - startOfLine(source, lineOf(source, offset));
}

/** A line that is an annotation, decorator or attribute and nothing else. */
export const DECORATOR = /^(?:@[\w.]+(?:\(.*\))?|#!?\[.*\]|\[[\w.]+(?:\(.*\))?\])$/;
const RUNS_ON = /(?:[=(|&?\\.]|[^+]\+|[^-]-)$/;
const RUN_ON = /^(?:\?\.|\.\w|&&|\|\||\? |: )/;

function readStatement(source: SourceText, start: number): AnnotatedCode {
  const first = lineOf(source, start);
  let last = first;
  let depth = 0;
  while (last - first < LONGEST && last < source.lineStarts.length) {
    depth += depthOfLine(source, last);
    const code = codeBetween(source, startOfLine(source, last), endOfLine(source, last)).trim();
    if (code.endsWith('{') || code.endsWith(';')) break;
    if (depth <= 0 && !RUNS_ON.test(code) && !DECORATOR.test(code) && !runsOnBelow(source, last)) break;
    last += 1;
  }
  return readLines(source, first, last);
}

function runsOnBelow(source: SourceText, line: number): boolean {
  return RUN_ON.test(source.text.slice(startOfLine(source, line + 1), endOfLine(source, line + 1)).trim());
}

const BRACKET = /[()[\]]/g;

/** Parentheses and brackets that a line leaves open. */
function depthOfLine(source: SourceText, line: number): number {
  const end = endOfLine(source, line);
  let depth = 0;
  BRACKET.lastIndex = startOfLine(source, line);
  for (let match = BRACKET.exec(source.text); match && match.index < end; match = BRACKET.exec(source.text)) {
    if (findRangeAt(source.comments, match.index) || findRangeAt(source.literals, match.index)) continue;
    depth += match[0] === '(' || match[0] === '[' ? 1 : -1;
  }
  return depth;
}

function readLines(source: SourceText, startLine: number, endLine: number): AnnotatedCode {
  return {
    startLine,
    endLine,
    text: codeBetween(source, startOfLine(source, startLine), endOfLine(source, endLine)).trim(),
  };
}
