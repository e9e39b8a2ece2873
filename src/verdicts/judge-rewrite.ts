import type { MarkerPlace, SourceText } from '../markers/scopes/source-text.ts';
import type { Extent } from '../model/hack.ts';
import { compareCode } from './comparison.ts';
import { shareOfChange } from './in-definition.ts';
import { findRegion } from './judge-removal.ts';
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
  if (extent !== 'logic' || end - from === 1) return extent;
  return shareOfChange(comparison, from, end) >= REWRITTEN ? 'logic' : 'none';
}
