import { compileGrammar } from '../lexer/compile.ts';
import type { FlatTokens, Lexed } from '../lexer/lex.ts';
import { lex } from '../lexer/lex.ts';
import { HEAD_LENGTH } from '../languages/ambiguous.ts';
import type { ChosenLanguage } from '../tokens.ts';
import { chooseLanguage, embedWhole, lexChosen } from '../tokens.ts';
import type { Hunk } from './hunks.ts';
import type { Locality } from './local-languages.ts';
import { LOCAL_LANGUAGES } from './local-languages.ts';
import { relex, type Stretch } from './relex.ts';
import type { VersionText } from './version-text.ts';

/** A text cut into tokens. */
export interface LexedText {
  readonly text: VersionText;
  readonly language: ChosenLanguage;
  /** Those that hold a place or belong to one that does (see lex), perhaps others. */
  readonly tokens: FlatTokens;
  /** All tokens, if the language is local: the next version can go on from them. */
  readonly local: Lexed | undefined;
  /** What was cut anew since the last text; undefined if it was read as a whole. */
  readonly stretches: readonly Stretch[] | undefined;
}

/** How to read a text: its `languageKey`, and at which offsets (ascending) a marker's word may stand. */
export interface Wanted {
  readonly key: string;
  readonly places: readonly number[];
}

/** Reads a whole text. */
export function lexWhole(text: VersionText, { key, places }: Wanted): LexedText {
  const language = languageOf(text, key);
  const { row } = language;
  if (row === undefined || localityOf(language, text) === undefined) {
    const tokens = lexChosen(text.whole(), language, places);
    return { text, language, tokens, local: undefined, stretches: undefined };
  }
  const local = lex(text.whole(), compileGrammar(row.grammar), { embed: embedWhole, resumable: true });
  return { text, language, tokens: local, local, stretches: undefined };
}

/** Reads a text that differs from the last one in its hunks (in UTF-16 code units). */
export function lexChanged(
  last: LexedText,
  text: VersionText,
  { hunks, ...wanted }: Wanted & { readonly hunks: readonly Hunk[] },
): LexedText {
  const language = languageOf(text, wanted.key);
  const locality = localityOf(language, text);
  const { row } = language;
  if (row === undefined || row !== last.language.row || locality === undefined || last.local === undefined) {
    return lexWhole(text, wanted);
  }
  const change = { before: last.text, text, hunks, grammar: compileGrammar(row.grammar), locality };
  const recut = relex(last.local, change);
  if (recut === undefined) return lexWhole(text, wanted);
  const { tokens, stretches } = recut;
  return { text, language, tokens, local: tokens, stretches };
}

/** Every token of a text that was read, for what looks at more than its markers. */
export function allTokens({ text, language, local }: LexedText): FlatTokens {
  return local ?? lexChosen(text.whole(), language);
}

function languageOf(text: VersionText, key: string): ChosenLanguage {
  return chooseLanguage(text.slice(0, HEAD_LENGTH), '', key);
}

function localityOf({ row, host }: ChosenLanguage, text: VersionText): Locality | undefined {
  const locality = row === undefined || host !== undefined ? undefined : LOCAL_LANGUAGES.get(row.name);
  return locality?.unlessBegins?.test(text.slice(0, HEAD_LENGTH)) ? undefined : locality;
}
