import type { Marker } from '../model/marker.ts';
import { IgnoredLines } from './ignore-lines.ts';
import type { Language } from './languages/language.ts';
import type { FlatTokens } from './lexer/lex.ts';
import { LineIndex } from './lines.ts';
import { findMacros } from './macros.ts';
import { findPassages } from './passage-groups.ts';
import type { Passage, PassageMarker } from './passages.ts';
import { sourceOffset } from './passages.ts';
import { findPhrase } from './phrase-search.ts';
import { findPlaces } from './prefilter.ts';
import { findTasks } from './prose.ts';
import type { Ruleset } from './ruleset.ts';
import { DEFAULT_RULESET } from './ruleset.ts';
import { isIgnored } from './skips.ts';
import { findTags } from './tag-search.ts';
import { chooseLanguage, isProse, lexChosen } from './tokens.ts';

export interface MarkerOptions {
  readonly ruleset?: Ruleset;
  /** Name of a language (as in `.gitattributes linguist-language`) that overrules the path. */
  readonly language?: string;
}

/** A text, and what is known of it. */
export interface KnownText {
  readonly text: string;
  /** Where a marker's word may stand, ascending. */
  readonly places: readonly number[];
  readonly tokens: FlatTokens;
  readonly language: Language | undefined;
  readonly isProse: boolean;
  readonly lines: LineIndex;
}

// Further down a file can no longer ask not to be searched.
const HEAD = 4000;

/** Finds the markers of a text, sorted by position. `path` says which language it is. Time is linear in the length of the text. */
export function findMarkers(text: string, path: string, options: MarkerOptions = {}): Marker[] {
  const ruleset = options.ruleset ?? DEFAULT_RULESET;
  return findMarkersAt(text, findPlaces(text, ruleset), { ruleset, path, key: options.language });
}

/** What decides which markers a text holds, beside the text: a `key` overrules the path. */
interface MarkerRules {
  readonly ruleset: Ruleset;
  readonly path: string;
  readonly key: string | undefined;
}

/** The same where it is known at which offsets (ascending) a marker's word may stand. */
export function findMarkersAt(text: string, places: readonly number[], { ruleset, path, key }: MarkerRules): Marker[] {
  if (places.length === 0 || isIgnored(text.slice(0, HEAD))) return [];
  const language = chooseLanguage(text, path, key);
  const tokens = lexChosen(text, language, places);
  const passages = findPassages(text, tokens.comments, places);
  const lines = new LineIndex(text);
  const known = { text, places, tokens, language: language.row, isProse: isProse(language), lines };
  return markersAmong(known, passages, { ruleset, readPassage: markersOf });
}

/** Reads the markers of a passage; `unsure` where it may be no comment at all. */
export type ReadPassage = (passage: Passage, ruleset: Ruleset, unsure: boolean) => readonly PassageMarker[];

/** What a marker is, and who reads passages. */
export interface Reader {
  readonly ruleset: Ruleset;
  readonly readPassage: ReadPassage;
}

/** The markers of a text whose tokens and passages with a place (`findPassages`) are known. */
export function markersAmong(
  known: KnownText,
  passages: readonly Passage[],
  { ruleset, readPassage }: Reader,
): Marker[] {
  const { text, tokens, language, lines } = known;
  const placing = { lines, ignored: new IgnoredLines(text, lines) };
  const inComments = passages.flatMap((passage) =>
    readPassage(passage, ruleset, language === undefined).flatMap((marker) => placed(marker, passage, placing)),
  );
  const outside = [
    ...(known.isProse ? findTasks(known, ruleset) : []),
    ...findMacros(text, tokens, { language, ruleset }),
  ].flatMap(({ passage, marker }) => placed(marker, passage, placing));
  return outside.length === 0 ? inComments : [...inComments, ...outside].toSorted(byPosition);
}

// A tag wins: phrases count only in comments without one. Where it is not sure that this is a comment, they do not count.
export function markersOf(passage: Passage, ruleset: Ruleset, unsure: boolean): PassageMarker[] {
  const tags = findTags(passage.text, ruleset, unsure);
  return tags.length > 0 || unsure ? tags : findPhrase(passage.text, ruleset);
}

interface Placing {
  readonly lines: LineIndex;
  readonly ignored: IgnoredLines;
}

/** The marker with its position; none if its line says that it shall not count. */
function placed(marker: PassageMarker, passage: Passage, { lines, ignored }: Placing): Marker[] {
  // Written out: copying what is left of an object takes longer than finding it.
  const { at, end, kind, tag, text, owner, issues, due, priority } = marker;
  const start = sourceOffset(passage, at);
  const [line, column] = [lines.lineOf(start), lines.columnOf(start)];
  if (ignored.has(line)) return [];
  const endLine = lines.lineOf(sourceOffset(passage, Math.max(at, end - 1)));
  return [{ line, column, endLine, kind, tag, text, owner, issues, due, priority }];
}

function byPosition(one: Marker, other: Marker): number {
  return one.line - other.line || one.column - other.column;
}
