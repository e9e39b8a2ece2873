/** Offset at which each line starts; a line ends with LF, CRLF or CR. */
export function findLineStarts(text: string): number[] {
  const starts = [0];
  let carriage = findFrom(text, '\r', 0);
  for (let feed = findFrom(text, '\n', 0); feed < Infinity || carriage < Infinity;) {
    const end = Math.min(feed, carriage);
    const next = end + (carriage + 1 === feed ? 2 : 1);
    starts.push(next);
    if (feed < next) feed = findFrom(text, '\n', next);
    if (carriage < next) carriage = findFrom(text, '\r', next);
  }
  return starts;
}

function findFrom(text: string, char: string, from: number): number {
  const at = text.indexOf(char, from);
  return at < 0 ? Infinity : at;
}

/** Lines and columns of offsets in a text. Offsets that ascend are found without a list of all lines. */
export class LineIndex {
  readonly #text: string;
  #starts: readonly number[] | undefined;
  /** Number of the line last asked for, and where it and the next one start. */
  #line = 1;
  #start = 0;
  #next: number;
  /** Where the line before it starts. */
  #before = 0;

  constructor(text: string, starts?: readonly number[]) {
    this.#text = text;
    this.#starts = starts ?? (text.includes('\r') ? findLineStarts(text) : undefined);
    this.#next = this.#starts ? (this.#starts[1] ?? Infinity) : this.#startBehind(0);
  }

  /** Offset at which a line starts; 0 before the first one, the text's length behind the last. */
  startOf(line: number): number {
    if (line === this.#line) return this.#start;
    if (line === this.#line - 1) return this.#before;
    if (line === this.#line + 1) return Math.min(this.#next, this.#text.length);
    this.#starts ??= findLineStarts(this.#text);
    return line < 1 ? 0 : (this.#starts[line - 1] ?? this.#text.length);
  }

  /** Number of the line, from 1, that holds the offset. */
  lineOf(offset: number): number {
    this.#seek(offset);
    return this.#line;
  }

  /** Column of the offset in its line, from 1, in UTF-16 code units. */
  columnOf(offset: number): number {
    this.#seek(offset);
    return offset - this.#start + 1;
  }

  #seek(offset: number): void {
    if (offset >= this.#start && offset < this.#next) return;
    // Whoever goes back will do so again.
    if (offset < this.#start) this.#starts ??= findLineStarts(this.#text);
    if (this.#starts) this.#seekIn(this.#starts, offset);
    else this.#walkTo(offset);
  }

  #walkTo(offset: number): void {
    while (offset >= this.#next) {
      this.#line++;
      this.#before = this.#start;
      this.#start = this.#next;
      this.#next = this.#startBehind(this.#start);
    }
  }

  #startBehind(at: number): number {
    const feed = this.#text.indexOf('\n', at);
    return feed < 0 ? Infinity : feed + 1;
  }

  #seekIn(starts: readonly number[], offset: number): void {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    this.#line = low + 1;
    this.#before = starts[low - 1] ?? 0;
    this.#start = starts[low] ?? 0;
    this.#next = starts[low + 1] ?? Infinity;
  }
}
