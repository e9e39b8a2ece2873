import { quoted } from '../lexer/patterns.ts';
import type { Rule, Scan } from '../lexer/rule.ts';
import { grammarOf } from './braces.ts';
import type { Language } from './language.ts';

const source: Rule = { kind: 'code', open: '"source"[ \\t]*:[ \\t\\r\\n]*\\[', take: takeSource };

/** The code cells of a notebook: JSON whose strings are lines of code. */
export const NOTEBOOK_FAMILY: readonly Language[] = [
  { name: 'Jupyter Notebook', extensions: 'ipynb', aliases: 'ipynb', grammar: grammarOf(source, quoted('"')) },
];

const STRING = /[ \t\r\n,]*"((?:[^"\\]|\\[^]){0,100000})"/y;
// A cell's type stands before its source, after what it printed.
const CELL_REACH = 200_000;

function takeSource(scan: Scan, _start: number, opened: number): number {
  const { text } = scan;
  let code = '';
  let at = opened;
  STRING.lastIndex = at;
  for (let match = STRING.exec(text); match !== null; match = STRING.exec(text)) {
    const content = match[1] ?? '';
    const before = match[0].length - content.length - 1;
    // Same length, so that offsets stay: what stands around the strings becomes blank, an escape its character.
    code += `${' '.repeat(before)}${content.replace(/\\[^]/g, unescaped)}\n`;
    at = STRING.lastIndex;
  }
  const cell = text.lastIndexOf('"cell_type"', opened);
  const isCode =
    cell >= 0 && opened - cell < CELL_REACH && /^"cell_type"\s*:\s*"code"/.test(text.slice(cell, cell + 40));
  if (isCode) scan.embedText(languageOfNotebook(text), opened, code);
  return at;
}

function unescaped(escape: string): string {
  if (escape === '\\n') return '\n ';
  return escape === '\\"' ? ' "' : '  ';
}

function languageOfNotebook(text: string): string {
  return /"(?:language|name)"\s*:\s*"(julia|R|python)"/i.exec(text)?.[1] ?? 'Python';
}
