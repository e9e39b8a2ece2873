import type { Marker, Sight } from '../../model/marker.ts';
import { markersAmong, type Reader } from '../find-markers.ts';
import { findLineStarts, LineIndex } from '../lines.ts';
import { findPassages } from '../passage-groups.ts';
import type { Passage } from '../passages.ts';
import { findScopes } from '../scopes/find-scopes.ts';
import { groundOf } from '../scopes/ground.ts';
import type { Scopes } from '../scopes/scope.ts';
import { findShape, isShapeKnown } from '../scopes/shapes.ts';
import { type SourceText, startOfLine } from '../scopes/source-text.ts';
import { surroundingsOf } from '../scopes/surroundings.ts';
import { isProse, toRanges } from '../tokens.ts';
import type { Answer } from './carry-over.ts';
import { allTokens, type LexedText } from './lexed-text.ts';

/** The markers of a text with what stands around each, and what that rests on, if no more than a part of the text. */
export interface Reading {
  readonly sights: readonly Sight[];
  readonly answer: Answer | undefined;
}

/** A text to read: its path, its tokens, and at which offsets a marker's word may stand. */
export interface Readable {
  readonly path: string;
  readonly lexed: LexedText;
  readonly places: readonly number[];
}

/** Reads the markers at the places of a text. */
export function readSights({ path, lexed, places }: Readable, reader: Reader): Reading {
  const { tokens, language } = lexed;
  const text = lexed.text.whole();
  const lineStarts = findLineStarts(text);
  const passages = findPassages(text, tokens.comments, places);
  const known = { text, places, tokens, language: language.row, isProse: isProse(language) };
  const markers = markersAmong({ ...known, lines: new LineIndex(text, lineStarts) }, passages, reader);
  // Code that is a marker itself is looked for everywhere.
  const isPartial = lexed.local !== undefined && !reader.ruleset.macros;
  const rests = { anchors: [], places, shape: undefined };
  const grounds = isPartial ? passages.flatMap((passage) => linesAround(lexed, passage)) : [];
  // There a line is a marker by itself.
  if (isPartial && known.isProse) grounds.push(...places.flatMap((at) => linesAround(lexed, { start: at, end: at })));
  if (markers.length === 0) return { sights: [], answer: isPartial ? { ...rests, sights: [], grounds } : undefined };
  const { comments, literals } = allTokens(lexed);
  const shape = findShape(language.row, text);
  const source = { path, shape, text, lineStarts, comments: toRanges(comments), literals: toRanges(literals) };
  const scopes = findScopes(source);
  const sights = markers.map((marker) => sightOf(marker, source, scopes));
  const scoped = scopes.grounds?.();
  if (!isPartial || shape.by !== 'braces' || !isShapeKnown(language.row) || !scoped)
    return { sights, answer: undefined };
  const anchors = markers.map(({ line, column }) => startOfLine(source, line) + column - 1);
  grounds.push(...scoped, ...markers.flatMap((marker) => groundOf(source, marker)));
  return { sights, answer: { ...rests, sights, anchors, grounds, shape } };
}

/** A passage's lines, the one above, which may belong to it, and the one below; where there is none, beyond the text's end. */
function linesAround({ text }: LexedText, { start, end }: Pick<Passage, 'start' | 'end'>): readonly [number, number] {
  const [first, last] = [text.startOfLine(start), text.behindLine(end)];
  return [first === 0 ? -1 : text.startOfLine(first - 1), last >= text.length ? Infinity : text.behindLine(last)];
}

function sightOf(marker: Marker, source: SourceText, scopes: Scopes): Sight {
  const { line, column, endLine, ...said } = marker;
  return { wording: { ...said, ...surroundingsOf(source, scopes, marker) }, line, column, endLine };
}
