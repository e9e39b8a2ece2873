import { findCommentOf } from '../markers/scopes/annotated-code.ts';
import { endOfLine, lineOf, type MarkerPlace, type SourceText, startOfLine } from '../markers/scopes/source-text.ts';

/** What ends like a statement or a block, or assigns or calls something and nothing else. */
const STATEMENT =
  /[\w)\]'"`][;{]$|^\}|=>$|^[\w$.[\]]+ *(?:[-+|&]?=)(?!=) *\S|^(?:await +|return +)?[\w$.]+\(.*\)[;,]?$/;

/** Lines of documentation, whose braces and calls are examples. */
const DOCUMENTATION = /^(?:\/\*\*|\*|@|\/\/[/!])/;

/** Whether commented-out code went together with a marker: then the commit took away what the marker spoke of, and not it alone. */
export function takesDeadCode(before: SourceText, marker: MarkerPlace, after: SourceText): boolean {
  const kept = new Set(after.text.split('\n').map((line) => line.trim()));
  return findRun(before, marker).some((line) => !kept.has(line) && isDeadCode(line));
}

function isDeadCode(line: string): boolean {
  if (DOCUMENTATION.test(line)) return false;
  return STATEMENT.test(line.replace(/^(?:\/\/|#|--|\/\*)+\s*/, '').trim());
}

/** The lines of the marker's comment and of those that touch it above and below. */
function findRun(source: SourceText, marker: MarkerPlace): string[] {
  const comment = findCommentOf(source, marker);
  if (!comment) return [];
  let first = lineOf(source, comment.start);
  let last = Math.max(marker.endLine, lineOf(source, Math.max(comment.start, comment.end - 1)));
  while (isInComment(source, first - 1)) first -= 1;
  while (isInComment(source, last + 1)) last += 1;
  return Array.from({ length: last - first + 1 }, (_, step) => readLine(source, first + step));
}

function isInComment(source: SourceText, line: number): boolean {
  const text = readLine(source, line);
  if (line < 1 || text === '') return false;
  const indent = source.text.slice(startOfLine(source, line)).search(/\S/);
  return findCommentOf(source, { line, column: indent + 1, endLine: line }) !== undefined;
}

function readLine(source: SourceText, line: number): string {
  return source.text.slice(startOfLine(source, line), endOfLine(source, line)).trim();
}
