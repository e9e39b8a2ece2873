import { findCommentRun, readLine } from '../markers/scopes/comment-run.ts';
import { codeOfLine, type MarkerPlace, type SourceText } from '../markers/scopes/source-text.ts';

/** What ends like a statement or a block, or assigns or calls something and nothing else. */
const STATEMENT =
  /[\w)\]'"`][;{]$|^\}|=>$|^[\w$.[\]]+ *(?:[-+|&]?=)(?!=) *\S|^(?:await +|return +)?[\w$.]+\(.*\)[;,]?$/;

/** Lines of documentation, whose braces and calls are examples. */
const DOCUMENTATION = /^(?:\/\*\*|\*|@|\/\/[/!])/;

/** Whether commented-out code went together with a marker: then the commit took away what the marker spoke of, and not it alone. */
export function takesDeadCode(before: SourceText, marker: MarkerPlace, after: SourceText): boolean {
  const kept = new Set(after.text.split('\n').map((line) => line.trim()));
  const { first, last } = findCommentRun(before, marker);
  for (let line = first; line <= last; line += 1) {
    const text = readLine(before, line);
    if (!kept.has(text) && isDeadCode(text) && !/\w/.test(codeOfLine(before, line))) return true;
  }
  return false;
}

function isDeadCode(line: string): boolean {
  if (DOCUMENTATION.test(line)) return false;
  return STATEMENT.test(line.replace(/^(?:\/\/|#|--|\/\*)+\s*/, '').trim());
}
