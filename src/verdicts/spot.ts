import { annotatedCode, findCommentOf } from '../markers/scopes/annotated-code.ts';
import type { Scope, Scopes } from '../markers/scopes/scope.ts';
import { lineOf, type MarkerPlace, type SourceText } from '../markers/scopes/source-text.ts';
import type { CodeLine } from './code-lines.ts';

/** Where a marker stands among the lines of code: half-open ranges of indexes into them. */
export interface Spot {
  /** First and last line of the marker's comment, or the marker's own if it is no comment. */
  readonly startLine: number;
  readonly endLine: number;
  /** The annotated code; empty (`from === to`) at the end of a block, where `from` is the next line of code. */
  readonly from: number;
  readonly to: number;
  /** True if the comment shares its line with the code. */
  readonly trails: boolean;
  /** True if code stands on the line right above the comment. */
  readonly touchesAbove: boolean;
}

/** Finds a marker's place among the lines of code of its text. */
export function findSpot(source: SourceText, lines: readonly CodeLine[], marker: MarkerPlace): Spot {
  const comment = findCommentOf(source, marker);
  const startLine = comment ? lineOf(source, comment.start) : marker.line;
  const endLine = Math.max(marker.endLine, comment ? lineOf(source, Math.max(comment.start, comment.end - 1)) : 0);
  const code = annotatedCode(source, marker);
  const from = indexOfLine(lines, code?.startLine ?? endLine + 1);
  const to = code ? indexOfLine(lines, code.endLine + 1) : from;
  const trails = code !== undefined && code.startLine <= endLine;
  return { startLine, endLine, from, to, trails, touchesAbove: lines[from - 1]?.line === startLine - 1 };
}

/** Index of the first line of code at or after a line. */
export function indexOfLine(lines: readonly CodeLine[], line: number): number {
  const index = lines.findIndex((entry) => entry.line >= line);
  return index === -1 ? lines.length : index;
}

/** The definition a marker speaks of: the one its comment heads, else the one it stands in. */
export function findSubject(scopes: Scopes, marker: MarkerPlace, code: CodeLine | undefined): Scope | undefined {
  const around = scopes.at(marker.line);
  const headed = code === undefined ? undefined : scopes.at(code.line);
  const isHeaded = headed !== undefined && headed.startLine > marker.line && headed.startLine <= (code?.line ?? 0);
  return isHeaded ? headed : around;
}
