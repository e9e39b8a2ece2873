import { annotatedCode, findCodeAfter, findCommentOf } from './annotated-code.ts';
import { endOfLine, lineOf, type MarkerPlace, type SourceText, startOfLine } from './source-text.ts';
import { findLineAbove } from './surroundings.ts';

/**
 * Lines around a marker, as two offsets: what its surroundings are read from, its definition aside (see `Scopes.grounds`). They begin before
 * the text, or end behind it, where it was read that nothing stands there.
 */
export function groundOf(source: SourceText, marker: MarkerPlace): readonly [from: number, to: number] {
  const above = findLineAbove(source, marker);
  const last = lastLineOf(source, marker);
  return [above === 0 ? -1 : startOfLine(source, above), last === undefined ? Infinity : endOfLine(source, last) + 1];
}

/** More than is read of the code behind a comment to see whether a block ends there, in UTF-16 code units. */
const CLOSER_LENGTH = 20;

/** The last line that may say what code is annotated; undefined where there is none down to the text's end. */
function lastLineOf(source: SourceText, marker: MarkerPlace): number | undefined {
  const code = annotatedCode(source, marker);
  // A statement is followed as long as the next line carries it on.
  if (code) return Math.max(code.endLine, marker.endLine) + 1;
  const end = Math.max(findCommentOf(source, marker)?.end ?? 0, endOfLine(source, marker.endLine));
  const next = findCodeAfter(source, end);
  return next === undefined ? undefined : lineOf(source, next + CLOSER_LENGTH) + 1;
}
