/** Says which parts of a text have to be cut into tokens, if only those around some places are wanted. */
export class Stops {
  readonly #text: string;
  readonly #places: readonly number[];
  readonly #beginsComment: RegExp;
  #next = 0;
  /** Where the tokens around the next place begin. */
  #start: number | undefined;
  #until = -1;
  /** Of the line last asked for: from where on it is known, its end and that of the line below. Lines may be long. */
  #below = { from: 0, lineEnd: -1, end: -1 };

  /** `beginsComment` is sticky and fits at the start of a line on which nothing may stand before a comment. */
  constructor(text: string, places: readonly number[], beginsComment: RegExp) {
    this.#text = text;
    this.#places = places;
    this.#beginsComment = beginsComment;
  }

  /**
   * Up to where tokens from `at` on may be passed over: `at` if the next one is wanted, Infinity behind the last one. Wanted are those
   * that hold a place and what stands on the lines above and below as long as these may be comments that belong together: only what
   * begins its line goes on with the comment above.
   */
  limitFrom(at: number, lastComment: number): number {
    const passed = this.#pass(at);
    if (passed !== undefined) this.#until = this.#lineBelow(passed);
    // A comment that ends further down was only met on the way.
    else if (at >= this.#until && lastComment <= this.#until) this.#until = this.#lineBelow(lastComment);
    if (at < this.#until) return at;
    this.#until = -1;
    const place = this.#places[this.#next];
    if (place === undefined) return Infinity;
    this.#start ??= this.#firstLine(place, at);
    return Math.max(at, this.#start);
  }

  /** The last place between the last call and `at`. */
  #pass(at: number): number | undefined {
    const from = this.#next;
    while ((this.#places[this.#next] ?? Infinity) < at) this.#next += 1;
    if (this.#next === from) return undefined;
    this.#start = undefined;
    return this.#places[this.#next - 1];
  }

  /** The start of the first of the lines above that may all hold comments. */
  #firstLine(place: number, from: number): number {
    let start = this.#startOfLine(place);
    while (start > from && this.#mayGoOn(start)) start = this.#startOfLine(start - 1);
    return start;
  }

  #mayGoOn(line: number): boolean {
    this.#beginsComment.lastIndex = line;
    return this.#beginsComment.test(this.#text);
  }

  #startOfLine(at: number): number {
    return at === 0 ? 0 : this.#text.lastIndexOf('\n', at - 1) + 1;
  }

  /** The end of the line, or of the one below if that may go on with its comment. */
  #lineBelow(at: number): number {
    if (at < this.#below.from || at > this.#below.lineEnd) {
      const lineEnd = this.#endOfLine(at);
      const goesOn = lineEnd < this.#text.length && this.#mayGoOn(lineEnd + 1);
      this.#below = { from: at, lineEnd, end: goesOn ? this.#endOfLine(lineEnd + 1) : lineEnd };
    }
    return this.#below.end;
  }

  #endOfLine(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length : end;
  }
}
