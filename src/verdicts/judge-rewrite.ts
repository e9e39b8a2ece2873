import type { MarkerPlace, SourceText } from '../markers/scopes/source-text.ts';
import type { Extent } from '../model/hack.ts';
import { answering, readComment } from './answering.ts';
import { compareCode, type Comparison, type Hunk, hunkAt } from './comparison.ts';
import { isLost, shareOfChange } from './in-definition.ts';
import { findRegion } from './judge-removal.ts';
import { lossOf } from './likeness.ts';
import { judgeCode } from './near-marker.ts';
import { findSpot } from './spot.ts';

/** A marker's text before and after a commit that let the marker stay. */
export interface RewriteTexts {
  readonly before: SourceText;
  readonly marker: MarkerPlace;
  readonly after: SourceText;
}

/** From this share of changed lines on, annotated code of several lines was rewritten and not just touched. */
const REWRITTEN = 0.3;
/** From this share of lost words on, a changed line is another; with less it only got a parameter, a type or a condition more. */
const OTHER = 0.5;
/** A line may have become so many; of more lines, all words together say nothing. */
const FEW = 8;

/**
 * How far a commit changed the annotated code under a marker that stayed: `none` if the code still stands as it was, also where other code
 * was put between the marker and it; `logic` also where the code went and the marker now heads other code.
 */
export function judgeRewrite({ before, marker, after }: RewriteTexts): Extent {
  const comparison = compareCode(before, after);
  const spot = findSpot(before, comparison.before, marker);
  const { from, to } = spot;
  const kept = comparison.match.subarray(from, to);
  if (kept.every((index, step) => index >= 0 && index === (kept[0] ?? 0) + step)) return 'none';
  const { extent } = judgeCode(comparison, spot, () => findRegion(before, after, spot.subject));
  // Above a definition a marker speaks of all of it, and a new parameter is no rewrite.
  const end = spot.headsSubject ? spot.blockTo : to;
  if (extent !== 'logic') return extent;
  const isOneLine = end - from === 1;
  if (!isOneLine && shareOfChange(comparison, { from, to: end }) < REWRITTEN) return 'none';
  const isRewritten =
    lossesIn(comparison, from, end).some(answering(readComment(before, marker))) ||
    (isOneLine ? isOther(comparison, from) : shareOfChange(comparison, { from, to: end }, isLostToOther) >= REWRITTEN);
  return isRewritten ? 'logic' : 'none';
}

function isLostToOther(comparison: Comparison, index: number): boolean {
  return isLost(comparison, index) && isOther(comparison, index);
}

/** Whether most words of a line are not in what took its place. */
function isOther(comparison: Comparison, index: number): boolean {
  const line = comparison.before[index];
  if (!line || (comparison.match[index] ?? -1) >= 0) return false;
  const { after } = hunkAt(comparison, index);
  const heirs = [...after.map((heir) => [heir]), ...(after.length <= FEW ? [after] : [])];
  return heirs.every((heir) => lossOf([line], heir) >= OTHER);
}

/** The differences that took one of the lines [from, to). */
function lossesIn(comparison: Comparison, from: number, to: number): readonly Hunk[] {
  const isGone = (at: number): boolean => (comparison.match[at] ?? -1) < 0;
  const hunks: Hunk[] = [];
  for (let index = from; index < to; index += 1) {
    if (isGone(index) && (index === from || !isGone(index - 1))) hunks.push(hunkAt(comparison, index));
  }
  return hunks;
}
