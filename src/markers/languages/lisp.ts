import { line, nested, quoted, quotedLines, until } from '../lexer/patterns.ts';
import type { Rule } from '../lexer/rule.ts';
import { grammarOf } from './braces.ts';
import type { Language } from './language.ts';

/** A character such as `#\;` or `#\"`. */
const hashChar: Rule = { kind: 'code', open: '#\\\\[^]' };
const symbol: Rule = { kind: 'literal', open: '\\|[^|\\r\\n]{0,200}\\|' };

const COMMON = grammarOf(hashChar, line(';'), nested('#|', '|#'), quotedLines('"'), symbol);
const CLOJURE = grammarOf({ kind: 'code', open: '\\\\[^]' }, line(';'), line('#!'), quotedLines('"', '#?'));
const EMACS = grammarOf({ kind: 'code', open: '\\?\\\\?[^\\s]' }, line(';'), quotedLines('"'));
const RACKET = grammarOf(
  hashChar,
  line('(?<![^])#!'),
  line(';'),
  nested('#|', '|#'),
  { kind: 'literal', open: '#<<([^\\r\\n]+)'.replace(/[()]/g, ''), take: takeHereString },
  quotedLines('"'),
  symbol,
);

export const LISP_FAMILY: readonly Language[] = [
  {
    name: 'Common Lisp',
    extensions: 'lisp lsp cl.lisp asd sexp ny podsl',
    interpreters: 'sbcl lisp clisp ecl ccl',
    aliases: 'lisp',
    grammar: COMMON,
  },
  {
    name: 'Scheme',
    extensions: 'scm ss sld sls sps ikarus',
    interpreters: 'guile scheme chicken csi gosh',
    grammar: COMMON,
  },
  { name: 'Racket', extensions: 'rkt rktd rktl scrbl', interpreters: 'racket', grammar: RACKET },
  {
    name: 'Clojure',
    extensions: 'clj cljs cljc cljd edn boot cl2 cljs.hl cljscm cljx hic bb',
    files: 'riemann.config build.boot',
    interpreters: 'bb clojure clj lumo planck',
    aliases: 'clj clojurescript edn',
    grammar: CLOJURE,
  },
  {
    name: 'Emacs Lisp',
    extensions: 'el emacs emacs.desktop',
    files: '.emacs _emacs .gnus .viper .spacemacs cask',
    interpreters: 'emacs',
    aliases: 'elisp emacs',
    grammar: EMACS,
  },
  {
    name: 'Red',
    extensions: 'red reds reb r3 rebol',
    aliases: 'rebol',
    grammar: grammarOf(line(';'), { kind: 'literal', open: '\\{[^{}]*(?:\\{[^{}]*\\}[^{}]*){0,100}\\}' }, quoted('"')),
  },
  { name: 'Fennel', extensions: 'fnl', grammar: grammarOf(line(';'), quotedLines('"')) },
  { name: 'Hy', extensions: 'hy', grammar: grammarOf(line(';'), quotedLines('"')) },
  { name: 'Janet', extensions: 'janet', grammar: grammarOf(line('#'), until('``', '``'), quotedLines('"')) },
  {
    name: 'WebAssembly',
    extensions: 'wat wast',
    aliases: 'wasm wast',
    grammar: grammarOf(line(';;'), nested('(;', ';)'), quotedLines('"')),
  },
  {
    name: 'Yuck',
    extensions: 'yuck',
    grammar: grammarOf(line(';'), quotedLines('"'), quotedLines("'"), until('`', '`')),
  },
];

function takeHereString({ text }: { readonly text: string }, start: number, opened: number): number {
  const end = text.indexOf(`\n${text.slice(start + 3, opened).trimEnd()}`, opened);
  return end < 0 ? -1 : end + 1 + opened - start - 3;
}
