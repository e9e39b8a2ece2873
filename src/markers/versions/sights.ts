import type { Marker, Sight } from '../../model/marker.ts';
import { markersAmong } from '../find-markers.ts';
import { LineIndex } from '../lines.ts';
import type { ReadPassage } from '../find-markers.ts';
import type { Ruleset } from '../ruleset.ts';
import { findScopes } from '../scopes/find-scopes.ts';
import type { Scopes } from '../scopes/scope.ts';
import { findShape } from '../scopes/shapes.ts';
import type { SourceText } from '../scopes/source-text.ts';
import { surroundingsOf } from '../scopes/surroundings.ts';
import { toRanges } from '../tokens.ts';
import type { LexedText } from './lexed-text.ts';

/** What decides which markers a text holds, beside the text. */
export interface SightRules {
  readonly path: string;
  readonly ruleset: Ruleset;
  readonly readPassage: ReadPassage;
}

/** The markers at the places of a text, with what stands around each. */
export function sightsOf(lexed: LexedText, places: readonly number[] | undefined, rules: SightRules): Sight[] {
  const { text, tokens, lineStarts, language } = lexed;
  const lines = new LineIndex(text, lineStarts);
  const known = { text, places, tokens, language: language.row, lines };
  const markers = markersAmong(known, rules.ruleset, rules.readPassage);
  if (markers.length === 0) return [];
  const { path } = rules;
  const [comments, literals] = [toRanges(tokens.comments), toRanges(tokens.literals)];
  const source = { path, shape: findShape(language.row, text), text, lineStarts, comments, literals };
  const scopes = findScopes(source);
  return markers.map((marker) => sightOf(marker, source, scopes));
}

function sightOf(marker: Marker, source: SourceText, scopes: Scopes): Sight {
  const { line, column, endLine, ...said } = marker;
  return { wording: { ...said, ...surroundingsOf(source, scopes, marker) }, line, column, endLine };
}
