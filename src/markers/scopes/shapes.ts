import type { Language } from '../languages/language.ts';
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
  | { readonly by: 'statements' }
  | { readonly by: 'nothing' };

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

/** Shapes by the names of the lexer's table of languages, `|` between them; one row per family. */
const SHAPES: readonly (readonly [languages: string, shape: Shape])[] = [
  ['JavaScript|TypeScript|TSX|Vue|Svelte|Astro|HTML|EJS', JAVASCRIPT],
  ['C|C++|GLSL|HLSL|Metal|Arduino|Yacc', C],
  ['Objective-C', braces(OBJECTIVE_C_RULES, ['typed', 'preprocessor'])],
  ['Java|Groovy|Dart|Apex|Java Server Pages', braces(JAVA_RULES, ['typed'])],
  ['C#|ASP.NET|Razor', braces(CSHARP_RULES, ['typed', 'preprocessor'])],
  ['Go', braces(GO_RULES)],
  ['Rust', braces(RUST_RULES)],
  ['Kotlin|Swift|PHP|Hack|Scala|Perl|Zig|D|V|Odin|Solidity|Haxe|ActionScript|PowerShell', KEYWORDS],
  ['Shell', SHELL],
  ['Python|Mojo', PYTHON],
  ['Ruby', RUBY],
  ['Lua', LUA],
  ['Elixir', ELIXIR],
  ['SQL', { by: 'statements' }],
];

const BY_LANGUAGE = new Map(
  SHAPES.flatMap(([languages, shape]) => languages.split('|').map((name) => [name, shape] as const)),
);

const OTHER_INDENTED: Shape = {
  by: 'indentation',
  header: /(?:[a-z]+[ \t]+){0,2}(function|def|class|module|proc|sub|fn|func|procedure)!?[ \t]+([\w.:#]+)/y,
  closer: /^end\w*\b/,
  inside: BRACKETS,
};

/** Whether a language says by itself how its definitions are bounded, whatever a text looks like. */
export function isShapeKnown(language: Language | undefined): boolean {
  return language !== undefined && BY_LANGUAGE.has(language.name);
}

/** The shape of a text in a language; where none is known for it, by whether lines end in `{`. Prose has no definitions. */
export function findShape(language: Language | undefined, text: string): Shape {
  if (language?.prose) return { by: 'nothing' };
  const known = language && BY_LANGUAGE.get(language.name);
  return known ?? (/\{[ \t]*\r?$/m.test(text) ? KEYWORDS : OTHER_INDENTED);
}
