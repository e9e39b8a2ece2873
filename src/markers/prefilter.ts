import { literally } from './lexer/patterns.ts';
import type { Ruleset } from './ruleset.ts';

/** Finds the places where a text may hold a marker: a superset, found fast. */
export interface Prefilter {
  /** Global: always set lastIndex first. Strict tags have an expression of their own, for capitals only. */
  readonly expressions: readonly RegExp[];
  /** No match is longer, in characters. */
  readonly reach: number;
}

const known = new WeakMap<Ruleset, Prefilter | 'anywhere'>();

/** The prefilter of a ruleset; undefined if any text may hold a marker (an own pattern). */
export function prefilterOf(ruleset: Ruleset): Prefilter | undefined {
  const made = known.get(ruleset) ?? buildPrefilter(ruleset) ?? 'anywhere';
  known.set(ruleset, made);
  return made === 'anywhere' ? undefined : made;
}

/** Offsets of all places where a marker's word may begin, ascending; undefined: anywhere. What is a place depends on its surroundings alone. */
export function findPlaces(text: string, ruleset: Ruleset): number[] | undefined {
  const prefilter = prefilterOf(ruleset);
  return prefilter && findMatches(text, prefilter).map(([start]) => start);
}

/** Start and end of a match at every place, ascending. */
export function findMatches(text: string, { expressions }: Prefilter): (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  for (const regex of expressions) {
    regex.lastIndex = 0;
    for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
      found.push([match.index, match.index + match[0].length]);
      // A match may begin inside another one.
      regex.lastIndex = match.index + 1;
    }
  }
  return found.toSorted((one, other) => one[0] - other[0]);
}

/** A word and, if it is not ASCII, its UTF-8 bytes read as Latin-1 in the usual cases, because bytes know no case. */
export function spellingsOf(word: string): string[] {
  if (isAscii(word)) return [word];
  const cases = [
    word,
    word.toLowerCase(),
    word.toUpperCase(),
    (word[0] ?? '').toUpperCase() + word.slice(1),
    (word[0] ?? '') + word.slice(1).toLowerCase(),
  ];
  return [...new Set([word, ...cases.map(latin1OfUtf8)])];
}

// No match of a phrase's own anchor is longer.
const REACH = 96;

function buildPrefilter(ruleset: Ruleset): Prefilter | undefined {
  if (ruleset.phrases.some((phrase) => phrase.anchor === '')) return undefined;
  const strict = wordsOf(ruleset, true).map((word) => `${bounded(word)}(?=\\s?[:(\\uff1a\\xef])`);
  const words = wordsOf(ruleset, false).flatMap(spellingsOf).map(bounded);
  if (ruleset.macros) words.push('unimplemented', 'NotImplemented', 'todo');
  const anchors = ruleset.phrases.flatMap((phrase) => spellingsOf(phrase.anchor));
  const loose = [...words, ...anchors];
  return {
    expressions: [...(loose.length > 0 ? [new RegExp(loose.join('|'), 'gi')] : []), ...strictOf(strict)],
    reach: Math.max(REACH, ...loose.map((source) => source.length)),
  };
}

function strictOf(sources: readonly string[]): RegExp[] {
  return sources.length === 0 ? [] : [new RegExp(sources.join('|'), 'g')];
}

function wordsOf({ tags }: Ruleset, strict: boolean): string[] {
  return tags.filter((tag) => tag.strict === strict).flatMap((tag) => [tag.word, ...tag.spellings]);
}

/** An ASCII word that begins or ends with a letter is no tag inside a longer one. */
function bounded(word: string): string {
  const before = /^\w/.test(word) ? '(?<!\\w)' : '';
  return `${before}${literally(word).replaceAll(' ', '[ ]')}${/\w$/.test(word) ? '(?!\\w)' : ''}`;
}

function latin1OfUtf8(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
