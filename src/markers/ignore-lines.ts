import type { LineIndex } from './lines.ts';

const WORD = 'hackdebt-ignore';
const IGNORE = /hackdebt-ignore(-next-line)?(?!-)/g;

/** The lines of a text whose markers shall not count. */
export class IgnoredLines {
  readonly #text: string;
  readonly #lines: LineIndex;
  /** The line last asked for; many markers may stand on a long one. */
  #last = { line: 0, isIgnored: false };

  constructor(text: string, lines: LineIndex) {
    this.#text = text;
    this.#lines = lines;
  }

  /** Whether a line (from 1) says `hackdebt-ignore`, or the one above it `hackdebt-ignore-next-line`. */
  has(line: number): boolean {
    if (this.#last.line !== line) this.#last = { line, isIgnored: this.#isIgnored(line) };
    return this.#last.isIgnored;
  }

  #isIgnored(line: number): boolean {
    const start = this.#lines.startOf(line);
    const above = this.#text.slice(this.#lines.startOf(line - 1), start);
    return says(above, true) || says(this.#text.slice(start, this.#lines.startOf(line + 1)), false);
  }
}

function says(line: string, next: boolean): boolean {
  if (!line.includes(WORD)) return false;
  return [...line.matchAll(IGNORE)].some((match) => (match[1] !== undefined) === next);
}
