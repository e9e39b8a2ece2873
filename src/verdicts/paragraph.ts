import type { MarkerPlace, SourceText } from '../markers/scopes/source-text.ts';
import { compareCode } from './comparison.ts';
import { shareOfChange } from './in-definition.ts';
import { findSpot } from './spot.ts';

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
  const { from, to, trails } = findSpot(older, comparison.before, marker);
  if (trails || from === to) return false;
  let end = to;
  const lineAt = (index: number): number => comparison.before[index]?.line ?? Infinity;
  while (end - from < LONGEST && lineAt(end) - lineAt(end - 1) === 1) end += 1;
  return shareOfChange(comparison, from, end) >= REWRITTEN;
}
