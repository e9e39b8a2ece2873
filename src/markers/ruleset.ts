import { createHash } from 'node:crypto';
import type { OwnPhrase } from '../model/config.ts';
import { literally } from './lexer/patterns.ts';
import { literalScent } from './places/scent.ts';
import { spellingsOf } from './places/spellings.ts';
import { PHRASES, type PhraseRow } from './phrases.ts';
import { TAGS } from './tag-words.ts';

/** Changes whenever the same text may yield other markers than before. */
export const DETECTOR_VERSION = 5;

/** A word that counts as a tag; `word` is how it is reported. */
export interface TagRule {
  readonly word: string;
  readonly spellings: readonly string[];
  readonly strict: boolean;
}

/** Everything in the configuration that decides which markers a text holds. */
export interface Ruleset {
  readonly tags: readonly TagRule[];
  readonly phrases: readonly PhraseRow[];
  /** Whether code that says so itself counts (`todo!()`). */
  readonly macros: boolean;
}

export interface RulesetConfig {
  /** Own tags, of any script; letters of both cases count the same. */
  readonly tags?: readonly string[];
  readonly phrases?: readonly OwnPhrase[];
  /** Names of tags and phrases that shall not count. */
  readonly without?: readonly string[];
  readonly macros?: boolean;
}

/** The ruleset of a configuration: the defaults, less what it does without, plus its own. */
export function buildRuleset(config: RulesetConfig = {}): Ruleset {
  const without = new Set((config.without ?? []).map((name) => name.toUpperCase()));
  const tags = (config.tags ?? []).map(tagRule);
  const own = new Set(tags.map((tag) => tag.word));
  const phrases = (config.phrases ?? []).map(phraseRow);
  return {
    tags: [...DEFAULT_TAGS.filter((tag) => !without.has(tag.word) && !own.has(tag.word)), ...tags],
    phrases: [...PHRASES.filter((phrase) => !without.has(phrase.name)), ...phrases],
    macros: config.macros ?? false,
  };
}

const DEFAULT_TAGS: readonly TagRule[] = TAGS.map((row) => ({
  ...row,
  spellings: row.spellings ?? [],
  strict: row.strict ?? false,
}));

export const DEFAULT_RULESET: Ruleset = buildRuleset();

/** 16 hexadecimal digits: equal hashes, equal markers. */
export function rulesetHash(ruleset: Ruleset): string {
  const content = [
    DETECTOR_VERSION,
    ruleset.tags.map((tag) => [tag.word, tag.spellings, tag.strict]),
    ruleset.phrases.map((phrase) => [phrase.name, phrase.pattern]),
    ruleset.macros,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}

function tagRule(word: string): TagRule {
  return { word: word.trim().toUpperCase(), spellings: [], strict: false };
}

function phraseRow({ word, title }: OwnPhrase): PhraseRow {
  return { name: title.trim().toUpperCase(), ...literalPhrase(word) };
}

function literalPhrase(phrase: string): Pick<PhraseRow, 'pattern' | 'anchor' | 'scents'> {
  const words = phrase.trim().split(/\s+/);
  const longest = words.toSorted((one, other) => other.length - one.length)[0] ?? '';
  const scents = spellingsOf(longest).map(literalScent).join(' ');
  const pattern = words.map(literally).join('\\s+');
  return {
    pattern: `(?<![\\p{L}\\p{N}_])${pattern}(?![\\p{L}\\p{N}_])`,
    anchor: literally(longest),
    scents,
  };
}
