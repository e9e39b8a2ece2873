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
    before: hashText(readLine(source, findLineAbove(source, marker))),
    code: hashText(annotatedCode(source, marker)?.text ?? ''),
    scope: scope ? hashText(codeOfLine(source, scope.startLine)) : 0,
  };
  return { enclosing: scope?.name ?? null, around };
}

/** The nearest line above the marker's comment that is not blank, comments included; 0 if there is none. */
export function findLineAbove(source: SourceText, marker: MarkerPlace): number {
  const comment = findCommentOf(source, marker);
  let line = comment ? lineOf(source, comment.start) - 1 : marker.line - 1;
  while (line > 0 && !/\S/.test(readLine(source, line))) line -= 1;
  return line;
}

function readLine(source: SourceText, line: number): string {
  return line > 0 ? source.text.slice(startOfLine(source, line), endOfLine(source, line)) : '';
}
