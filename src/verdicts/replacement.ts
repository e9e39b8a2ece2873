import { findScopes } from '../markers/scopes/find-scopes.ts';
import { lineOf, type MarkerPlace, type SourceText, startOfLine } from '../markers/scopes/source-text.ts';
import { surroundingsOf } from '../markers/scopes/surroundings.ts';
import type { Surroundings } from '../model/marker.ts';

/**
 * Whether a comment that was not there before now stands where a marker's comment stood: above the same code, or in the same empty
 * block. Such a change answered the admission rather than hid it.
 */
export function isReplacedByComment(before: SourceText, marker: MarkerPlace, after: SourceText): boolean {
  const old = new Set(before.comments.map((comment) => textOf(before, comment)));
  const fresh = after.comments.filter((comment) => !old.has(textOf(after, comment)));
  if (fresh.length === 0) return false;
  const stood = surroundingsOf(before, findScopes(before), marker).around;
  const scopes = findScopes(after);
  return fresh.some((comment) =>
    isSamePlace(stood, surroundingsOf(after, scopes, placeOf(after, comment.start)).around),
  );
}

function isSamePlace(one: Surroundings, other: Surroundings): boolean {
  if (one.code !== other.code) return false;
  return one.code !== 0 || (one.before !== 0 && one.before === other.before);
}

function placeOf(source: SourceText, offset: number): MarkerPlace {
  const line = lineOf(source, offset);
  return { line, column: offset - startOfLine(source, line) + 1, endLine: line };
}

function textOf({ text }: SourceText, { start, end }: SourceText['comments'][number]): string {
  return text.slice(start, end).replace(/\s+/g, ' ').trim();
}
