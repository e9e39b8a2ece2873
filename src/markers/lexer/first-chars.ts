const PIECE = /\\(?:x[\da-f]{2}|u[\da-f]{4}|[^])|\[(?:\\[^]|[^\]\\])*\]|\(\?(?:<[=!]|[:=!])|[^]/giy;
const QUANTIFIER = /[*+?]\??|\{(\d+)(?:,\d*)?\}\??/y;
const UNKNOWN = undefined;

interface Piece {
  /** Parts of a character class; undefined: any character. */
  readonly chars: readonly string[] | undefined;
  readonly optional: boolean;
}

/**
 * The characters with which a match of a RegExp source may begin, as parts of a character class (`/`, `\\w`, `a-z`); undefined where
 * that may be any. Of what looks ahead or behind and matches nothing itself, only a look ahead at the very end counts.
 */
export function firstCharsOf(source: string): readonly string[] | undefined {
  return new Reader(source).readAlternatives();
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Up to the bracket that closes them, or the end. */
  readAlternatives(): readonly string[] | undefined {
    const found: string[] = [];
    let known = true;
    do {
      const chars = this.#readSequence();
      if (chars === UNKNOWN) known = false;
      else found.push(...chars);
    } while (this.#take('|'));
    return known ? found : UNKNOWN;
  }

  #readSequence(): readonly string[] | undefined {
    const found: string[] = [];
    let ahead: readonly string[] | undefined;
    let done = false;
    let known = true;
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at))) {
      const piece = this.#readPiece();
      if ('ahead' in piece) ahead = piece.ahead;
      else if (!done) {
        known &&= piece.chars !== UNKNOWN;
        found.push(...(piece.chars ?? []));
        done = !piece.optional;
      }
    }
    if (done) return known ? found : UNKNOWN;
    return known && ahead ? [...found, ...ahead] : UNKNOWN;
  }

  #readPiece(): Piece | { readonly ahead: readonly string[] | undefined } {
    PIECE.lastIndex = this.#at;
    const [piece = ''] = PIECE.exec(this.#source) ?? [];
    this.#at += piece.length;
    if (piece === '^' || piece === '$' || /^\\b$/i.test(piece)) return { chars: [], optional: true };
    if (!piece.startsWith('(')) return { chars: charsOf(piece), optional: this.#isOptional() };
    const chars = this.readAlternatives();
    this.#take(')');
    if (piece === '(?=') return { ahead: chars };
    if (piece === '(?:') return { chars, optional: this.#isOptional() };
    return { chars: [], optional: true };
  }

  #isOptional(): boolean {
    QUANTIFIER.lastIndex = this.#at;
    const match = QUANTIFIER.exec(this.#source);
    if (match === null) return false;
    this.#at = QUANTIFIER.lastIndex;
    return /^[*?]/.test(match[0]) || match[1] === '0';
  }

  #take(char: string): boolean {
    const here = this.#source.charAt(this.#at) === char;
    if (here) this.#at += 1;
    return here;
  }
}

function charsOf(piece: string): readonly string[] | undefined {
  if (piece.startsWith('[^') || piece === '.' || /^\\[SWDBpPk\d]/.test(piece)) return UNKNOWN;
  if (piece.startsWith('[')) return [piece.slice(1, -1)];
  return [piece.length === 1 ? piece.replace(/[\\\]^-]/, '\\$&') : piece.replace(/^\\([^\w])$/, '\\$1')];
}
