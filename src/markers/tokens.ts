import { compileGrammar } from './lexer/compile.ts';
import type { Embed, FlatTokens } from './lexer/lex.ts';
import { lex } from './lexer/lex.ts';
import type { Language } from './languages/language.ts';
import { HEAD_LENGTH } from './languages/ambiguous.ts';
import { findLanguage, hostOf, languageOf, languageOfKey } from './languages/lookup.ts';
import { UNKNOWN } from './languages/unknown.ts';
import { maskInner } from './mask-inner.ts';
import { mergePairs } from './merge-pairs.ts';
import { placesWithin } from './places/places-within.ts';

/** A stretch of a text, in UTF-16 code units; `end` is the first one behind it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Comments and literals of a text: ascending, without overlap. */
export interface Tokens {
  readonly comments: readonly Range[];
  readonly literals: readonly Range[];
}

/** Finds the comments and the literals (strings, characters, regular expressions, heredocs) of a text, those of embedded languages included. */
export function findTokens(text: string, path: string): Tokens {
  const { comments, literals } = lexFile(text, path);
  return { comments: toRanges(comments), literals: toRanges(literals) };
}

/** The same as flat pairs of offsets. `language` is the name of one, or a `languageKey`, that overrules the path. */
export function lexFile(text: string, path: string, language?: string): FlatTokens {
  return lexChosen(text, chooseLanguage(text, path, language));
}

/** A file's language, and the one around it if it is a template. */
export interface ChosenLanguage {
  readonly row: Language | undefined;
  readonly host: string | undefined;
}

/** The language of a file: the given name or key, else the path's, else that of its first line. */
export function chooseLanguage(text: string, path: string, key?: string): ChosenLanguage {
  const head = text.slice(0, HEAD_LENGTH);
  const given = key === undefined ? undefined : languageOfKey(key, head);
  const row = given ?? languageOf(path, head);
  return { row, host: key?.split('/')[1] ?? (row && hostOf(row, path)) };
}

/** Whether a file is text for people, or a template around one. */
export function isProse({ row, host }: ChosenLanguage): boolean {
  return row?.prose ?? (host !== undefined && (findLanguage(host)?.prose ?? false));
}

/**
 * Comments and literals of a text in a language, as flat pairs of offsets. In an unknown language, what most likely are comments.
 * With `places` (ascending), those that hold one and what belongs to them (see lex).
 */
export function lexChosen(text: string, { row, host }: ChosenLanguage, places?: readonly number[]): FlatTokens {
  return lexText(text, row ?? UNKNOWN, { host, depth: 0, places });
}

interface Part {
  /** The language around a template. */
  readonly host: string | undefined;
  /** How many languages this one is embedded in. */
  readonly depth: number;
  readonly places: readonly number[] | undefined;
}

const NOTHING: FlatTokens = { comments: [], literals: [] };

function lexText(text: string, language: Language, { host, depth, places }: Part): FlatTokens {
  const embed: Embed = (name, part, start) => {
    const inside = places && placesWithin(places, start, start + part.length);
    return inside?.length === 0 ? NOTHING : lexPart(part, name, { depth: depth + 1, places: inside });
  };
  const tokens = lex(text, compileGrammar(language.grammar), { embed, places });
  const outer = host === undefined ? undefined : findLanguage(host);
  if (!outer || places?.length === 0) return tokens;
  const masked = maskInner(text, tokens.inner);
  if (masked === undefined) return tokens;
  const around = lexText(masked, outer, { host: undefined, depth, places });
  return {
    // A comment of the host may hold parts of the template.
    comments: mergePairs(around.comments, tokens.comments),
    literals: mergePairs(tokens.literals, around.literals),
  };
}

// Markdown in a fence of Markdown in a fence …: nobody writes more.
const DEPTH = 5;

/** All tokens of a part of another language. */
export const embedWhole: Embed = (name, part) => lexPart(part, name, { depth: 1, places: undefined });

function lexPart(text: string, name: string, part: Omit<Part, 'host'>): FlatTokens {
  const language = part.depth > DEPTH ? undefined : findLanguage(name);
  return language ? lexText(text, language, { ...part, host: language.host }) : NOTHING;
}

/** Flat pairs as ranges. */
export function toRanges(pairs: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < pairs.length; at += 2) ranges.push({ start: pairs[at] ?? 0, end: pairs[at + 1] ?? 0 });
  return ranges;
}
