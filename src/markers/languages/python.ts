import { line, quoted, triple } from '../lexer/patterns.ts';
import { codeBefore } from '../lexer/position.ts';
import type { Grammar, Rule, Scan, TokenKind } from '../lexer/rule.ts';
import type { Language } from './language.ts';

// One level of braces inside braces: a format specification, or a dictionary.
const FIELD = '\\{(?!\\{)[^{}\\r\\n]*(?:\\{[^{}\\r\\n]*\\}[^{}\\r\\n]*){0,100}\\}';

const RULES: readonly Rule[] = [
  line('#'),
  { ...triple('"'), kind: kindOfString },
  { ...triple("'"), kind: kindOfString },
  formatted('"'),
  formatted("'"),
  { ...quoted('"'), kind: kindOfString },
  { ...quoted("'"), kind: kindOfString },
];

/** A string that stands alone as a statement (a docstring, mostly) is a comment. */
const PYTHON: Grammar = { modes: { code: { rules: RULES } } };

export const PYTHON_FAMILY: readonly Language[] = [
  {
    name: 'Python',
    extensions: 'py pyi pyw pyx pxd pxi py3 gyp gypi wsgi xpy rpy lmi pyt smk bzl star sage tac',
    files:
      'sconstruct sconscript snakefile wscript build build.bazel workspace workspace.bazel module.bazel tiltfile buck',
    interpreters: 'python pypy jython ipython micropython sage uv',
    aliases: 'cython starlark bazel py python3 ipython pycon',
    grammar: PYTHON,
  },
];

// Since Python 3.12 the string's own quotes may stand inside the braces.
function formatted(quote: string): Rule {
  return {
    kind: 'literal',
    open: `(?<=\\b(?:[fFtT][rR]?|[rR][fFtT]))${quote}(?:[^${quote}\\\\{\\r\\n]|\\\\[^]|\\{\\{|${FIELD}){0,10000}${quote}`,
  };
}

const PREFIX = /(?<!\w)[rRuUbBfFtT]{1,2}$/;
const ALONE_AFTER = /[ \t]*(?:$|[\r\n;#])/y;

function kindOfString(scan: Scan, start: number, end: number): TokenKind {
  const { text } = scan;
  ALONE_AFTER.lastIndex = end;
  if (!ALONE_AFTER.test(text)) return 'literal';
  const prefix = PREFIX.exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? '';
  if (/[bBfFtT]/.test(prefix)) return 'literal';
  return isStatementStart(scan, start - prefix.length) ? 'comment' : 'literal';
}

function isStatementStart(scan: Scan, start: number): boolean {
  const { text } = scan;
  const last = codeBefore(scan, start);
  if (last < 0) return true;
  const char = text.charAt(last);
  if (char === ';') return openBrackets(scan, start) === 0;
  if (char === '\\' || !/[\r\n]/.test(text.slice(last + 1, start))) return char === ':' && isHeader(scan, last, start);
  return openBrackets(scan, start) === 0;
}

// `def f(): "Says what f does."` on one line.
function isHeader(scan: Scan, colon: number, start: number): boolean {
  const from = scan.text.lastIndexOf('\n', colon) + 1;
  return /^[ \t]*(?:async[ \t]+)?(?:def|class)\b/.test(scan.text.slice(from, colon)) && openBrackets(scan, start) === 0;
}

const BRACKET = /[()[\]{}]/g;

function nextBracket(text: string, from: number): number {
  BRACKET.lastIndex = from;
  return BRACKET.exec(text)?.index ?? Infinity;
}

/** Number of brackets open at `at`, counted on from the last place where it was asked for. */
function openBrackets({ text, comments, literals, memory }: Scan, at: number): number {
  let depth = memory.get('depth') ?? 0;
  let comment = memory.get('comment') ?? 0;
  let literal = memory.get('literal') ?? 0;
  // Where the next bracket stands is remembered: it may be far away.
  let next = memory.get('bracket') ?? nextBracket(text, 0);
  for (; next < at; next = nextBracket(text, next + 1)) {
    while ((comments[comment + 1] ?? Infinity) <= next) comment += 2;
    while ((literals[literal + 1] ?? Infinity) <= next) literal += 2;
    if ((comments[comment] ?? Infinity) <= next || (literals[literal] ?? Infinity) <= next) continue;
    depth = '([{'.includes(text.charAt(next)) ? depth + 1 : Math.max(0, depth - 1);
  }
  memory.set('depth', depth).set('comment', comment).set('literal', literal).set('bracket', next);
  return depth;
}
