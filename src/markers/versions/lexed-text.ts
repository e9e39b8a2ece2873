import { compileGrammar } from '../lexer/compile.ts';
import type { FlatTokens, Lexed } from '../lexer/lex.ts';
import { lex } from '../lexer/lex.ts';
import { findLineStarts } from '../lines.ts';
import type { ChosenLanguage } from '../tokens.ts';
import { chooseLanguage, lexChosen } from '../tokens.ts';
import type { CommonEnds } from './common-ends.ts';
import type { Locality } from './local-languages.ts';
import { LOCAL_LANGUAGES } from './local-languages.ts';
import { moveLineStarts } from './move-lines.ts';
import { relex, type Stretch } from './relex.ts';

/** A text cut into tokens and lines. */
export interface LexedText {
  readonly text: string;
  readonly language: ChosenLanguage;
  /** Those that hold a place or belong to one that does (see lex), perhaps others. */
  readonly tokens: FlatTokens;
  /** All tokens, if the language is local: the next version can go on from them. */
  readonly local: Lexed | undefined;
  readonly lineStarts: readonly number[];
  /** How it was made from the last text; undefined if it was read as a whole. */
  readonly stretch: Stretch | undefined;
}

/** How to read a text: its `languageKey`, and at which offsets (ascending; undefined: anywhere) a marker's word may stand. */
export interface Wanted {
  readonly key: string;
  readonly places: readonly number[] | undefined;
}

/** Reads a whole text. */
export function lexWhole(text: string, { key, places }: Wanted): LexedText {
  const language = chooseLanguage(text, '', key);
  const lineStarts = findLineStarts(text);
  const { row } = language;
  if (row === undefined || localityOf(language) === undefined) {
    return {
      text,
      language,
      tokens: lexChosen(text, language, places),
      local: undefined,
      lineStarts,
      stretch: undefined,
    };
  }
  const local = lex(text, compileGrammar(row.grammar), {
    embed: () => ({ comments: [], literals: [] }),
    resumable: true,
  });
  return { text, language, tokens: local, local, lineStarts, stretch: undefined };
}

/** Reads a text that differs from the last one only between its ends (in UTF-16 code units). */
export function lexChanged(last: LexedText, text: string, ends: CommonEnds & Wanted): LexedText {
  const language = chooseLanguage(text, '', ends.key);
  const locality = localityOf(language);
  const { row } = language;
  if (row === undefined || row !== last.language.row || locality === undefined || last.local === undefined) {
    return lexWhole(text, ends);
  }
  const change = { ...ends, text, grammar: compileGrammar(row.grammar), locality };
  const recut = relex({ text: last.text, tokens: last.local }, change);
  if (recut === undefined) return lexWhole(text, ends);
  const { tokens, stretch } = recut;
  return { text, language, tokens, local: tokens, lineStarts: moveLineStarts(last, change), stretch };
}

/** Every token of a text that was read, for what looks at more than its markers. */
export function allTokens({ text, language, local }: LexedText): FlatTokens {
  return local ?? lexChosen(text, language);
}

function localityOf({ row, host }: ChosenLanguage): Locality | undefined {
  return row === undefined || host !== undefined ? undefined : LOCAL_LANGUAGES.get(row.name);
}
