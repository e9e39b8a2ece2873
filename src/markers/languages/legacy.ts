import { block, character, doubledOnLine, line, nested, quoted } from '../lexer/patterns.ts';
import type { Grammar, Rule } from '../lexer/rule.ts';
import { grammarOf } from './braces.ts';
import type { Language } from './language.ts';

const STRINGS: readonly Rule[] = [doubledOnLine('"'), doubledOnLine("'")];

// Behind `&` at the end of its line a string goes on.
function carriedOn(quote: string): Rule {
  const plain = `[^${quote}&\\r\\n]*`;
  return {
    kind: 'literal',
    open: `${quote}${plain}(?:(?:&(?:[ \\t]*\\r?\\n)?|${quote}${quote})${plain}){0,10000}${quote}?`,
  };
}

const FORTRAN: Grammar = grammarOf(line('!'), carriedOn('"'), carriedOn("'"));
// In the first of the old fixed columns, these letters begin a comment.
const FIXED_FORTRAN: Grammar = {
  ...grammarOf(
    line(
      '^[cCdD*](?![\\w]*[ \\t]*[=(])(?![oO][mM][mM][oO][nN]\\b|[aA][lL]{2}\\b|[oO][nN][tT][iI][nN]|[hH][aA][rR][aA]|[aA][tT][aA]\\b|[oO][ \\t]|[iI][mM][eE][nN]|[oO][uU][bB][lL])',
    ),
    line('!'),
    ...STRINGS,
  ),
};

const COBOL: Grammar = {
  ignoreCase: true,
  modes: { code: { rules: [line('^.{6}[*/]'), line('\\*>'), line('^[ \\t]*\\*'), ...STRINGS] } },
};

const PASCAL = grammarOf(
  line('//'),
  // `{$…}` and `(*$…*)` are directives.
  { kind: 'literal', open: '\\{\\$[^}]*\\}?|\\(\\*\\$[^]*?(?:\\*\\)|(?![^]))' },
  { kind: 'comment', open: '\\{[^}]*\\}?' },
  block('(*', '*)'),
  doubledOnLine("'"),
);

const ADA = grammarOf(line('--'), doubledOnLine('"'), { kind: 'literal', open: "(?<![\\w)])'[^\\r\\n]'" });
const VERILOG = grammarOf(line('//'), block('/*', '*/'), quoted('"'));

const BASIC: Grammar = {
  ignoreCase: true,
  modes: { code: { rules: [line("'"), line('(?<![\\w.])REM(?![\\w])'), doubledOnLine('"')] } },
};

const BATCH_IF = '^[ \\t]*@?if[ \\t]+(?:(?:/i|not)[ \\t]+){0,2}\\S{1,200}[ \\t]+';
const BATCH: Grammar = {
  ignoreCase: true,
  modes: {
    code: {
      rules: [
        line(`rem(?<=(?:^[ \\t]*@?|[&|(][ \\t]*|${BATCH_IF})rem)(?!\\w)`),
        line('::(?<=(?:^[ \\t]*@?|[&|(][ \\t]*)::)'),
      ],
    },
  },
};

// NASM, GNU as for x86, MASM, AVR: `;`. GNU as for others: `@`, `//`, `#`; `#` at the start of a line may be a directive of cpp.
const ASSEMBLY = grammarOf(
  block('/*', '*/'),
  line('//'),
  line(';'),
  line('(?<!\\S)@(?=\\s)'),
  line(
    '(?<!\\S)#(?![ \\t]*(?:if|ifdef|ifndef|elif|else|endif|define|undef|include|error|warning|pragma|line|import)\\b|[0-9-])',
  ),
  line('(?<!\\S)\\|(?=\\s)'),
  quoted('"'),
  character('(?<!\\w)'),
);

const VIM = grammarOf(
  // A comment begins a line, or follows code and holds no other quote.
  line('(?<=^[ \\t:]*)"(?!\\))'),
  line('(?<![^])#!'),
  line('(?<=^[ \\t]*)#(?=\\s)'),
  { kind: 'literal', open: "'[^'\\r\\n]*(?:''[^'\\r\\n]*){0,1000}'" },
  { kind: 'literal', open: '"[^"\\\\\\r\\n]*(?:\\\\[^\\r\\n][^"\\\\\\r\\n]*){0,1000}"' },
  // Behind these, a quote names a register or a key.
  line('(?<=\\s)"(?=[^"\\r\\n]*$)(?<!^[ \\t:]*(?:norm(?:al)?|[nvxsoict]?(?:nore)?map)\\b[^\\r\\n]*)'),
);

const APPLESCRIPT = grammarOf(line('--'), line('#'), nested('(*', '*)'), quoted('"'));

export const LEGACY_FAMILY: readonly Language[] = [
  {
    name: 'Fortran Free Form',
    extensions: 'f90 f95 f03 f08 f18 f15 fypp',
    aliases: 'f90 fortran-free-form',
    grammar: FORTRAN,
  },
  {
    name: 'Fortran',
    extensions: 'f for f77 fpp ftn',
    aliases: 'fortran-fixed-form fortran f77',
    grammar: FIXED_FORTRAN,
  },
  { name: 'COBOL', extensions: 'cob cbl cobol ccp cpy', grammar: COBOL },
  {
    name: 'Pascal',
    extensions: 'pas dpr dpk dfm lpr pascal lfm',
    interpreters: 'instantfpc',
    aliases: 'delphi objectpascal',
    grammar: PASCAL,
  },
  {
    name: 'Modula-2',
    extensions: 'mod def m2 ob2 oberon i3 m3',
    aliases: 'oberon modula-3',
    grammar: grammarOf(nested('(*', '*)'), { kind: 'literal', open: '"[^"\\r\\n]*"?|\'[^\'\\r\\n]*\'?' }),
  },
  { name: 'Ada', extensions: 'adb ads ada gpr', aliases: 'ada95 ada2005 gpr', grammar: ADA },
  {
    name: 'VHDL',
    extensions: 'vhd vhdl vhf vhi vho vhs vht vhw',
    grammar: {
      ...grammarOf(line('--'), block('/*', '*/'), doubledOnLine('"'), {
        kind: 'literal',
        open: "(?<![\\w)])'[^\\r\\n]'|\\\\[^\\\\\\r\\n]{1,200}\\\\",
      }),
    },
  },
  { name: 'Verilog', extensions: 'veo vh v', grammar: VERILOG },
  { name: 'SystemVerilog', extensions: 'sv svh', aliases: 'system-verilog', grammar: VERILOG },
  {
    name: 'Visual Basic .NET',
    extensions: 'vb vbhtml bas frm frx ctl vbs vba cls.vb bi brs',
    aliases: 'vb vba vbnet vbscript visual-basic basic',
    grammar: BASIC,
  },
  { name: 'Batchfile', extensions: 'bat cmd', aliases: 'bat batch dosbatch winbatch', grammar: BATCH },
  {
    name: 'Assembly',
    extensions: 'asm s mips nasm a51 i inc.asm nas masm',
    aliases: 'asm nasm masm gas unix-assembly',
    grammar: ASSEMBLY,
  },
  { name: 'LLVM', extensions: 'll.ir mir.ir', aliases: 'llvm', grammar: grammarOf(line(';'), quoted('"')) },
  {
    name: 'Vim Script',
    extensions: 'vim vimrc nvimrc vmb',
    files: '.vimrc _vimrc .gvimrc .exrc .nvimrc',
    aliases: 'vim viml vimscript',
    grammar: VIM,
  },
  { name: 'AppleScript', extensions: 'applescript scpt', interpreters: 'osascript', grammar: APPLESCRIPT },
  {
    name: 'Smalltalk',
    extensions: 'st',
    grammar: grammarOf(
      { kind: 'comment', open: '"[^"]*"?' },
      { kind: 'code', open: '\\$[^]' },
      { kind: 'literal', open: "'[^']*'?" },
    ),
  },
  { name: 'AutoHotkey', extensions: 'ahk ahkl', grammar: grammarOf(line('(?<!\\S);'), block('/*', '*/'), quoted('"')) },
  {
    name: 'AutoIt',
    extensions: 'au3',
    grammar: {
      ignoreCase: true,
      modes: {
        code: {
          rules: [
            {
              kind: 'comment',
              open: '^[ \\t]*#(?:cs|comments-start)\\b[^]*?(?:^[ \\t]*#(?:ce|comments-end)\\b|(?![^]))',
            },
            line(';'),
            ...STRINGS,
          ],
        },
      },
    },
  },
  {
    name: 'Forth',
    extensions: 'fth forth 4th',
    grammar: grammarOf(line('(?<!\\S)\\\\(?=\\s)'), { kind: 'comment', open: '(?<!\\S)\\( [^)]*\\)?' }),
  },
  { name: 'Eiffel', extensions: 'e eiffel', grammar: grammarOf(line('--'), quoted('"')) },
  {
    name: 'ABAP',
    extensions: 'abap',
    grammar: grammarOf(line('^\\*'), line('"'), doubledOnLine("'"), { kind: 'literal', open: '`[^`\\r\\n]*`?' }),
  },
  {
    name: 'SAS',
    extensions: 'sas',
    grammar: grammarOf(block('/*', '*/'), { kind: 'comment', open: '\\*(?<=(?:^|;)[ \\t]*\\*)[^;]*;?' }, ...STRINGS),
  },
  {
    name: 'Stata',
    extensions: 'do ado',
    grammar: grammarOf(block('/*', '*/'), line('(?<!\\S)//'), line('^[ \\t]*\\*'), quoted('"')),
  },
  {
    name: 'Inno Setup',
    extensions: 'iss nsi nsh',
    aliases: 'nsis',
    grammar: grammarOf(line('^[ \\t]*[;#]'), block('/*', '*/')),
  },
  { name: 'Apl', extensions: 'apl dyalog', grammar: grammarOf(line('⍝'), doubledOnLine("'")) },
];
