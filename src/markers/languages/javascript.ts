import { block, interpolated, line, quoted } from '../lexer/patterns.ts';
import { isOperandDue } from '../lexer/position.ts';
import type { Grammar, Mode, Rule, Scan } from '../lexer/rule.ts';
import type { Language } from './language.ts';

const REGEX = /\/(?![*/])(?:[^\\/[\r\n]|\\[^\r\n]|\[(?:[^\\\]\r\n]|\\[^\r\n]){0,1000}\]){1,2000}\/[a-z]{0,8}/y;

/** Of a generic component: `<Table<Row> rows={rows} />`. */
const TYPE_ARGUMENTS = '(?:<[^<>{}]{0,200}(?:<[^<>{}]{0,200}>[^<>{}]{0,200}){0,5}>)?';
const NAME = '[A-Za-z_$][\\w$.:-]*';
const ELEMENT = new RegExp(`<(?:>|${NAME}${TYPE_ARGUMENTS}(?=[\\s/>{<]))`, 'y');

const regexLiteral: Rule = { kind: 'literal', open: '/', take: takeRegex, looksBack: true };

/** Rules of a script's code; they need the mode `template`. */
export const SCRIPT: readonly Rule[] = [
  line('//'),
  block('/*', '*/'),
  quoted('"'),
  quoted("'"),
  { kind: 'literal', open: '`[^`\\\\$]*`' },
  { kind: 'literal', open: '`', push: 'template' },
  { kind: 'comment', open: '(?<![^])#![^\\r\\n]*' },
  regexLiteral,
];

export const template = interpolated({ open: '`', close: '`', code: '\\$\\{', brackets: 'braces' });

const TYPESCRIPT: Grammar = { modes: { code: { rules: SCRIPT }, template } };

const toCode: Rule = { kind: 'code', open: '\\{', push: 'braces' };

/** Modes of elements: text between tags is neither code nor comment. */
export const ELEMENTS: Readonly<Record<'tag' | 'children', Mode>> = {
  tag: {
    rules: [
      line('//'),
      block('/*', '*/'),
      { kind: 'literal', open: '"[^"]*"?' },
      { kind: 'literal', open: "'[^']*'?" },
      toCode,
      { kind: 'code', open: '/>', pop: 1 },
      // Behind `=` it is the arrow of a type argument's function.
      { kind: 'code', open: '(?<!=)>', pop: 1, push: 'children' },
    ],
  },
  children: {
    rules: [
      { kind: 'code', open: '</[^<>{}]*>?', pop: 1 },
      { kind: 'code', open: '<>', push: 'children' },
      { kind: 'code', open: `<${NAME}${TYPE_ARGUMENTS}`, push: 'tag' },
      toCode,
    ],
  },
};

/** Rules of a script with elements; they need the modes `template`, `tag` and `children`. */
export const SCRIPT_WITH_ELEMENTS: readonly Rule[] = [
  ...SCRIPT,
  { kind: 'code', open: '<(?=[A-Za-z_$>])', take: takeElement, push: 'tag', looksBack: true },
];

const JSX: Grammar = { modes: { code: { rules: SCRIPT_WITH_ELEMENTS }, template, ...ELEMENTS } };

export const JAVASCRIPT_FAMILY: readonly Language[] = [
  {
    name: 'JavaScript',
    extensions: 'js mjs cjs jsx es es6 jsm gs qs jake sjs ssjs xsjs xsjslib frag.js',
    files: 'jakefile',
    interpreters: 'node nodejs bun deno qjs rhino d8 gjs zx',
    aliases: 'jsx javascriptreact js node babel flow react',
    grammar: JSX,
  },
  { name: 'TSX', extensions: 'tsx', aliases: 'typescriptreact', grammar: JSX },
  {
    name: 'TypeScript',
    extensions: 'ts mts cts',
    interpreters: 'ts-node tsx tsimp',
    aliases: 'ts',
    grammar: TYPESCRIPT,
  },
];

function takeRegex(scan: Scan, start: number): number {
  REGEX.lastIndex = start;
  if (!isOperandDue(scan, start) || !REGEX.test(scan.text)) return -1;
  return REGEX.lastIndex;
}

function takeElement(scan: Scan, start: number): number {
  ELEMENT.lastIndex = start;
  if (!isOperandDue(scan, start) || !ELEMENT.test(scan.text)) return -1;
  const end = ELEMENT.lastIndex;
  const fragment = end - start === '<>'.length;
  if (isTypeParameter(scan.text, end) || !hasClosing(scan, end)) return -1;
  return fragment ? end - 1 : end;
}

// `<T,>(x: T) => x` and `<T extends X>(x: T) => x` of TypeScript, `<T>(x: T) => x` of Flow.
const TYPE_PARAMETER = /\s*(?:,|extends\b|>\s*\()/y;

function isTypeParameter(text: string, end: number): boolean {
  TYPE_PARAMETER.lastIndex = end;
  return TYPE_PARAMETER.test(text);
}

function hasClosing({ text, memory }: Scan, from: number): boolean {
  const known = memory.get('closing');
  if (known !== undefined && known >= from) return known < Infinity;
  const next = nextClosing(text, from);
  memory.set('closing', next);
  return next < Infinity;
}

const CLOSING = /<\/|\/>/g;

function nextClosing(text: string, from: number): number {
  CLOSING.lastIndex = from;
  return CLOSING.exec(text)?.index ?? Infinity;
}
