import type { LineIndex } from './lines.ts';

const IGNORE = /hackdebt-ignore(-next-line)?(?!-)/g;

/** Whether a line (from 1) says `hackdebt-ignore`, or the one above it `hackdebt-ignore-next-line`. */
export function isIgnoredLine(line: number, text: string, lines: LineIndex): boolean {
  const start = lines.startOf(line);
  const above = text.slice(lines.startOf(line - 1), start);
  return says(above, true) || says(text.slice(start, lines.startOf(line + 1)), false);
}

function says(line: string, next: boolean): boolean {
  if (!line.includes('hackdebt-ignore')) return false;
  return [...line.matchAll(IGNORE)].some((match) => (match[1] !== undefined) === next);
}
