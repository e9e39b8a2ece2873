import type { Buffer } from 'node:buffer';
import { literally } from './lexer/patterns.ts';
import { PlaceFinder } from './places/place-finder.ts';
import { literalScent } from './places/scent.ts';
import { spellingsOf } from './places/spellings.ts';
import type { Ruleset } from './ruleset.ts';

/** A word of a marker, and where it is looked for in every file. */
export interface PlaceWord {
  /** Matches wherever the word may begin a marker. Sticky for tags, global for phrases: always set lastIndex first. */
  readonly regex: RegExp;
  readonly isPhrase: boolean;
  /** One of them is in every match, at its start for tags (see places/scent.ts). */
  readonly scents: readonly string[];
}

const words = new WeakMap<Ruleset, readonly PlaceWord[]>();
const finders = new WeakMap<Ruleset, PlaceFinder>();

/** The words of a ruleset. */
export function placeWordsOf(ruleset: Ruleset): readonly PlaceWord[] {
  const made = words.get(ruleset) ?? listWords(ruleset);
  words.set(ruleset, made);
  return made;
}

/** Finds the places of a ruleset's words. What is a place depends on its surroundings alone. */
export function placeFinderOf(ruleset: Ruleset): PlaceFinder {
  const known = finders.get(ruleset);
  if (known) return known;
  const listed = placeWordsOf(ruleset);
  const finder = new PlaceFinder(listed, reachOf(listed));
  finders.set(ruleset, finder);
  return finder;
}

/** Offsets of all places where a marker's word may begin, ascending. */
export function findPlaces(text: string, ruleset: Ruleset): number[] {
  const source = {
    length: text.length,
    // The lower bytes of wider characters: enough for a superset.
    write: (memory: Buffer, offset: number) => memory.write(text.slice(offset, offset + memory.length), 'latin1'),
    slice: (from: number, to: number) => text.slice(from, to),
  };
  return placeFinderOf(ruleset).find(source, { from: 0, to: text.length });
}

// No match of a phrase's own anchor is longer.
const REACH = 104;

function reachOf(listed: readonly PlaceWord[]): number {
  return Math.max(REACH, ...listed.map(({ regex }) => regex.source.length));
}

function listWords({ tags, phrases, macros }: Ruleset): PlaceWord[] {
  const strict = tags.filter((tag) => tag.strict).flatMap((tag) => [tag.word, ...tag.spellings]);
  const loose = tags.filter((tag) => !tag.strict).flatMap((tag) => [tag.word, ...tag.spellings]);
  const own = macros ? ['unimplemented', 'NotImplemented', 'todo'] : [];
  return [
    ...strict.map((word) => tagWord(word, new RegExp(`${bounded(word)}(?=\\s?[:(\\uff1a\\xef])`, 'gy'))),
    ...loose.flatMap(spellingsOf).map((word) => tagWord(word, new RegExp(bounded(word), 'giy'))),
    ...own.map((word) => tagWord(word, new RegExp(word, 'giy'))),
    ...phrases.map((phrase) => ({
      regex: new RegExp(spellingsOf(phrase.anchor).join('|'), 'gi'),
      isPhrase: true,
      scents: phrase.scents.split(' '),
    })),
  ];
}

function tagWord(word: string, regex: RegExp): PlaceWord {
  return { regex, isPhrase: false, scents: [literalScent(word)] };
}

/** An ASCII word that begins or ends with a letter is no tag inside a longer one. */
function bounded(word: string): string {
  const before = /^\w/.test(word) ? '(?<!\\w)' : '';
  return `${before}${literally(word).replaceAll(' ', '[ ]')}${/\w$/.test(word) ? '(?!\\w)' : ''}`;
}
