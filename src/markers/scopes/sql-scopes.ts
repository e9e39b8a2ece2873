import type { Scope, ScopeKind, Scopes } from './scope.ts';
import { findRangeAt, lineOf, type SourceText } from './source-text.ts';

const CREATE =
  /^[ \t]*(?:CREATE|ALTER)\s+(?:OR\s+(?:REPLACE|ALTER)\s+)?(?:[A-Z]+(?:=\S+)?\s+){0,3}?(FUNCTION|PROCEDURE|PROC|TRIGGER|PACKAGE\s+BODY|PACKAGE|TABLE|VIEW|TYPE|EVENT)\s+(?:IF\s+NOT\s+EXISTS\s+)?([\w.$"`[\]]+)/gim;
const ROUTINE = /^(?:FUNCTION|PROC|PROCEDURE|TRIGGER|PACKAGE|EVENT)/i;
const WORD = /\b(?:BEGIN|CASE|END(?:[ \t]+(?:IF|LOOP|WHILE|REPEAT|FOR))?)\b|\$\w*\$|;/gi;

/** Definitions of SQL: each `CREATE` of a routine, table, view or type, to the semicolon that ends it. */
export function findSqlScopes(source: SourceText): Scopes {
  const found = [...source.text.matchAll(CREATE)]
    .filter((match) => !isHidden(source, match.index + match[0].length - 1))
    .map((match) => buildScope(source, match));
  return {
    at: (line) => found.findLast((scope) => scope.startLine <= line && line <= scope.endLine),
    all: () => found,
  };
}

function buildScope(source: SourceText, match: RegExpExecArray): Scope {
  const what = match[1] ?? '';
  const from = match.index + match[0].length;
  const end = ROUTINE.test(what) ? endOfRoutine(source, from) : endOfStatement(source, from);
  const kind: ScopeKind = ROUTINE.test(what) ? 'function' : 'table';
  const start = match.index + match[0].search(/\S/);
  return { kind, name: match[2] ?? '', startLine: lineOf(source, start), endLine: lineOf(source, end) };
}

function isHidden(source: SourceText, offset: number): boolean {
  return findRangeAt(source.comments, offset) !== undefined;
}

function endOfStatement(source: SourceText, from: number): number {
  let at = source.text.indexOf(';', from);
  while (at !== -1 && (isHidden(source, at) || findRangeAt(source.literals, at))) at = source.text.indexOf(';', at + 1);
  return at === -1 ? source.text.length : at;
}

/** A routine ends with the `END;` of its outermost `BEGIN`, or the semicolon after its `$$` body; the semicolons of declarations don't count. */
function endOfRoutine(source: SourceText, from: number): number {
  const limit = nextCreate(source, from);
  let depth = 0;
  let quoted = '';
  let last = -1;
  WORD.lastIndex = from;
  for (let match = WORD.exec(source.text); match !== null && match.index < limit; match = WORD.exec(source.text)) {
    const word = match[0].toUpperCase();
    if (isHidden(source, match.index)) continue;
    if (word.startsWith('$')) quoted = quoted === word ? '' : quoted || word;
    else if (quoted === '') depth = Math.max(0, depth + step(word));
    if (word === ';' && depth === 0 && quoted === '') last = match.index;
    if (last === match.index && /(?:END\s*\w*|\$)\s*[^;$]*$/i.test(source.text.slice(from, last))) break;
  }
  return last === -1 ? Math.max(from, limit - 1) : last;
}

function step(word: string): number {
  if (word === 'BEGIN' || word === 'CASE') return 1;
  return word === 'END' ? -1 : 0;
}

function nextCreate(source: SourceText, from: number): number {
  CREATE.lastIndex = from;
  return CREATE.exec(source.text)?.index ?? source.text.length;
}
