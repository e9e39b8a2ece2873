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
import { heredoc } from '../lexer/delimited.ts';
import { isOperandDue } from '../lexer/position.ts';
import type { Grammar, Rule, Scan } from '../lexer/rule.ts';
import { grammarOf } from './braces.ts';
import type { Language } from './language.ts';

const QUOTED: readonly Rule[] = [quotedLines('"'), quotedLines("'")];

// `x'` is a transpose, `'x` begins a character or text.
const transposable = "(?<![\\w)\\]}'.])'";

const JULIA: Grammar = grammarOf(
  nested('#=', '=#'),
  line('#'),
  triple('"'),
  quotedLines('"'),
  { kind: 'literal', open: '```[^]*?(?:```|(?![^]))|`[^`]*`?' },
  { kind: 'literal', open: `${transposable}(?:[^'\\\\\\r\\n]|\\\\[^'\\r\\n]{0,9}\\\\?'?)'` },
);

const R = grammarOf(
  line('#'),
  { kind: 'literal', open: '\\b[rR]"-{0,20}[([{][^]*?[)\\]}]-{0,20}"|\\b[rR]\'-{0,20}[([{][^]*?[)\\]}]-{0,20}\'' },
  ...QUOTED,
  until('`', '`'),
);

const MATLAB = grammarOf(
  { kind: 'comment', open: '^[ \\t]*[%#]\\{[ \\t]*\\r?$', take: takeMatlabBlock },
  line('[%#]'),
  { kind: 'comment', open: '\\.\\.\\.[^\\r\\n]*' },
  doubledOnOneLine('"'),
  { kind: 'literal', open: `${transposable}[^'\\r\\n]*(?:''[^'\\r\\n]*){0,1000}'` },
);

const POWERSHELL = grammarOf(
  block('<#', '#>'),
  { kind: 'code', open: '`[^]' },
  line('(?<![\\w$\\-])#'),
  { kind: 'literal', open: '@"[ \\t]*\\r?\\n[^]*?(?:^"@|(?![^]))|@\'[ \\t]*\\r?\\n[^]*?(?:^\'@|(?![^]))' },
  { kind: 'literal', open: '"[^"`]*(?:(?:`[^]|"")[^"`]*){0,500000}"?' },
  doubled("'"),
);

const MAKE = grammarOf({ kind: 'code', open: '\\\\[^\\r\\n]|\\$[#$]' }, continuedLine('#'));
const CMAKE = grammarOf(
  { kind: 'comment', open: '#\\[=*\\[', take: takeLongBracket },
  line('#'),
  { kind: 'literal', open: '\\[=*\\[', take: takeLongBracket },
  quotedLines('"'),
);
const LUA = grammarOf(
  { kind: 'comment', open: '--\\[=*\\[', take: takeLongBracket },
  line('--'),
  line('(?<![^])#!'),
  { kind: 'literal', open: '\\[=*\\[', take: takeLongBracket },
  quoted('"'),
  quoted("'"),
);
const HCL: Grammar = grammarOf(
  line('#'),
  line('//'),
  block('/*', '*/'),
  heredoc('<<-?[A-Za-z_]\\w*', (word) => `^[ \\t]*${word}\\r?$`),
  quoted('"'),
);
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
        { kind: 'literal', open: '///[^]*?(?:///|(?![^]))' },
        { kind: 'literal', open: '"[^"\\\\#]*"' },
        { kind: 'literal', open: '"', push: 'string' },
        quotedLines("'"),
        { kind: 'literal', open: '/', take: takeRegex, looksBack: true },
      ],
    },
    string: interpolated({ open: '"', close: '"', code: '#\\{', brackets: 'braces' }),
  },
};

const NIM = grammarOf(
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
const DOCKER = grammarOf(line('^[ \\t]*#'));
const LINE_HASH = grammarOf(line('^[ \\t]*#'));
const FISH = grammarOf({ kind: 'code', open: '\\\\[^]' }, line('(?<![^\\s;|&()])#'), ...QUOTED);

export const HASH_FAMILY: readonly Language[] = [
  { name: 'Julia', extensions: 'jl', interpreters: 'julia', grammar: JULIA },
  { name: 'R', extensions: 'r rsx', files: '.rprofile', interpreters: 'rscript', aliases: 'splus', grammar: R },
  { name: 'MATLAB', extensions: 'matlab oct', interpreters: 'octave', aliases: 'octave', grammar: MATLAB },
  {
    name: 'PowerShell',
    extensions: 'ps1 psm1 psd1',
    interpreters: 'pwsh powershell',
    aliases: 'posh pwsh ps1',
    grammar: POWERSHELL,
  },
  {
    name: 'Makefile',
    extensions: 'mk mak make mkfile make.in makefile',
    files: 'makefile gnumakefile bsdmakefile kbuild makefile.am makefile.in makefile.inc mkfile',
    interpreters: 'make gmake',
    aliases: 'make bsdmake mf',
    grammar: MAKE,
  },
  { name: 'CMake', extensions: 'cmake cmake.in', files: 'cmakelists.txt', grammar: CMAKE },
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
  { name: 'sed', extensions: 'sed', interpreters: 'sed gsed minised ssed', grammar: LINE_HASH },
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
  {
    name: 'Dockerfile',
    extensions: 'dockerfile containerfile',
    files: 'dockerfile containerfile',
    aliases: 'docker containerfile',
    grammar: DOCKER,
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

function takeLongBracket({ text }: Scan, start: number, opened: number): number {
  const level = text.slice(start, opened).replace(/[^=]/g, '');
  const close = `]${level}]`;
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

const REGEX = /\/(?:[^\\/[\r\n]|\\[^\r\n]|\[(?:[^\\\]\r\n]|\\[^\r\n]){0,500}\]){1,2000}\//y;

function takeRegex(scan: Scan, start: number): number {
  REGEX.lastIndex = start;
  return isOperandDue(scan, start) && REGEX.test(scan.text) ? REGEX.lastIndex : -1;
}

function doubledOnOneLine(quote: string): Rule {
  return { kind: 'literal', open: `${quote}[^${quote}\\r\\n]*(?:${quote}${quote}[^${quote}\\r\\n]*){0,1000}${quote}?` };
}
