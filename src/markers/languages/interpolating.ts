import { block, interpolated, line, nested, triple, quoted, until } from '../lexer/patterns.ts';
import type { Grammar, Mode, Rule } from '../lexer/rule.ts';
import type { Language } from './language.ts';

// Strings of these languages hold `${…}` with code, so with comments; those without are matched whole.
const code = { code: '\\$\\{', brackets: 'braces' } as const;

function short(quote: string): Mode {
  return interpolated({ ...code, open: quote, close: quote, skip: '\\\\[^\\r\\n]', oneLine: true });
}

function long(quote: string): Mode {
  const three = `${quote}{3}`;
  return interpolated({ ...code, open: three, close: three, skip: `\\\\[^]|${quote}{1,2}(?!${quote})` });
}

function enter(quote: string, mode: string): Rule[] {
  return [
    { kind: 'literal', open: `${quote}{3}`, push: `${mode}s` },
    { kind: 'literal', open: `${quote}[^${quote}\\\\$\\r\\n]*${quote}` },
    { kind: 'literal', open: quote, push: mode },
  ];
}

const raw = (quote: string): Rule[] => [
  { kind: 'literal', open: `${quote}{3}(?<=\\br${quote}{3})(?:(?!${quote}{3})[^]){0,500000}(?:${quote}{3})?` },
  { kind: 'literal', open: `${quote}(?<=\\br${quote})[^${quote}\\r\\n]*${quote}?` },
];

const DART: Grammar = {
  modes: {
    code: {
      rules: [
        line('//'),
        nested('/*', '*/'),
        ...raw('"'),
        ...raw("'"),
        ...enter('"', 'double'),
        ...enter("'", 'single'),
      ],
    },
    double: short('"'),
    doubles: long('"'),
    single: short("'"),
    singles: long("'"),
  },
};

const GROOVY: Grammar = {
  modes: {
    code: {
      rules: [
        line('//'),
        block('/*', '*/'),
        line('(?<![^])#!'),
        triple("'"),
        quoted("'"),
        ...enter('"', 'double'),
        until('\\$/(?<=[=(,:\\[~\\s]\\$/)', '/$'),
        { kind: 'literal', open: '/(?<=[=(,~:\\[]\\s*/)(?![/*\\s])[^/\\r\\n\\\\]*(?:\\\\.[^/\\r\\n\\\\]*){0,1000}/' },
      ],
    },
    double: short('"'),
    doubles: long('"'),
  },
};

const NIX: Grammar = {
  modes: {
    code: {
      rules: [
        line('#'),
        block('/*', '*/'),
        { kind: 'literal', open: '"[^"\\\\$]*"' },
        { kind: 'literal', open: '"', push: 'string' },
        { kind: 'literal', open: "''", push: 'text' },
      ],
    },
    string: interpolated({ ...code, open: '"', close: '"', skip: '\\\\[^]|\\$\\$' }),
    text: interpolated({ ...code, open: "''", close: "''", skip: "'''|''\\$|''\\\\[^]|\\$\\$" }),
  },
};

export const INTERPOLATING_FAMILY: readonly Language[] = [
  {
    name: 'Groovy',
    extensions: 'groovy gradle grt gtpl gvy nf gsh',
    files: 'jenkinsfile',
    interpreters: 'groovy nextflow',
    aliases: 'gradle nextflow',
    grammar: GROOVY,
  },
  { name: 'Dart', extensions: 'dart', interpreters: 'dart', grammar: DART },
  { name: 'Nix', extensions: 'nix', aliases: 'nixos', grammar: NIX },
];
