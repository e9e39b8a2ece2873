import type { FlatTokens } from '../lexer/lex.ts';
import { findLineStarts } from '../lines.ts';
import type { ChosenLanguage } from '../tokens.ts';
import { chooseLanguage, lexChosen } from '../tokens.ts';

/** A text cut into tokens and lines. */
export interface LexedText {
  readonly text: string;
  readonly language: ChosenLanguage;
  readonly tokens: FlatTokens;
  readonly lineStarts: readonly number[];
}

/** Reads a whole text; `key` is its `languageKey`. */
export function lexWhole(text: string, key: string): LexedText {
  const language = chooseLanguage(text, '', key);
  return { text, language, tokens: lexChosen(text, language), lineStarts: findLineStarts(text) };
}
