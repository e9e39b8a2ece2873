import { literally } from './lexer/patterns.ts';
import type { Ruleset } from './ruleset.ts';

/** Finds the places where a text may hold a marker: a superset, found fast. */
export interface Prefilter {
  readonly tags: RegExp;
  /** Undefined if any text may hold a phrase (an own pattern). */
  readonly phrases: RegExp | undefined;
}

const known = new WeakMap<Ruleset, Prefilter>();

/** Whether a text, decoded or as Latin-1 bytes of UTF-8, may hold a marker. False is certain; true is not. */
export function mayHoldMarker(text: string, ruleset: Ruleset): boolean {
  const { tags, phrases } = prefilterOf(ruleset);
  tags.lastIndex = 0;
  if (tags.test(text)) return true;
  if (phrases === undefined) return true;
  phrases.lastIndex = 0;
  return phrases.test(text);
}

/** Offsets of all places where a marker's word may stand, ascending; undefined: anywhere. */
export function findPlaces(text: string, ruleset: Ruleset): number[] | undefined {
  const { tags, phrases } = prefilterOf(ruleset);
  if (phrases === undefined) return undefined;
  const places = [...matchesOf(tags, text), ...matchesOf(phrases, text)];
  return places.toSorted((one, other) => one - other);
}

// Global and shared: always set lastIndex first.
function prefilterOf(ruleset: Ruleset): Prefilter {
  const made = known.get(ruleset) ?? buildPrefilter(ruleset);
  known.set(ruleset, made);
  return made;
}

function buildPrefilter(ruleset: Ruleset): Prefilter {
  const words = ruleset.tags.flatMap((tag) =>
    // The full-width colon is three bytes in UTF-8, the first of them \xef.
    [tag.word, ...tag.spellings].flatMap(spellings).map((word) => (tag.strict ? `${word}\\s?[:(：\xef]` : word)),
  );
  if (ruleset.macros) words.push('unimplemented', 'NotImplemented', 'todo');
  const anchors = ruleset.phrases.map((phrase) => phrase.anchor);
  return {
    tags: new RegExp(words.join('|') || '(?!)', 'gi'),
    phrases: anchors.includes('') ? undefined : new RegExp(anchors.flatMap(bytesToo).join('|') || '(?!)', 'gi'),
  };
}

function matchesOf(regex: RegExp, text: string): number[] {
  const places: number[] = [];
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) places.push(match.index);
  return places;
}

/** RegExp sources of a word's spellings: itself, and as UTF-8 bytes read as Latin-1, which know no case. */
function spellings(word: string): string[] {
  const source = literally(word).replaceAll(' ', '[ ]');
  if (isAscii(word)) return [source];
  const cases = [word, word.toLowerCase(), (word[0] ?? '') + word.slice(1).toLowerCase()];
  return [...new Set([source, ...cases.map((text) => literally(latin1OfUtf8(text)))])];
}

function bytesToo(anchor: string): string[] {
  if (isAscii(anchor)) return [anchor];
  const cases = [anchor, anchor.toLowerCase(), anchor.toUpperCase(), (anchor[0] ?? '').toUpperCase() + anchor.slice(1)];
  return [...new Set([anchor, ...cases.map(latin1OfUtf8)])];
}

function latin1OfUtf8(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
