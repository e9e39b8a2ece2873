import {
  C_RULES,
  CSHARP_RULES,
  GO_RULES,
  JAVA_RULES,
  JAVASCRIPT_RULES,
  KEYWORD_RULES,
  OBJECTIVE_C_RULES,
  RUST_RULES,
  SHELL_RULES,
} from './rules.ts';
import type { DefinitionRule } from './scope.ts';

/** How a language bounds its definitions: in braces; by indentation, perhaps closed by a word; or by SQL's statements. */
export type Shape =
  | {
      readonly by: 'braces';
      readonly rules: readonly DefinitionRule[];
      /** True where only its shape tells a function: `int foo(int a) {`. */
      readonly typed: boolean;
      readonly preprocessor: boolean;
    }
  | {
      readonly by: 'indentation';
      /** Sticky; matches a definition's first line from its first character: groups 1 = keyword, 2 = name. */
      readonly header: RegExp;
      /** A line that starts so ends the definition and still belongs to it. */
      readonly closer: RegExp | null;
      /** A line that starts so stands as far left as the header and ends nothing. */
      readonly inside: RegExp;
    }
  | { readonly by: 'statements' };

function braces(rules: readonly DefinitionRule[], traits: readonly ('typed' | 'preprocessor')[] = []): Shape {
  return { by: 'braces', rules, typed: traits.includes('typed'), preprocessor: traits.includes('preprocessor') };
}

const BRACKETS = /^[)\]}]/;

const JAVASCRIPT = braces(JAVASCRIPT_RULES);
const KEYWORDS = braces(KEYWORD_RULES);
const SHELL = braces(SHELL_RULES);
const C = braces(C_RULES, ['typed', 'preprocessor']);
const PYTHON: Shape = {
  by: 'indentation',
  header: /(?:async[ \t]+)?(def|class|cdef class|cpdef|cdef)[ \t]+(\w+)/y,
  closer: null,
  inside: BRACKETS,
};
const RUBY: Shape = {
  by: 'indentation',
  header:
    /(?:(?:private|protected|public|private_class_method|module_function)[ \t]+)?(def|class|module)[ \t]+(?:self\.)?([\w:.]+[?!=]?)/y,
  closer: /^end\b/,
  inside: /^(?:[)\]}]|rescue\b|ensure\b|else\b)/,
};
const LUA: Shape = {
  by: 'indentation',
  header: /(?:local[ \t]+)?(function)[ \t]+([\w.:]+)|(?:local[ \t]+)?(?=[\w.:]+[ \t]*=[ \t]*(function))([\w.:]+)/y,
  closer: /^end\b/,
  inside: BRACKETS,
};
const ELIXIR: Shape = {
  by: 'indentation',
  header: /(defmodule|defprotocol|defimpl|defp?|defmacrop?)[ \t]+([\w.]+[?!]?)/y,
  closer: /^end\b/,
  inside: /^(?:[)\]}]|rescue\b|else\b|after\b|catch\b)/,
};

/** Shapes by file extension; one row per family. */
const SHAPES: readonly (readonly [extensions: string, shape: Shape])[] = [
  ['js mjs cjs jsx ts mts cts tsx vue svelte astro html', JAVASCRIPT],
  ['c h cc cpp cxx hh hpp hxx ino cu', C],
  ['m mm', braces(OBJECTIVE_C_RULES, ['typed', 'preprocessor'])],
  ['java groovy gradle dart', braces(JAVA_RULES, ['typed'])],
  ['cs', braces(CSHARP_RULES, ['typed', 'preprocessor'])],
  ['go', braces(GO_RULES)],
  ['rs', braces(RUST_RULES)],
  ['kt kts swift php phtml scala sc pl pm zig d', KEYWORDS],
  ['sh bash zsh ksh bats', SHELL],
  ['py pyi pyx pxd bzl', PYTHON],
  ['rb rake gemspec cr', RUBY],
  ['lua', LUA],
  ['ex exs', ELIXIR],
  ['sql psql pgsql plsql mysql ddl', { by: 'statements' }],
];

const BY_EXTENSION = new Map(
  SHAPES.flatMap(([extensions, shape]) => extensions.split(' ').map((name) => [name, shape] as const)),
);

const OTHER_INDENTED: Shape = {
  by: 'indentation',
  header: /(?:[a-z]+[ \t]+){0,2}(function|def|class|module|proc|sub|fn|func|procedure)!?[ \t]+([\w.:#]+)/y,
  closer: /^end\w*\b/,
  inside: BRACKETS,
};

const SHEBANGS: readonly (readonly [program: RegExp, shape: Shape])[] = [
  [/python/, PYTHON],
  [/ruby/, RUBY],
  [/lua/, LUA],
  [/node|deno|bun/, JAVASCRIPT],
  [/sh\b/, SHELL],
  [/perl|php/, KEYWORDS],
];

/** The shape of a text, by its path, else by its shebang, else by whether lines end in `{`. */
export function findShape(path: string, text: string): Shape {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const known = BY_EXTENSION.get(name.slice(name.lastIndexOf('.') + 1));
  if (known) return known;
  if (text.startsWith('#!')) {
    const line = text.slice(0, text.indexOf('\n'));
    const row = SHEBANGS.find(([program]) => program.test(line));
    if (row) return row[1];
  }
  return /\{[ \t]*\r?$/m.test(text) ? KEYWORDS : OTHER_INDENTED;
}
