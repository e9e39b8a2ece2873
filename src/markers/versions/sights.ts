import type { Marker, Sight } from '../../model/marker.ts';
import { markersAmong } from '../find-markers.ts';
import { LineIndex } from '../lines.ts';
import type { ReadPassage } from '../find-markers.ts';
import type { Ruleset } from '../ruleset.ts';
import { type Braces, findBraces } from '../scopes/braces.ts';
import { findScopes } from '../scopes/find-scopes.ts';
import type { Scopes } from '../scopes/scope.ts';
import { findShape } from '../scopes/shapes.ts';
import type { SourceText } from '../scopes/source-text.ts';
import { surroundingsOf } from '../scopes/surroundings.ts';
import { isProse, toRanges } from '../tokens.ts';
import { allTokens, type LexedText } from './lexed-text.ts';
import { moveBraces } from './move-braces.ts';

/** What decides which markers a text holds, beside the text. */
export interface SightRules {
  readonly path: string;
  readonly ruleset: Ruleset;
  readonly readPassage: ReadPassage;
}

/** A text that is read, with what the text before and the one after it share. */
export interface Reading {
  readonly lexed: LexedText;
  /** The braces of the text before, if they were needed. */
  readonly before: KnownBraces | undefined;
  /** Its own, once they were needed. */
  braces?: KnownBraces;
}

interface KnownBraces {
  readonly braces: Braces;
  readonly preprocessor: boolean;
}

/** The markers at the places of a text, with what stands around each. */
export function sightsOf(reading: Reading, places: readonly number[] | undefined, rules: SightRules): Sight[] {
  const { text, tokens, lineStarts, language } = reading.lexed;
  const lines = new LineIndex(text, lineStarts);
  const known = { text, places, tokens, language: language.row, isProse: isProse(language), lines };
  const markers = markersAmong(known, rules.ruleset, rules.readPassage);
  if (markers.length === 0) return [];
  const { path } = rules;
  const all = allTokens(reading.lexed);
  const [comments, literals] = [toRanges(all.comments), toRanges(all.literals)];
  const source = { path, shape: findShape(language.row, text), text, lineStarts, comments, literals };
  const scopes = findScopes(source, bracesOf(reading, source));
  return markers.map((marker) => sightOf(marker, source, scopes));
}

function bracesOf(reading: Reading, source: SourceText): Braces | undefined {
  if (source.shape.by !== 'braces') return undefined;
  const { preprocessor } = source.shape;
  const { before, lexed } = reading;
  const braces =
    lexed.stretch && before?.preprocessor === preprocessor
      ? moveBraces(before.braces, source, { ...lexed.stretch, preprocessor })
      : findBraces(source, preprocessor);
  reading.braces = { braces, preprocessor };
  return braces;
}

function sightOf(marker: Marker, source: SourceText, scopes: Scopes): Sight {
  const { line, column, endLine, ...said } = marker;
  return { wording: { ...said, ...surroundingsOf(source, scopes, marker) }, line, column, endLine };
}
