import { findCommentOf } from './annotated-code.ts';
import { endOfLine, lineOf, type MarkerPlace, type SourceText, startOfLine } from './source-text.ts';

/** First and last line of the comments that touch each other around a marker; the marker's own if it is no comment. */
export function findCommentRun(source: SourceText, marker: MarkerPlace): { first: number; last: number } {
  const comment = findCommentOf(source, marker);
  if (!comment) return { first: marker.line, last: marker.endLine };
  let first = lineOf(source, comment.start);
  let last = Math.max(marker.endLine, lineOf(source, Math.max(comment.start, comment.end - 1)));
  while (isAllComment(source, first - 1)) first -= 1;
  while (isAllComment(source, last + 1)) last += 1;
  return { first, last };
}

/** A line's text, trimmed. */
export function readLine(source: SourceText, line: number): string {
  return source.text.slice(startOfLine(source, line), endOfLine(source, line)).trim();
}

function isAllComment(source: SourceText, line: number): boolean {
  if (line < 1 || line > source.lineStarts.length || readLine(source, line) === '') return false;
  const column = source.text.slice(startOfLine(source, line)).search(/\S/) + 1;
  const comment = findCommentOf(source, { line, column, endLine: line });
  // A docstring speaks of its definition, not of what stands below it.
  return comment !== undefined && !/["']/.test(source.text.charAt(comment.start));
}
