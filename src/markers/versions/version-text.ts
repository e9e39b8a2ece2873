import type { Buffer } from 'node:buffer';
import { decodeText, latin1Of, type Encoding } from '../decode.ts';

/** The text of a version. Of one with a byte per character (ASCII, Latin-1) only what is asked for is decoded. */
export class VersionText {
  readonly #bytes: Buffer;
  readonly #isWide: boolean;
  #text: string | undefined;

  constructor(bytes: Buffer, encoding: Encoding) {
    this.#bytes = bytes;
    this.#isWide = encoding !== 'latin1';
    if (this.#isWide) this.#text = decodeText(bytes, encoding);
  }

  /** In UTF-16 code units. */
  get length(): number {
    return this.#text?.length ?? this.#bytes.length;
  }

  whole(): string {
    this.#text ??= latin1Of(this.#bytes);
    return this.#text;
  }

  slice(from: number, to: number): string {
    return this.#text?.slice(from, to) ?? latin1Of(this.#bytes.subarray(from, Math.max(from, to)));
  }

  /** Offset of ASCII characters at or behind `from`; -1 if there are none. */
  indexOf(sought: string, from: number): number {
    return this.#text?.indexOf(sought, from) ?? this.#bytes.indexOf(sought, from, 'latin1');
  }

  /** Offset of the last ASCII characters that begin at or before `from`; -1 if there are none. */
  lastIndexOf(sought: string, from = this.length): number {
    if (from < 0) return -1;
    return this.#text?.lastIndexOf(sought, from) ?? this.#bytes.lastIndexOf(sought, from, 'latin1');
  }

  /** Offset of the first character of the line that holds one; a line ends with a line feed. */
  startOfLine(at: number): number {
    return this.lastIndexOf('\n', at - 1) + 1;
  }

  /** Offset behind the line feed of the line that holds a character. */
  behindLine(at: number): number {
    const feed = this.indexOf('\n', at);
    return feed < 0 ? this.length : feed + 1;
  }
}
