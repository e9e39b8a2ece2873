import { quoted } from '../lexer/patterns.ts';
import type { Rule, Scan } from '../lexer/rule.ts';
import { grammarOf } from './braces.ts';
import type { Language } from './language.ts';
import { MARKDOWN_RULES } from './prose.ts';

const source: Rule = { kind: 'code', open: '"source"[ \\t]*:[ \\t\\r\\n]*(?:\\[|(?="))', take: takeSource };
const cell: Rule = { kind: 'code', open: '"cell_type"[ \\t]*:[ \\t\\r\\n]*"\\w{1,20}"', take: takeCell };

// A cell of text holds no line that the rule for tasks could see, because its lines are strings.
const WORDS = '(?:TODO|FIXME|HACK|XXX|KLUDGE)';
const BEGINNING = '^[ \\t]*(?:[-*+>][ \\t]+|\\d+[.)][ \\t]+)*(?:\\*\\*|__)?';
const task: Rule = {
  kind: 'comment',
  open: `${WORDS}\\b(?<=${BEGINNING}${WORDS})(?=[ \\t]*(?:[:(\\[]|[ \\t]\\S|$))[^\\r\\n]*`,
};

/** The cells of a notebook: JSON whose strings are lines of code or of Markdown. */
export const NOTEBOOK_FAMILY: readonly Language[] = [
  {
    name: 'Notebook Text',
    aliases: 'notebook-text',
    grammar: { modes: { code: { rules: [...MARKDOWN_RULES, task] } } },
  },
  { name: 'Jupyter Notebook', extensions: 'ipynb', aliases: 'ipynb', grammar: grammarOf(cell, source, quoted('"')) },
];

// A cell's type stands before its source.
const CELLS: readonly (string | undefined)[] = [undefined, 'code', 'markdown'];
const LANGUAGES: readonly (string | undefined)[] = [undefined, 'python', 'julia', 'r'];

function takeCell({ text, memory }: Scan, start: number, opened: number): number {
  const kind = /"(\w+)"$/.exec(text.slice(start, opened))?.[1];
  memory.set('cell', CELLS.indexOf(kind));
  return opened;
}

const STRING = /[ \t\r\n,]*"((?:[^"\\]|\\[^]){0,100000})"/y;

function takeSource(scan: Scan, start: number, opened: number): number {
  const { text } = scan;
  const isList = text.charAt(opened - 1) === '[' && opened > start;
  let code = '';
  let at = opened;
  STRING.lastIndex = at;
  for (let match = STRING.exec(text); match !== null; match = isList ? STRING.exec(text) : null) {
    const content = match[1] ?? '';
    const before = match[0].length - content.length - 1;
    // Same length, so that offsets stay: what stands around the strings becomes blank, an escape its character.
    code += `${' '.repeat(before)}${content.replace(/\\[^]/g, unescaped)}\n`;
    at = STRING.lastIndex;
  }
  const language = languageOfCell(scan);
  if (language !== undefined) scan.embedText(language, opened, code);
  return at;
}

function unescaped(escape: string): string {
  if (escape === '\\n') return '\n ';
  return escape === '\\"' ? ' "' : '  ';
}

function languageOfCell({ text, memory }: Scan): string | undefined {
  const kind = CELLS[memory.get('cell') ?? 0];
  if (kind !== 'code') return kind && 'Notebook Text';
  const known = memory.get('language') ?? LANGUAGES.indexOf(languageOfNotebook(text));
  memory.set('language', known);
  return LANGUAGES[known];
}

function languageOfNotebook(text: string): string {
  return (/"(?:language|name)"\s*:\s*"(julia|R|python)"/i.exec(text)?.[1] ?? 'python').toLowerCase();
}
