import type { Range } from '../tokens.ts';
import type { Scope, ScopeKind, Scopes } from './scope.ts';
import type { Shape } from './shapes.ts';
import { findRangeAt, firstEndingAfter, type SourceText, startOfLine } from './source-text.ts';

type Indentation = Extract<Shape, { by: 'indentation' }>;

interface OpenScope {
  readonly indent: number;
  readonly kind: ScopeKind;
  readonly name: string;
  readonly startLine: number;
  endLine: number;
}

/** Definitions of a text whose blocks are indented, in one pass over its lines. */
export function findIndentedScopes(source: SourceText, shape: Indentation): Scopes {
  const found = readLines(source, shape);
  return {
    at: (line) => found.findLast((scope) => scope.startLine <= line && line <= scope.endLine),
    all: () => found,
  };
}

function readLines(source: SourceText, shape: Indentation): readonly Scope[] {
  const walk: Walk = { source, shape, found: [], open: [] };
  for (let line = 1; line <= source.lineStarts.length; line += 1) {
    const start = startOfLine(source, line);
    const indent = indentAt(source.text, start);
    const first = start + indent;
    const code = source.text.charCodeAt(first);
    if (Number.isNaN(code) || code === 10 || code === 13) continue;
    if (startsInside(source.literals, start)) extend(walk, line, Number.MAX_SAFE_INTEGER);
    else if (findRangeAt(source.comments, first)) extend(walk, line, indent);
    else readCode(walk, line, indent);
  }
  return walk.found.map(({ kind, name, startLine, endLine }) => ({ kind, name, startLine, endLine }));
}

interface Walk {
  readonly source: SourceText;
  readonly shape: Indentation;
  readonly found: OpenScope[];
  readonly open: OpenScope[];
}

function indentAt(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at += 1;
  return at - start;
}

function startsInside(ranges: readonly Range[], offset: number): boolean {
  const range = ranges[firstEndingAfter(ranges, offset)];
  return range !== undefined && range.start < offset;
}

/** A line further right than a header belongs to it, comments after the last statement too. */
function extend(walk: Walk, line: number, indent: number): void {
  for (const scope of walk.open) if (scope.indent < indent) scope.endLine = line;
}

function readCode(walk: Walk, line: number, indent: number): void {
  const first = startOfLine(walk.source, line) + indent;
  const head = walk.source.text.slice(first, first + 40);
  const inside = walk.shape.inside.test(head);
  const closes = walk.shape.closer?.test(head) ?? false;
  for (let top = walk.open.at(-1); top && top.indent >= indent; top = walk.open.at(-1)) {
    if (inside && top.indent === indent) break;
    if (closes && top.indent === indent) top.endLine = line;
    walk.open.pop();
  }
  extend(walk, line, inside ? indent + 1 : indent);
  openScope(walk, line, indent);
}

function openScope(walk: Walk, line: number, indent: number): void {
  const header = walk.shape.header;
  header.lastIndex = startOfLine(walk.source, line) + indent;
  const groups = header.exec(walk.source.text)?.filter((group) => group !== undefined);
  if (!groups) return;
  const kind = kindOf(groups[1] ?? '', walk.open.at(-1));
  const scope: OpenScope = { indent, kind, name: groups[2] ?? '', startLine: line, endLine: line };
  walk.found.push(scope);
  walk.open.push(scope);
}

const KINDS = new Map<string, ScopeKind>([
  ['class', 'class'],
  ['cdef class', 'class'],
  ['module', 'namespace'],
  ['defmodule', 'namespace'],
  ['defimpl', 'class'],
  ['defprotocol', 'interface'],
]);

function kindOf(keyword: string, parent: OpenScope | undefined): ScopeKind {
  return KINDS.get(keyword) ?? (parent?.kind === 'class' ? 'method' : 'function');
}
