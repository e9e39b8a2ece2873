import { interpolated, line, nested, quotedLines, until } from '../lexer/patterns.ts';
import type { Grammar, Rule, Scan } from '../lexer/rule.ts';
import { grammarOf } from './braces.ts';
import type { Language } from './language.ts';

const QUOTED: readonly Rule[] = [quotedLines('"'), quotedLines("'")];

// `x'` is a transpose, `'x` begins a character or text.
const transposable = "(?<![\\w)\\]}'.])'";

const JULIA_RULES: readonly Rule[] = [
  nested('#=', '=#'),
  line('#'),
  { kind: 'literal', open: '"""', push: 'text' },
  { kind: 'literal', open: '(?<=\\b(?:r|raw|b|v|s))"[^"\\\\]*(?:\\\\[^][^"\\\\]*){0,10000}"?|"[^"\\\\$]*"' },
  { kind: 'literal', open: '"', push: 'string' },
  { kind: 'literal', open: '```[^]*?(?:```|(?![^]))|`[^`]*`?' },
  { kind: 'literal', open: `${transposable}(?:[^'\\\\\\r\\n]|\\\\[^'\\r\\n]{0,9}\\\\?'?)'` },
];
const JULIA: Grammar = {
  modes: {
    code: { rules: JULIA_RULES },
    text: interpolated({ open: '"""', close: '"""', code: '\\$\\(', brackets: 'parens' }),
    string: interpolated({ open: '"', close: '"', code: '\\$\\(', brackets: 'parens' }),
  },
};

const R = grammarOf(
  line('#'),
  { kind: 'literal', open: '(?<=\\b[rR])["\']-{0,20}[([{]', take: takeRawText },
  ...QUOTED,
  until('`', '`'),
);

const MATLAB = grammarOf(
  { kind: 'comment', open: '[%#]\\{(?<=^[ \\t]*[%#]\\{)[ \\t]*\\r?$', take: takeMatlabBlock },
  line('[%#]'),
  { kind: 'comment', open: '\\.\\.\\.[^\\r\\n]*' },
  doubledOnOneLine('"'),
  { kind: 'literal', open: `${transposable}[^'\\r\\n]*(?:''[^'\\r\\n]*){0,1000}'` },
);

/** Languages for numbers. */
export const NUMERIC_FAMILY: readonly Language[] = [
  { name: 'Julia', extensions: 'jl', interpreters: 'julia', grammar: JULIA },
  { name: 'R', extensions: 'r rsx', files: '.rprofile', interpreters: 'rscript', aliases: 'splus', grammar: R },
  { name: 'MATLAB', extensions: 'matlab oct', interpreters: 'octave', aliases: 'octave', grammar: MATLAB },
];

const PARTNERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function takeRawText({ text }: Scan, start: number, opened: number): number {
  const close = `${PARTNERS[text.charAt(opened - 1)]}${text.slice(start + 1, opened - 1)}${text.charAt(start)}`;
  const end = text.indexOf(close, opened);
  return end < 0 ? text.length : end + close.length;
}

function takeMatlabBlock({ text }: Scan, _start: number, opened: number): number {
  const mark = /^[ \t]*[%#]([{}])[ \t]*\r?$/gm;
  let depth = 1;
  mark.lastIndex = opened;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    depth += match[1] === '{' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return text.length;
}

function doubledOnOneLine(quote: string): Rule {
  return { kind: 'literal', open: `${quote}[^${quote}\\r\\n]*(?:${quote}${quote}[^${quote}\\r\\n]*){0,1000}${quote}?` };
}
