import {
  block,
  character,
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
import type { Grammar, Rule, Scan } from '../lexer/rule.ts';
import type { Language } from './language.ts';

/** A grammar of one mode. */
export function grammarOf(...rules: readonly Rule[]): Grammar {
  return { modes: { code: { rules } } };
}

const C_LIKE = grammarOf(line('//'), block('/*', '*/'), quoted('"'), quoted("'"));
const NESTED = grammarOf(line('//'), nested('/*', '*/'), quoted('"'), character());
const SLASHES = grammarOf(line('//'), quoted('"'), character());
const HASH_TOO = grammarOf(line('//'), line('#'), block('/*', '*/'), quoted('"'), quoted("'"));

const SCALA: Grammar = {
  modes: {
    code: {
      rules: [
        line('//'),
        nested('/*', '*/'),
        { kind: 'literal', open: '"{3}(?<=\\b[a-zA-Z]\\w*"{3})', push: 'text' },
        { kind: 'literal', open: '"{3}[^]*?(?:"{3,}|(?![^]))' },
        { kind: 'literal', open: '"(?<=\\b[a-zA-Z]\\w*")(?![^"\\\\$\\r\\n]*")', push: 'string' },
        quoted('"'),
        { kind: 'literal', open: '`[^`\\r\\n]+`' },
        character(),
      ],
    },
    text: interpolated({ open: '"{3}', close: '"{3,}', code: '\\$\\{', brackets: 'braces', skip: '"{1,2}(?!")' }),
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

const D = grammarOf(
  line('//'),
  block('/*', '*/'),
  nested('/+', '+/'),
  line('(?<![^])#!'),
  until('`', '`'),
  { kind: 'literal', open: '(?<=\\br)"[^"]*"?' },
  { kind: 'literal', open: '\\bq"[A-Za-z_]\\w*\\r?\\n', take: takeDHeredoc },
  { kind: 'literal', open: '\\bq"/[^]*?/"|\\bq"\\|[^]*?\\|"|\\bq"![^]*?!"' },
  { kind: 'literal', open: '\\bq"\\([^]*?\\)"|\\bq"\\[[^]*?\\]"|\\bq"\\{[^]*?\\}"|\\bq"<[^]*?>"' },
  quotedLines('"'),
  character(),
);

const ZIG = grammarOf(line('//'), { kind: 'literal', open: '\\\\\\\\[^\\r\\n]*' }, quoted('"'), character());

const JSON_GRAMMAR = grammarOf(line('//'), block('/*', '*/'), quoted('"'), quoted("'"));

const SOLIDITY = C_LIKE;

const V: Grammar = {
  modes: {
    code: { rules: [line('//'), nested('/*', '*/'), quotedLines("'"), quotedLines('"'), until('`', '`')] },
  },
};

/** `q"WORD`, up to a line that begins with the word and a quote. */
function takeDHeredoc({ text }: Scan, start: number, opened: number): number {
  const close = `\n${text.slice(start + 2, opened).trimEnd()}"`;
  const end = text.indexOf(close, opened - 1);
  return end < 0 ? -1 : end + close.length;
}

export const BRACE_FAMILY: readonly Language[] = [
  {
    name: 'Objective-C',
    extensions: 'mm',
    aliases: 'objc objectivec objective-c++ objective-cpp obj-c',
    grammar: grammarOf(line('//'), block('/*', '*/'), quoted('"', '@?'), character()),
  },
  { name: 'Scala', extensions: 'scala sbt kojo sc', interpreters: 'scala amm', grammar: SCALA },
  { name: 'D', extensions: 'd di', interpreters: 'rdmd dub', aliases: 'dlang', grammar: D },
  { name: 'Zig', extensions: 'zig zig.zon zon', grammar: ZIG },
  { name: 'V', extensions: 'vv vsh', aliases: 'vlang', grammar: V },
  {
    name: 'JSON',
    extensions:
      'json jsonc json5 code-snippets code-workspace sublime-build sublime-commands sublime-keymap sublime-menu sublime-project sublime-settings webapp webmanifest geojson topojson tfstate avsc gltf har jsonld jsonl arb mcmeta 4dform',
    files: '.babelrc .eslintrc .jshintrc .jslintrc .swcrc .jscsrc .watchmanconfig .oxlintrc',
    aliases: 'jsonc json5 json-with-comments',
    grammar: JSON_GRAMMAR,
  },
  {
    name: 'Protocol Buffer',
    extensions: 'proto textproto pbtxt',
    aliases: 'protobuf proto protocol-buffers',
    grammar: C_LIKE,
  },
  { name: 'Thrift', extensions: 'thrift', grammar: HASH_TOO },
  { name: 'Solidity', extensions: 'sol', grammar: SOLIDITY },
  {
    name: 'GLSL',
    extensions:
      'glsl vert frag geom comp tesc tese vs fsh vsh.glsl shader vshader fshader glslf glslv gshader rgen rchit rmiss usf',
    aliases: 'opengl',
    grammar: grammarOf(continuedLine('//'), block('/*', '*/')),
  },
  {
    name: 'HLSL',
    extensions: 'hlsl hlsli fx fxh cginc ush compute',
    aliases: 'shaderlab cg',
    grammar: grammarOf(continuedLine('//'), block('/*', '*/'), quoted('"')),
  },
  { name: 'WGSL', extensions: 'wgsl', grammar: grammarOf(line('//'), nested('/*', '*/')) },
  {
    name: 'Metal',
    extensions: 'metal cl opencl ispc slang',
    aliases: 'opencl',
    grammar: grammarOf(line('//'), block('/*', '*/'), quoted('"'), character()),
  },
  {
    name: 'Vala',
    extensions: 'vala vapi',
    grammar: grammarOf(line('//'), block('/*', '*/'), until('"""', '"""'), quoted('"'), character()),
  },
  {
    name: 'Haxe',
    extensions: 'hx hxsl',
    grammar: grammarOf(line('//'), block('/*', '*/'), quotedLines('"'), quotedLines("'")),
  },
  { name: 'ActionScript', extensions: 'as', aliases: 'as3', grammar: C_LIKE },
  { name: 'Apex', extensions: 'apex trigger apxc', grammar: C_LIKE },
  { name: 'Gleam', extensions: 'gleam', grammar: grammarOf(line('//'), quotedLines('"')) },
  {
    name: 'ReScript',
    extensions: 'res resi rei',
    aliases: 'reason',
    grammar: grammarOf(line('//'), block('/*', '*/'), quotedLines('"'), until('`', '`')),
  },
  {
    name: 'Odin',
    extensions: 'odin',
    grammar: grammarOf(line('//'), nested('/*', '*/'), quoted('"'), until('`', '`'), character()),
  },
  { name: 'Carbon', extensions: 'carbon', grammar: SLASHES },
  { name: 'Move', extensions: 'move cdc cairo', aliases: 'cadence cairo', grammar: NESTED },
  {
    name: 'Bicep',
    extensions: 'bicep bicepparam',
    grammar: grammarOf(line('//'), block('/*', '*/'), { kind: 'literal', open: "'''[^]*?'''" }, quoted("'")),
  },
  { name: 'Prisma', extensions: 'prisma', grammar: grammarOf(line('//'), block('/*', '*/'), quoted('"')) },
  {
    name: 'Jsonnet',
    extensions: 'jsonnet libsonnet',
    grammar: grammarOf(
      line('//'),
      line('#'),
      block('/*', '*/'),
      doubled('"', '@'),
      doubled("'", '@'),
      { kind: 'literal', open: '\\|\\|\\|[^]*?\\|\\|\\|' },
      quotedLines('"'),
      quotedLines("'"),
    ),
  },
  {
    name: 'CUE',
    extensions: 'cue',
    grammar: grammarOf(
      line('//'),
      { kind: 'literal', open: '"""[^]*?"""|\'\'\'[^]*?\'\'\'' },
      quoted('"'),
      quoted("'"),
    ),
  },
  { name: 'Pkl', extensions: 'pkl', grammar: grammarOf(line('//'), nested('/*', '*/'), triple('"'), quoted('"')) },
  { name: 'KDL', extensions: 'kdl', grammar: grammarOf(line('//'), nested('/*', '*/'), quotedLines('"')) },
  { name: 'QML', extensions: 'qml qbs', grammar: C_LIKE },
  { name: 'OpenSCAD', extensions: 'scad', grammar: C_LIKE },
  { name: 'CodeQL', extensions: 'ql qll', aliases: 'ql', grammar: C_LIKE },
  {
    name: 'Yacc',
    extensions: 'y yy yacc lex ll flex jison',
    aliases: 'bison lex',
    grammar: grammarOf(line('//'), block('/*', '*/'), quoted('"'), character()),
  },
  { name: 'ANTLR', extensions: 'g4 g3 antlr', grammar: grammarOf(line('//'), block('/*', '*/'), quoted("'")) },
  {
    name: 'Linker Script',
    extensions: 'ld lds x.in',
    aliases: 'ld',
    grammar: grammarOf(block('/*', '*/'), quoted('"')),
  },
  { name: 'Device Tree', extensions: 'dts dtsi dtso', grammar: grammarOf(line('//'), block('/*', '*/'), quoted('"')) },
  {
    name: 'Arduino',
    extensions: 'pde ino.in',
    aliases: 'processing',
    grammar: grammarOf(line('//'), block('/*', '*/'), quoted('"'), character()),
  },
  {
    name: 'Squirrel',
    extensions: 'nut wren pike chpl stan mo pine ring',
    aliases: 'wren chapel stan modelica pine',
    grammar: C_LIKE,
  },
  {
    name: 'Ballerina',
    extensions: 'bal',
    grammar: grammarOf(line('//'), line('^[ \\t]*#'), quoted('"'), until('`', '`')),
  },
  {
    name: 'Smithy',
    extensions: 'smithy tsp',
    aliases: 'typespec',
    grammar: grammarOf(line('//'), block('/*', '*/'), triple('"'), quoted('"')),
  },
  {
    name: 'Cypher',
    extensions: 'cypher cyp',
    grammar: grammarOf(line('//'), block('/*', '*/'), quotedLines('"'), quotedLines("'"), until('`', '`')),
  },
  {
    name: 'Pony',
    extensions: 'pony',
    grammar: grammarOf(line('//'), nested('/*', '*/'), triple('"'), quotedLines('"'), character()),
  },
  { name: 'P4', extensions: 'p4', grammar: C_LIKE },
];
