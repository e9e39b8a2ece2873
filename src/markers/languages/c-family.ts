import {
  block,
  character,
  continuedLine,
  doubled,
  interpolated,
  line,
  nested,
  quoted,
  triple,
  until,
} from '../lexer/patterns.ts';
import { isOperandDue } from '../lexer/position.ts';
import type { Grammar, Mode, Rule, Scan } from '../lexer/rule.ts';
import type { Language } from './language.ts';

const messages: Rule = {
  kind: 'literal',
  // The text of these directives is prose, with apostrophes.
  open: '(?<=^[ \\t]*)#[ \\t]*(?:error|warning)\\b(?:(?!/[/*])[^\\r\\n])*',
};

const rawString: Rule = {
  kind: 'literal',
  open: '"(?<=R")(?<=\\b(?:u8|[uUL])?R")[^()\\\\\\s"]{0,16}\\(',
  take: takeRawString,
};

const C_RULES: readonly Rule[] = [
  continuedLine('//'),
  block('/*', '*/'),
  rawString,
  quoted('"'),
  // Not the separator of a number: 1'000'000.
  character("(?<!\\b\\d[\\w']{0,40})"),
  messages,
];

const C: Grammar = { modes: { code: { rules: C_RULES } } };

const JAVA: Grammar = {
  modes: { code: { rules: [line('//'), block('/*', '*/'), triple('"'), quoted('"'), character()] } },
};

const GO: Grammar = {
  modes: { code: { rules: [line('//'), block('/*', '*/'), quoted('"'), until('`', '`'), character()] } },
};

const RUST: Grammar = {
  modes: {
    code: {
      rules: [
        line('//'),
        nested('/*', '*/'),
        { kind: 'literal', open: '(?<=\\b[bc]?r#{0,255})"', take: takeRustRaw },
        { kind: 'literal', open: '"[^"\\\\]*(?:\\\\[^][^"\\\\]*){0,500000}"?' },
        // Lifetimes ('a) have no closing quote.
        {
          kind: 'literal',
          open: "'(?:[^'\\\\\\r\\n]|[\\ud800-\\udbff][\\udc00-\\udfff]|\\\\(?:u\\{[^}'\\r\\n]{0,10}\\}|x[^'\\r\\n]{2}|[^\\r\\n]))'",
        },
      ],
    },
  },
};

const CSHARP_RULES: readonly Rule[] = [
  line('//'),
  block('/*', '*/'),
  { kind: 'literal', open: '"{3,}', take: takeSameQuotes },
  doubled('"', '(?:\\$@|@\\$|@)'),
  { kind: 'literal', open: '\\$"(?!"")[^"\\\\{\\r\\n]*"' },
  { kind: 'literal', open: '\\$"(?!"")', push: 'string' },
  quoted('"'),
  character(),
  { kind: 'literal', open: '(?<=^[ \\t]*)#[ \\t]*(?:error|warning|region|endregion)\\b[^\\r\\n]*' },
];

/** Modes of C#; `braces` is what stands between two of them. */
export const CSHARP_MODES: Readonly<Record<'braces' | 'string', Mode>> = {
  braces: {
    rules: [...CSHARP_RULES, { kind: 'code', open: '\\{', push: 'braces' }, { kind: 'code', open: '\\}', pop: 1 }],
  },
  string: interpolated({
    open: '\\$"',
    close: '"',
    code: '\\{',
    brackets: 'braces',
    skip: '\\\\[^\\r\\n]|\\{\\{',
    oneLine: true,
  }),
};

const CSHARP: Grammar = { modes: { code: { rules: CSHARP_RULES }, ...CSHARP_MODES } };

const SWIFT: Grammar = {
  modes: {
    code: {
      rules: [
        line('//'),
        nested('/*', '*/'),
        { kind: 'literal', open: '#{1,255}"(?:"")?', take: takeSwiftRaw },
        { kind: 'literal', open: '(?<=^|[\\s(,=:])#{1,255}/[^\\r\\n]*?/#+' },
        { kind: 'literal', open: '/(?![\\s*/])', take: takeSwiftRegex, looksBack: true },
        { kind: 'literal', open: '"""', push: 'text' },
        { kind: 'literal', open: '"[^"\\\\\\r\\n]*"' },
        { kind: 'literal', open: '"', push: 'string' },
      ],
    },
    text: interpolated({ open: '"""', close: '"""', code: '\\\\\\(', brackets: 'parens', skip: '\\\\[^(]' }),
    string: interpolated({
      open: '"',
      close: '"',
      code: '\\\\\\(',
      brackets: 'parens',
      skip: '\\\\[^(\\r\\n]',
      oneLine: true,
    }),
  },
};

const KOTLIN: Grammar = {
  modes: {
    code: {
      rules: [
        line('//'),
        nested('/*', '*/'),
        { kind: 'literal', open: '"""', push: 'text' },
        { kind: 'literal', open: '"[^"\\\\$\\r\\n]*"' },
        { kind: 'literal', open: '"', push: 'string' },
        character(),
        { kind: 'literal', open: '`[^`\\r\\n]+`' },
        { kind: 'comment', open: '(?<![^])#![^\\r\\n]*' },
      ],
    },
    text: interpolated({ open: '"""', close: '"{3,}', code: '\\$\\{', brackets: 'braces', skip: '"{1,2}(?!")' }),
    string: interpolated({
      open: '"',
      close: '"',
      code: '\\$\\{',
      brackets: 'braces',
      skip: '\\\\[^\\r\\n]',
      oneLine: true,
    }),
  },
};

export const C_FAMILY: readonly Language[] = [
  { name: 'C', extensions: 'c cats idc xpm xbm', aliases: 'h', grammar: C },
  {
    name: 'C++',
    extensions: 'cpp cc cxx c++ cp h hh hpp hxx h++ inl ipp tcc tpp ino ixx cppm txx re cu cuh ccm mpp',
    aliases: 'cpp cuda arduino',
    grammar: C,
  },
  { name: 'Java', extensions: 'java jav jsh', interpreters: 'java jshell', grammar: JAVA },
  { name: 'Kotlin', extensions: 'kt kts ktm', interpreters: 'kotlin kotlinc', grammar: KOTLIN },
  { name: 'Go', extensions: 'go', files: 'go.mod go.work go.sum', aliases: 'golang', interpreters: 'go', grammar: GO },
  { name: 'Rust', extensions: 'rs rs.in', interpreters: 'rust-script', grammar: RUST },
  { name: 'C#', extensions: 'cs csx cake', aliases: 'csharp c-sharp', interpreters: 'dotnet-script', grammar: CSHARP },
  { name: 'Swift', extensions: 'swift', interpreters: 'swift', grammar: SWIFT },
];

function takeRawString({ text }: Scan, start: number, opened: number): number {
  const delimiter = text.slice(text.indexOf('"', start) + 1, opened - 1);
  return endOf(text, `)${delimiter}"`, opened);
}

function takeRustRaw({ text }: Scan, start: number, opened: number): number {
  const hashes = /#*$/.exec(text.slice(Math.max(0, start - 255), start))?.[0] ?? '';
  return endOf(text, `"${hashes}`, opened);
}

function takeSwiftRaw({ text }: Scan, start: number, opened: number): number {
  const hashes = text.slice(start, opened).replaceAll('"', '');
  const quotes = text.slice(start + hashes.length, opened);
  return endOf(text, `${quotes}${hashes}`, opened);
}

const SWIFT_REGEX = /\/(?:[^\\/\r\n]|\\[^\r\n]){1,1000}(?<!\s)\//y;

function takeSwiftRegex(scan: Scan, start: number): number {
  SWIFT_REGEX.lastIndex = start;
  return isOperandDue(scan, start) && SWIFT_REGEX.test(scan.text) ? SWIFT_REGEX.lastIndex : -1;
}

function takeSameQuotes({ text }: Scan, start: number, opened: number): number {
  return endOf(text, text.slice(start, opened), opened);
}

function endOf(text: string, close: string, from: number): number {
  const at = text.indexOf(close, from);
  return at < 0 ? text.length : at + close.length;
}
