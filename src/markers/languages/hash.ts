import {
  block,
  continuedLine,
  doubled,
  interpolated,
  line,
  nested,
  quoted,
  quotedLines,
  triple,
  until,
} from '../lexer/patterns.ts';
import { heredoc, takeLongBracket } from '../lexer/delimited.ts';
import { isOperandDue, SCRIPT_WORDS } from '../lexer/position.ts';
import type { Grammar, Rule, Scan } from '../lexer/rule.ts';
import { grammarOf } from './braces.ts';
import type { Language } from './language.ts';

const QUOTED: readonly Rule[] = [quotedLines('"'), quotedLines("'")];

const POWERSHELL_RULES: readonly Rule[] = [
  block('<#', '#>'),
  { kind: 'code', open: '`[^]' },
  line('(?<![\\w$\\-])#'),
  { kind: 'literal', open: '@"[ \\t]*\\r?\\n[^]*?(?:^"@|(?![^]))|@\'[ \\t]*\\r?\\n[^]*?(?:^\'@|(?![^]))' },
  { kind: 'literal', open: '"[^"`$]*"' },
  { kind: 'literal', open: '"', push: 'string' },
  doubled("'"),
];
const POWERSHELL: Grammar = {
  modes: {
    code: { rules: POWERSHELL_RULES },
    string: interpolated({ open: '"', close: '"', code: '\\$\\(', brackets: 'parens', skip: '`[^]|""' }),
  },
};

// `\z` passes over white space, line ends too.
function luaString(quote: string): Rule {
  const plain = `[^${quote}\\\\\\r\\n]*`;
  return { kind: 'literal', open: `${quote}${plain}(?:\\\\(?:z\\s*|\\r\\n|[^])${plain}){0,500000}${quote}?` };
}

const LUA = grammarOf(
  { kind: 'comment', open: '--\\[=*\\[', take: takeLongBracket },
  line('--'),
  line('(?<![^])#!'),
  { kind: 'literal', open: '\\[=*\\[', take: takeLongBracket },
  luaString('"'),
  luaString("'"),
);
const HCL_RULES: readonly Rule[] = [
  line('#'),
  line('//'),
  block('/*', '*/'),
  heredoc('<<-?[A-Za-z_]\\w*', (word) => `^[ \\t]*${word}\\r?$`),
  { kind: 'literal', open: '"[^"\\\\$%\\r\\n]*"' },
  { kind: 'literal', open: '"', push: 'string' },
];
const HCL: Grammar = {
  modes: {
    code: { rules: HCL_RULES },
    string: interpolated({
      open: '"',
      close: '"',
      code: '[$%]\\{',
      brackets: 'braces',
      skip: '\\\\[^\\r\\n]|\\$\\$|%%',
      oneLine: true,
    }),
  },
};
const TOML = grammarOf(line('#'), triple('"'), { kind: 'literal', open: "'''[^]*?(?:'''|(?![^]))" }, quoted('"'), {
  kind: 'literal',
  open: "'[^'\\r\\n]*'?",
});
const AWK = grammarOf(line('#'), quoted('"'), { kind: 'literal', open: '/', take: takeRegex, looksBack: true });

const COFFEE: Grammar = {
  modes: {
    code: {
      rules: [
        { kind: 'comment', open: '###(?!#)[^]*?(?:###|(?![^]))' },
        line('#'),
        triple('"'),
        triple("'"),
        { kind: 'literal', open: '```[^]*?```|`[^`\\\\]*(?:\\\\[^][^`\\\\]*){0,1000}`' },
        { kind: 'literal', open: '///', push: 'pattern' },
        { kind: 'literal', open: '"[^"\\\\#]*"' },
        { kind: 'literal', open: '"', push: 'string' },
        quotedLines("'"),
        { kind: 'literal', open: '/', take: takeRegex, looksBack: true },
      ],
    },
    string: interpolated({ open: '"', close: '"', code: '#\\{', brackets: 'braces' }),
    // Such a regular expression may hold comments.
    pattern: {
      literal: true,
      rules: [{ kind: 'code', open: '\\\\[^]' }, line('(?<=\\s)#(?!\\{)'), { kind: 'literal', open: '///', pop: 1 }],
    },
  },
};

const NIM = grammarOf(
  nested('##[', ']##'),
  nested('#[', ']#'),
  line('#'),
  triple('"'),
  { kind: 'literal', open: '(?<=\\w)"(?:[^"\\r\\n]|""){0,10000}"?' },
  quoted('"'),
  { kind: 'literal', open: "(?<!\\w)'(?:[^'\\\\\\r\\n]|\\\\[^\\r\\n]{1,4}?)'" },
);
const GRAPHQL = grammarOf(line('#'), triple('"'), quoted('"'));
// Behind a finished word `# …` is data to Tcl, but meant as a comment by whoever forgot the `;`.
const TCL = grammarOf(
  { kind: 'code', open: '\\\\[^]' },
  continuedLine('#(?<=^[ \\t]*#|[;{][ \\t]*#|[\\]}][ \\t]{1,80}#(?=[ \\t]))'),
  quotedLines('"', '(?<=[\\s\\[{])'),
);
const FISH = grammarOf({ kind: 'code', open: '\\\\[^]' }, line('(?<![^\\s;|&()])#'), ...QUOTED);

export const HASH_FAMILY: readonly Language[] = [
  {
    name: 'PowerShell',
    extensions: 'ps1 psm1 psd1',
    interpreters: 'pwsh powershell',
    aliases: 'posh pwsh ps1',
    grammar: POWERSHELL,
  },
  {
    name: 'Lua',
    extensions: 'lua luau nse rbxs rockspec wlua p8 pd_lua',
    files: '.luacheckrc',
    interpreters: 'lua luajit luau',
    aliases: 'luau',
    grammar: LUA,
  },
  { name: 'HCL', extensions: 'hcl tf tfvars nomad tofu workflow', aliases: 'terraform opentofu', grammar: HCL },
  {
    name: 'TOML',
    extensions: 'toml',
    files: 'pipfile poetry.lock cargo.lock cargo.toml.orig pdm.lock uv.lock gopkg.lock',
    grammar: TOML,
  },
  { name: 'Awk', extensions: 'awk auk gawk mawk nawk', interpreters: 'awk gawk mawk nawk', grammar: AWK },
  {
    name: 'CoffeeScript',
    extensions: 'coffee litcoffee cakefile cjsx iced',
    files: 'cakefile',
    interpreters: 'coffee',
    aliases: 'coffee',
    grammar: COFFEE,
  },
  { name: 'Nim', extensions: 'nim nimble nims nimrod nim.cfg', interpreters: 'nim', grammar: NIM },
  { name: 'GraphQL', extensions: 'graphql gql graphqls', aliases: 'gql', grammar: GRAPHQL },
  {
    name: 'Tcl',
    extensions: 'tcl adp tm tcl.in sdc xdc exp',
    files: 'owh starfield',
    interpreters: 'tclsh wish expect',
    aliases: 'sdc xdc',
    grammar: TCL,
  },
  { name: 'fish', extensions: 'fish', interpreters: 'fish', grammar: FISH },
  {
    name: 'Nushell',
    extensions: 'nu',
    interpreters: 'nu',
    grammar: grammarOf(line('(?<!\\S)#'), ...QUOTED, until('`', '`')),
  },
  {
    name: 'GDScript',
    extensions: 'gd',
    grammar: grammarOf(line('#'), triple('"'), triple("'"), quoted('"'), quoted("'")),
  },
];

const REGEX = /\/(?:[^\\/[\r\n]|\\[^\r\n]|\[(?:[^\\\]\r\n]|\\[^\r\n]){0,500}\]){1,2000}\//y;

function takeRegex(scan: Scan, start: number): number {
  REGEX.lastIndex = start;
  return isOperandDue(scan, start, SCRIPT_WORDS) && REGEX.test(scan.text) ? REGEX.lastIndex : -1;
}
