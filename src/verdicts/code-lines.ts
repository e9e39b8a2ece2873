import {
  codeBetween,
  endOfLine,
  firstEndingAfter,
  type SourceText,
  startOfLine,
} from '../markers/scopes/source-text.ts';
import { remembered } from './remembered.ts';

/** One line that holds code. `code` is without comments, trimmed; `key` is equal for lines that differ in format only. */
export interface CodeLine {
  readonly line: number;
  readonly code: string;
  /** Characters of white space before it. */
  readonly indent: number;
  readonly key: string;
}

/** Of texts that are compared several times, for several markers or as what came after and what was before. */
const KNOWN = new WeakMap<SourceText, readonly CodeLine[]>();

/** The lines of a text that hold code once its comments are left out. */
export function findCodeLines(source: SourceText): readonly CodeLine[] {
  const known = KNOWN.get(source) ?? readCodeLines(source);
  KNOWN.set(source, known);
  return known;
}

function readCodeLines(source: SourceText): CodeLine[] {
  const found: CodeLine[] = [];
  for (let line = 1; line <= source.lineStarts.length; line += 1) {
    const start = startOfLine(source, line);
    const end = endOfLine(source, line);
    const raw = codeBetween(source, start, end);
    const code = raw.trim();
    const key = formatKey(code);
    if (key !== '' && !(key === '{}' && hasComment(source, start, end)))
      found.push({ line, code, key, indent: raw.length - raw.trimStart().length });
  }
  return found;
}

/** What is left of `{/* … }` in JSX once its comment is out is no code. */
function hasComment(source: SourceText, start: number, end: number): boolean {
  return (source.comments[firstEndingAfter(source.comments, start)]?.start ?? Infinity) < end;
}

/** A line without what formatters decide: white space, the kind of quotes, semicolons and commas at the end. */
export const formatKey = remembered((code) =>
  code
    .replaceAll(/\s+/g, '')
    .replaceAll(/['`]/g, '"')
    .replace(/[;,]+$/, ''),
);

/** Several lines as one key: also without commas before closing brackets and the parentheses around a lone parameter of an arrow function. */
export function joinKeys(lines: readonly CodeLine[]): string {
  return lines
    .map((line) => (line.code.endsWith(',') ? `${line.key},` : line.key))
    .join('')
    .replaceAll(/,(?=[)\]}]|$)/g, '')
    .replaceAll(/\(([\w$]+)\)=>/g, '$1=>');
}
