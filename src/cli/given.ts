import { UsageError } from '../errors.ts';
import { renderSuggestion } from './suggest.ts';

/** What was typed for one command: its arguments and its options by their long name in camel case. */
export interface Given {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** The value of `--name VALUE`, or null if it was not given. */
export function textOf(given: Given, name: string): string | null {
  const value = given.options[name];
  return typeof value === 'string' ? value : null;
}

/** Whether `--name` was given (for `--no-name`: whether it was not). */
export function isSet(given: Given, name: string): boolean {
  return given.options[name] === true;
}

/** All values of a repeatable option, as typed. */
export function textsOf(given: Given, name: string): readonly string[] {
  const value = given.options[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** All values of a repeatable option that also takes a comma-separated list. Throws UsageError for a list of nothing. */
export function listOf(given: Given, name: string): readonly string[] {
  return textsOf(given, name).flatMap((text) => {
    const words = text.split(',').map((word) => word.trim());
    const said = words.filter((word) => word !== '');
    if (said.length > 0) return said;
    throw new UsageError(`--${name} "${text}" names nothing. Give a word, or leave the option out.`);
  });
}

/** Like listOf, for options with a fixed set of words. */
export function wordsOf<Word extends string>(given: Given, name: string, words: readonly Word[]): readonly Word[] {
  return listOf(given, name).map((text) => wordOf(text, `--${name}`, words));
}

/** `text` as one of the words; else a UsageError that names them. */
export function wordOf<Word extends string>(text: string, what: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === text.toLowerCase());
  if (word !== undefined) return word;
  throw new UsageError(
    `${what} cannot be "${text}".${renderSuggestion(text, words)} It is one of ${words.join(', ')}.`,
  );
}
