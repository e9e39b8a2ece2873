import type { Surroundings } from '../../model/marker.ts';
import { annotatedCode, findCommentOf } from './annotated-code.ts';
import { hashText } from './hash.ts';
import type { Scopes } from './scope.ts';
import { codeOfLine, endOfLine, lineOf, type MarkerPlace, type SourceText, startOfLine } from './source-text.ts';

/** What a marker stands in: the name of the innermost definition around it, and hashes of what is around it. */
export function surroundingsOf(
  source: SourceText,
  scopes: Scopes,
  marker: MarkerPlace,
): { enclosing: string | null; around: Surroundings } {
  const scope = scopes.at(marker.line);
  const around = {
    before: hashText(lineAbove(source, marker)),
    code: hashText(annotatedCode(source, marker)?.text ?? ''),
    scope: scope ? hashText(codeOfLine(source, scope.startLine)) : 0,
  };
  return { enclosing: scope?.name ?? null, around };
}

/** The nearest line above the marker's comment that is not blank, comments included. */
function lineAbove(source: SourceText, marker: MarkerPlace): string {
  const comment = findCommentOf(source, marker);
  for (let line = comment ? lineOf(source, comment.start) - 1 : marker.line - 1; line > 0; line -= 1) {
    const text = source.text.slice(startOfLine(source, line), endOfLine(source, line));
    if (/\S/.test(text)) return text;
  }
  return '';
}
