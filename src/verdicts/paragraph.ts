import type { MarkerPlace, SourceText } from '../markers/scopes/source-text.ts';
import { compareCode, type Comparison } from './comparison.ts';
import { shareOfChange } from './in-definition.ts';
import { findSpot, type Spot } from './spot.ts';

/** A comment may speak of so many lines of code at most. */
const LONGEST = 12;

/** From this share of changed lines on, a paragraph is another one. */
const REWRITTEN = 0.3;

/**
 * True if the lines below a marker, up to the next blank line, are no longer what they were in an older text: a comment above a run of
 * statements speaks of all of them, so one that went from above such lines is not swept, whoever changed them and when.
 */
export function isParagraphRewritten(older: SourceText, marker: MarkerPlace, newer: SourceText): boolean {
  const comparison = compareCode(older, newer);
  const spot = findSpot(older, comparison.before, marker);
  if (spot.trails || spot.from === spot.to) return false;
  return shareOfChange(comparison, { from: spot.from, to: endOfRun(comparison, spot) }) >= REWRITTEN;
}

/** In one commit the lines further down change for reasons of their own: only a run that is mostly another speaks of the comment. */
const MOSTLY = 0.6;
const FEWEST = 3;

/** True if the lines below a marker that goes were mostly rewritten in the same commit. */
export function isRunRewritten(comparison: Comparison, spot: Spot): boolean {
  const end = endOfRun(comparison, spot);
  return !spot.trails && end - spot.from >= FEWEST && shareOfChange(comparison, { from: spot.from, to: end }) >= MOSTLY;
}

/** Index after the last line of code before the next blank line. */
function endOfRun({ before }: Comparison, { from, to }: Spot): number {
  let end = to;
  const lineAt = (index: number): number => before[index]?.line ?? Infinity;
  while (end - from < LONGEST && lineAt(end) - lineAt(end - 1) === 1) end += 1;
  return end;
}
