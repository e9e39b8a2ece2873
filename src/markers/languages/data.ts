import { block, line } from '../lexer/patterns.ts';
import { nextLine } from '../lexer/delimited.ts';
import type { Grammar, Rule, Scan } from '../lexer/rule.ts';
import type { Language } from './language.ts';

// Only where a value or key begins is a quote more than a letter.
const AT_VALUE = '(?<=^[ \\t]*|[:?,-][ \\t]+|[[{,][ \\t]*|[!&][\\w!/:.-]{0,80}[ \\t]+)';

const YAML_RULES: readonly Rule[] = [
  line('(?<!\\S)#'),
  // Of a chart's templates.
  block('{{/*', '*/}}'),
  block('{{- /*', '*/ -}}'),
  { kind: 'literal', open: `${AT_VALUE}"[^"\\\\]*(?:\\\\[^][^"\\\\]*){0,500000}"` },
  { kind: 'literal', open: `${AT_VALUE}'[^']*(?:''[^']*){0,500000}'` },
  { kind: 'code', open: '(?<=[ \\t])[|>][-+0-9]{0,2}(?=[ \\t]*(?:[ \\t]#[^\\r\\n]*)?\\r?$)', take: takeBlockScalar },
];

const YAML: Grammar = { modes: { code: { rules: YAML_RULES } } };

export const DATA_FAMILY: readonly Language[] = [
  {
    name: 'YAML',
    extensions:
      'yml yaml yaml-tmlanguage syntax reek rviz sublime-syntax cff mir yaml.sed yml.mysql eyaml clang-format clang-tidy',
    files: '.clang-format .clang-tidy .gemrc glide.lock pixi.lock .prettierrc yarn.lock .clangd citation.cff',
    aliases: 'yml',
    grammar: YAML,
  },
];

const SCRIPT_KEY = /(?:^|[\s-])(?:run|script|before_script|after_script|command|bash|sh|shell)[ \t]*:[ \t]+$/;
const LINE = /([ \t]*)([^\r\n]?)[^\r\n]*(?:\r\n|\n|\r|$)/y;

// The scalar goes on as long as lines are empty or indented deeper than its key.
function takeBlockScalar(scan: Scan, start: number, opened: number): number {
  const { text } = scan;
  const lineStart = startOfLine(text, start);
  const head = text.slice(lineStart, start);
  const indent = /^[ \t]*(?:-[ \t]+)*/.exec(head)?.[0].length ?? 0;
  const parent = /^[ \t]*-[ \t]+$/.test(head) ? head.indexOf('-') : head.startsWith('---') ? -1 : indent;
  const from = nextLine(text, opened);
  let end = from;
  LINE.lastIndex = from;
  for (let match = LINE.exec(text); match !== null && end < text.length; match = LINE.exec(text)) {
    if (match[2] !== '' && (match[1] ?? '').length <= parent) break;
    end = LINE.lastIndex;
  }
  if (end > from) scan.reserve(from, end, SCRIPT_KEY.test(head) ? 'Shell' : undefined);
  return opened;
}

function startOfLine(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}
