import {
  block,
  character,
  doubled,
  interpolated,
  line,
  nested,
  quoted,
  quotedLines,
  triple,
  until,
} from '../lexer/patterns.ts';
import type { Grammar, Rule, Scan } from '../lexer/rule.ts';
import { grammarOf } from './braces.ts';
import type { Language } from './language.ts';

// An operator such as `-->` or `|--` is no comment.
const dashes: Rule = line('(?<![!#$%&*+./<=>?@\\\\^|~:-])--+(?![!#$%&*+./<=>?@\\\\^|~:])');
const primed = character("(?<![\\w'])");

const HASKELL = grammarOf(
  dashes,
  { kind: 'literal', open: '\\{-#[^]*?(?:#-\\}|(?![^]))' },
  nested('{-', '-}'),
  quotedLines('"'),
  primed,
);

const OCAML = grammarOf(
  { kind: 'comment', open: '\\(\\*(?!\\))', take: takeMlComment },
  { kind: 'literal', open: '\\{(?:%%?[\\w.]{1,80}[ \\t]*)?[a-z_]*\\|', take: takeQuotedString },
  quotedLines('"'),
  { kind: 'literal', open: "(?<![\\w'])'(?:[^'\\\\\\r\\n]|\\\\(?:[\\\\'\"ntbr ]|\\d{3}|x[0-9a-fA-F]{2}|o[0-7]{3}))'" },
);

const FSHARP = grammarOf(
  line('//'),
  { kind: 'comment', open: '\\(\\*(?!\\))', take: takeMlComment },
  { kind: 'literal', open: '\\$*"""[^]*?(?:"""|(?![^]))' },
  doubled('"', '(?:\\$@|@\\$?)'),
  { kind: 'literal', open: '``[^`\\r\\n]+``' },
  quotedLines('"'),
  { kind: 'literal', open: "(?<![\\w'])'(?:[^'\\\\\\r\\n]|\\\\[^\\r\\n]{1,9}?)'" },
);

const SML = grammarOf({ kind: 'comment', open: '\\(\\*', take: takeMlComment }, quotedLines('"', '#?'));

const ELIXIR: Grammar = {
  modes: {
    code: {
      rules: [
        { kind: 'code', open: '\\?\\\\?["\'#]' },
        line('#'),
        { kind: 'code', open: '~[HL]"""', take: takeMarkup },
        { kind: 'literal', open: '~[A-Z]+"""[^]*?(?:"""|(?![^]))|~[A-Z]+\'\'\'[^]*?(?:\'\'\'|(?![^]))' },
        { kind: 'literal', open: '~[a-zA-Z]+(?=[/|"\'([{<])', take: takeSigil },
        triple('"'),
        triple("'"),
        { kind: 'literal', open: '"[^"\\\\#]*"' },
        { kind: 'literal', open: '"', push: 'string' },
        quotedLines("'"),
      ],
    },
    string: interpolated({ open: '"', close: '"', code: '#\\{', brackets: 'braces' }),
  },
};

const ERLANG = grammarOf(
  { kind: 'code', open: '\\$(?:\\\\[^]|["\'%])' },
  line('%'),
  triple('"'),
  quotedLines('"'),
  quotedLines("'"),
);

const PROLOG = grammarOf(
  { kind: 'code', open: "0'(?:\\\\[^]|''|[^'])|\\b\\d{1,2}'\\w+" },
  line('%'),
  block('/*', '*/'),
  quotedLines('"'),
  quotedLines("'"),
  until('`', '`'),
);

const LEAN = grammarOf(line('--'), nested('/-', '-/'), quotedLines('"'), primed);

export const FUNCTIONAL_FAMILY: readonly Language[] = [
  {
    name: 'Haskell',
    extensions: 'hs hs-boot hsc chs cabal',
    interpreters: 'runghc runhaskell stack cabal',
    aliases: 'hs cabal',
    files: 'cabal.project',
    grammar: HASKELL,
  },
  // Lines of code begin with `>`, all others are text.
  {
    name: 'Literate Haskell',
    extensions: 'lhs',
    grammar: grammarOf(
      line('--(?<=^>[^\\r\\n]{0,500}(?<![!#$%&*+./<=>?@\\\\^|~:"-])--)-*(?![!#$%&*+./<=>?@\\\\^|~:-])'),
      nested('{-', '-}'),
    ),
  },
  { name: 'PureScript', extensions: 'purs', grammar: HASKELL },
  { name: 'Idris', extensions: 'idr lidr agda', aliases: 'agda', grammar: HASKELL },
  {
    name: 'Elm',
    extensions: 'elm',
    grammar: grammarOf(line('--'), nested('{-', '-}'), triple('"'), quoted('"'), primed),
  },
  {
    name: 'Dhall',
    extensions: 'dhall',
    grammar: grammarOf(line('--'), nested('{-', '-}'), { kind: 'literal', open: "''[^]*?''" }, quoted('"')),
  },
  {
    name: 'OCaml',
    extensions: 'ml mli mll mly eliom ml4 mlp',
    interpreters: 'ocaml ocamlrun ocamlscript',
    files: 'dune-ml',
    grammar: OCAML,
  },
  { name: 'F#', extensions: 'fs fsi fsx fsscript', aliases: 'fsharp', interpreters: 'fsharpi', grammar: FSHARP },
  { name: 'Standard ML', extensions: 'sml fun sig', aliases: 'sml', grammar: SML },
  {
    name: 'Rocq Prover',
    extensions: 'coq',
    aliases: 'coq rocq',
    grammar: grammarOf({ kind: 'comment', open: '\\(\\*', take: takeMlComment }, doubled('"')),
  },
  {
    name: 'Erlang',
    extensions: 'erl hrl app.src xrl yrl es.erl escript',
    files: 'rebar.config rebar.lock emakefile',
    interpreters: 'escript',
    grammar: ERLANG,
  },
  { name: 'Elixir', extensions: 'ex exs heex.ex', files: 'mix.lock', interpreters: 'elixir', grammar: ELIXIR },
  { name: 'Prolog', extensions: 'pro prolog plt yap', interpreters: 'swipl yap', grammar: PROLOG },
  { name: 'Lean', extensions: 'lean', aliases: 'lean4', grammar: LEAN },
  { name: 'Mercury', extensions: 'moo', grammar: PROLOG },
  {
    name: 'XQuery',
    extensions: 'xq xquery xql xqm xqy',
    grammar: grammarOf(nested('(:', ':)'), doubled('"'), doubled("'")),
  },
  {
    name: 'Mathematica',
    extensions: 'nb wl wls mt',
    aliases: 'wolfram wl',
    grammar: grammarOf(nested('(*', '*)'), quotedLines('"')),
  },
];

const ML = /\(\*(?!\))|\*\)|"(?:[^"\\]|\\[^]){0,10000}"|\{[a-z_]*\||'(?:"|\\")'/g;

// Comments nest, and a string inside them may hold `*)`.
function takeMlComment({ text }: Scan, _start: number, opened: number): number {
  let depth = 1;
  ML.lastIndex = opened;
  for (let match = ML.exec(text); match !== null; match = ML.exec(text)) {
    if (match[0].startsWith('(*')) depth++;
    else if (match[0] === '*)' && --depth === 0) return ML.lastIndex;
  }
  return text.length;
}

function takeQuotedString({ text }: Scan, start: number, opened: number): number {
  const close = `|${/(?<=[{ \t])[a-z_]+(?=\|$)/.exec(text.slice(start, opened))?.[0] ?? ''}}`;
  const end = text.indexOf(close, opened);
  return end < 0 ? -1 : end + close.length;
}

const SIGIL_END: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

const CODE = /#\{(?:[^{}"\r\n]|"[^"\r\n]*"){0,500}(?=\})/y;

/** The last character of `#{…}`. */
function endOfCode(text: string, at: number): number {
  CODE.lastIndex = at;
  return CODE.test(text) ? CODE.lastIndex : at;
}

/** The markup of a component of Phoenix. */
function takeMarkup(scan: Scan, _start: number, opened: number): number {
  const close = scan.text.indexOf('"""', opened);
  const end = close < 0 ? scan.text.length : close;
  scan.embed('HTML+EEX', opened, end);
  return close < 0 ? end : close + 3;
}

function takeSigil({ text }: Scan, _start: number, opened: number): number {
  const delimiter = text.charAt(opened);
  if (text.startsWith(delimiter.repeat(3), opened) && /["']/.test(delimiter)) {
    const end = text.indexOf(delimiter.repeat(3), opened + 3);
    return end < 0 ? text.length : end + 3;
  }
  const close = SIGIL_END[delimiter] ?? delimiter;
  for (let at = opened + 1; at < text.length && at - opened < 5000; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith('#{', at)) at = endOfCode(text, at);
    else if (text[at] === close) return at + 1;
  }
  return -1;
}
