import type { Buffer } from 'node:buffer';
import type { Ruleset } from '../ruleset.ts';

/** What may stand between two words of a comment, as in the anchors of phrases: `~` in a scent. */
const GAP = ' \t\n\v\f\r\xa0*/#;-~';
/** A word is known by so many bytes. */
const LENGTH = 4;
const ANY: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

/**
 * Finds the bytes at which a marker's word may begin. Two tables over pairs of bytes tell, for each of sixteen groups of words, whether
 * their first and their second pair may be these: one look per pair, several times as fast as any expression that ignores case.
 */
export class Scents {
  readonly #first = new Int32Array(65536);
  readonly #second = new Int32Array(65536);
  readonly #words = new Set<number>();
  #hits = new Int32Array(1024);

  /** `spellings` gives a word's as UTF-8 bytes read as Latin-1; ASCII letters count in both cases. */
  constructor(ruleset: Ruleset, spellings: (word: string) => readonly string[]) {
    for (const [index, letters] of listScents(ruleset, spellings).entries()) this.#learn(letters, 1 << (index % 16));
  }

  /** Offsets from `from` up to before `to` at which a word may begin, ascending. */
  find(bytes: Buffer, from: number, to: number): number[] {
    const skew = (bytes.byteOffset + from) % 2;
    const start = bytes.byteOffset + from - skew;
    const pairs = new Uint16Array(bytes.buffer, start, Math.max(0, (bytes.byteOffset + to - start) >> 1));
    const count = this.#sniff(pairs);
    const found: number[] = [];
    for (let hit = 0; hit < count; hit += 1) {
      const at = from - skew + 2 * (this.#hits[hit] ?? 0);
      if (at >= from && this.#isWord(bytes, at)) found.push(at);
      if (this.#isWord(bytes, at + 1)) found.push(at + 1);
    }
    // The tables need two whole pairs.
    for (let at = Math.max(from, from - skew + 2 * (pairs.length - 1)); at < to; at += 1) {
      if (this.#isWord(bytes, at)) found.push(at);
    }
    return found;
  }

  #sniff(pairs: Uint16Array): number {
    const count = findPairs(this.#first, this.#second, { pairs, hits: this.#hits });
    if (count <= this.#hits.length) return count;
    this.#hits = new Int32Array(2 * count);
    return this.#sniff(pairs);
  }

  #isWord(bytes: Buffer, at: number): boolean {
    const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
    return this.#words.has(nameOf(a, b, c) * 128 + fold(d)) || this.#words.has(nameOf(a, b, c) - 2 ** 30);
  }

  #learn([a = ANY, b = ANY, c = ANY, d = ANY]: Letters, even: number): void {
    const odd = even << 16;
    mark(this.#first, [a, b], even);
    mark(this.#second, [c, d], even);
    mark(this.#first, [ANY, a], odd);
    mark(this.#second, [b, c], odd);
    for (const x of a) {
      for (const y of b) for (const z of c) this.#name(nameOf(x, y, z), d);
    }
  }

  #name(three: number, last: readonly number[]): void {
    if (last === ANY) this.#words.add(three - 2 ** 30);
    else for (const letter of last) this.#words.add(three * 128 + fold(letter));
  }
}

/** The bytes that each letter of a word may be; four at most. */
type Letters = readonly (readonly number[])[];

// Case and the highest bit do not count here: what is named so is looked at closely later on.
function fold(byte: number): number {
  return (byte | 32) & 127;
}

function nameOf(a: number, b: number, c: number): number {
  return (fold(a) * 128 + fold(b)) * 128 + fold(c);
}

interface Trail {
  readonly pairs: Uint16Array;
  readonly hits: Int32Array;
}

/** Puts the numbers of the pairs with which a word may begin into `hits` as far as there is room, and counts them all. */
function findPairs(first: Int32Array, second: Int32Array, { pairs, hits }: Trail): number {
  const last = pairs.length - 1;
  let found = 0;
  let groups = first[pairs[0] ?? 0] ?? 0;
  for (let at = 0; at < last; at += 1) {
    const next = pairs[at + 1] as number;
    if ((groups & (second[next] as number)) !== 0) hits[found++] = at;
    groups = first[next] as number;
  }
  return found;
}

function listScents(ruleset: Ruleset, spellings: (word: string) => readonly string[]): Letters[] {
  const strict = ruleset.tags.filter((tag) => tag.strict).flatMap((tag) => [tag.word, ...tag.spellings]);
  const tags = ruleset.tags.filter((tag) => !tag.strict).flatMap((tag) => [tag.word, ...tag.spellings]);
  const macros = ruleset.macros ? ['unimplemented', 'NotImplemented', 'todo'] : [];
  const phrases = ruleset.phrases.flatMap((phrase) => phrase.scents.split(' '));
  const words = [...tags, ...macros, ...phrases].flatMap(spellings);
  return [
    ...strict.map((word) => Array.from(word.slice(0, LENGTH), (letter) => [letter.charCodeAt(0)])),
    ...Array.from(new Set(words.map((word) => word.slice(0, LENGTH))), (word) => Array.from(word, bytesOf)),
  ];
}

function bytesOf(char: string): readonly number[] {
  if (char === '~') return Array.from(GAP, (gap) => gap.charCodeAt(0));
  if (char > '\x7f') return [char.charCodeAt(0) & 255];
  return [...new Set([char.toLowerCase().charCodeAt(0), char.toUpperCase().charCodeAt(0)])];
}

function mark(table: Int32Array, [lows, highs]: readonly [readonly number[], readonly number[]], group: number): void {
  for (const low of lows) {
    for (const high of highs) table[low | (high << 8)] = (table[low | (high << 8)] ?? 0) | group;
  }
}
