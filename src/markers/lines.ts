/** Offset at which each line starts; a line ends with LF, CRLF or CR. Texts without a CR need no expression. */
export function findLineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) for (const match of text.matchAll(LINE_END)) starts.push(match.index + match[0].length);
  else for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

const LINE_END = /\r\n|\n|\r/g;

/** Lines and columns of offsets in a text. */
export class LineIndex {
  readonly #starts: readonly number[];

  constructor(text: string, starts: readonly number[] = findLineStarts(text)) {
    this.#starts = starts;
  }

  /** Number of the line, from 1, that holds the offset. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  /** Column of the offset in its line, from 1, in UTF-16 code units. */
  columnOf(offset: number): number {
    return offset - (this.#starts[this.lineOf(offset) - 1] ?? 0) + 1;
  }
}
