import { annotatedCode, findCommentOf } from '../markers/scopes/annotated-code.ts';
import { findCommentRun } from '../markers/scopes/comment-run.ts';
import { findScopes } from '../markers/scopes/find-scopes.ts';
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
  /** End of the block that the annotated code heads; `to` if it heads none. */
  readonly blockTo: number;
  /** True if the comment shares its line with the code. */
  readonly trails: boolean;
  /** True if code stands on the line right above the comments that touch the marker's; the same below. */
  readonly touchesAbove: boolean;
  readonly touchesBelow: boolean;
  /** The definition the comment heads, else the one it stands in. */
  readonly subject: Scope | undefined;
  readonly headsSubject: boolean;
}

/** Finds a marker's place among the lines of code of its text. */
export function findSpot(source: SourceText, lines: readonly CodeLine[], marker: MarkerPlace): Spot {
  const comment = findCommentOf(source, marker);
  const startLine = comment ? lineOf(source, comment.start) : marker.line;
  const endLine = Math.max(marker.endLine, comment ? lineOf(source, Math.max(comment.start, comment.end - 1)) : 0);
  const run = findCommentRun(source, marker);
  const code = annotatedCode(source, marker);
  const from = indexOfLine(lines, code?.startLine ?? endLine + 1);
  const to = code ? indexOfLine(lines, code.endLine + 1) : from;
  const scopes = findScopes(source);
  const headed = from < to ? findHeaded(scopes, marker, lines[from]) : undefined;
  return {
    startLine,
    endLine,
    from,
    to,
    blockTo: from < to ? endOfBlock(lines, from, to) : to,
    trails: code !== undefined && code.startLine <= endLine,
    touchesAbove: lines[from - 1]?.line === run.first - 1,
    touchesBelow: lines[from]?.line === run.last + 1,
    subject: headed ?? scopes.at(marker.line),
    headsSubject: headed !== undefined,
  };
}

/** Index of the first line of code at or after a line. */
export function indexOfLine(lines: readonly CodeLine[], line: number): number {
  const index = lines.findIndex((entry) => entry.line >= line);
  return index === -1 ? lines.length : index;
}

/** The definition that starts with the annotated code. */
function findHeaded(scopes: Scopes, marker: MarkerPlace, code: CodeLine | undefined): Scope | undefined {
  const scope = code === undefined ? undefined : scopes.at(code.line);
  return scope !== undefined && scope.startLine > marker.line && scope.startLine <= (code?.line ?? 0)
    ? scope
    : undefined;
}

/** A block goes on while its lines stand further right than its header; a brace alone below the header opens it. */
function endOfBlock(lines: readonly CodeLine[], from: number, to: number): number {
  const indent = lines[from]?.indent ?? 0;
  let end = to;
  if (lines[end]?.code === '{') end += 1;
  while (end < lines.length && (lines[end]?.indent ?? 0) > indent) end += 1;
  return end;
}
