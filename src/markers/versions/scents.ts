import type { Ruleset } from '../ruleset.ts';

/** Finds pairs of bytes that may belong to a marker's word. */
export interface Scents {
  /**
   * Puts the numbers of the pairs at which a word may begin into `hits`, ascending, and returns how many there are. Pair n is the two bytes at
   * 2n; words that begin on an odd byte are found at the pair that holds it. Pairs from `from` up to `to` are looked at, and the one at `to`.
   */
  readonly find: (pairs: Uint16Array, span: readonly [from: number, to: number], hits: Int32Array) => number;
}

/** What `~` stands for: what may stand between two words of a comment, as in the anchors of phrases, or `~` itself. */
const GAP = ' \t\n\v\f\r\xa0*/#;-~';
/** A word is known by so many bytes. */
const LENGTH = 4;
const ANY: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

/**
 * Two tables over pairs of bytes tell, for each of sixteen groups of words, whether their first and their second pair may be these: one
 * look per pair, several times as fast as any expression that ignores case.
 */
export function buildScents(ruleset: Ruleset, spellings: (word: string) => readonly string[]): Scents {
  const first = new Int32Array(65536);
  const second = new Int32Array(65536);
  for (const [index, word] of listScents(ruleset, spellings).entries()) {
    const [a = ANY, b = ANY, c = ANY, d = ANY] = word;
    const even = 1 << (index % 16);
    const odd = even << 16;
    mark(first, [a, b], even);
    mark(second, [c, d], even);
    mark(first, [ANY, a], odd);
    mark(second, [b, c], odd);
  }
  return { find: (pairs, span, hits) => findPairs({ first, second, pairs }, span, hits) };
}

interface Tables {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly pairs: Uint16Array;
}

function findPairs({ first, second, pairs }: Tables, [from, to]: readonly [number, number], hits: Int32Array): number {
  let found = 0;
  let groups = first[pairs[from] ?? 0] ?? 0;
  for (let at = from; at < to; at += 1) {
    const pair = pairs[at + 1] as number;
    if ((groups & (second[pair] as number)) !== 0) hits[found++] = at;
    groups = first[pair] as number;
  }
  return found;
}

/** The bytes each character of each word may be. */
function listScents(ruleset: Ruleset, spellings: (word: string) => readonly string[]): (readonly number[])[][] {
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
  if (char === '~') return [...GAP].map((gap) => gap.charCodeAt(0));
  if (char > '\x7f') return [char.charCodeAt(0)];
  return [...new Set([char.toLowerCase().charCodeAt(0), char.toUpperCase().charCodeAt(0)])];
}

function mark(table: Int32Array, [lows, highs]: readonly [readonly number[], readonly number[]], group: number): void {
  for (const low of lows) {
    for (const high of highs) table[low | (high << 8)] = (table[low | (high << 8)] ?? 0) | group;
  }
}
