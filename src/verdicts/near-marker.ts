import { DECORATOR } from '../markers/scopes/annotated-code.ts';
import type { Change, Extent } from '../model/hack.ts';
import type { CodeLine } from './code-lines.ts';
import { type Comparison, type Hunk, hunkAt, isFormatOnly, isMoved } from './comparison.ts';
import { joinCode, likenessOf } from './likeness.ts';
import { isRename, type Region } from './renames.ts';
import type { Spot } from './spot.ts';

/** What became of a piece of code, how far the change went, and how sure that is (0 to 1). */
export interface Finding {
  readonly change: Change;
  readonly extent: Extent;
  readonly confidence: number;
}

/** Judges the code within one line of the marker's comment: the annotated code, what was put in the comment's place, the line above. */
export function judgeNear(comparison: Comparison, spot: Spot, region: () => Region): Finding {
  const kept = comparison.match.subarray(spot.from, spot.to);
  const isKept = kept.every((index, step) => index >= 0 && index === (kept[0] ?? 0) + step);
  if (!isKept) return judgeCode(comparison, spot, region);
  return spot.trails && !isWeak(comparison, spot) ? judgeTrailed(comparison, spot) : judgeGap(comparison, spot, region);
}

/** A comment behind code that stays: code put directly above or below that line may be what it asked for, another statement's change is not. */
function judgeTrailed(comparison: Comparison, spot: Spot): Finding {
  const isPutBeside = [spot.from, spot.to].some((index) => {
    const hunk = hunkAt(comparison, index);
    const place = comparison.after[comparison.match[spot.from] ?? -1]?.line ?? 0;
    return hunk.before.length === 0 && hunk.after.some((line) => Math.abs(line.line - place) === 1);
  });
  if (isPutBeside || isHeaderChanged(comparison, spot)) return { change: 'changed', extent: 'logic', confidence: 0.65 };
  return { change: 'unchanged', extent: 'none', confidence: 0.97 };
}

/** The line right above decides whether that of the marker is reached: `if (!client) {` became `if (client) {`. */
function isHeaderChanged(comparison: Comparison, spot: Spot): boolean {
  const { before, match } = comparison;
  const [header, code] = [before[spot.from - 1], before[spot.from]];
  if (!header || !code || header.indent >= code.indent || code.line - header.line !== 1) return false;
  const { after } = hunkAt(comparison, spot.from - 1);
  const place = after.at(-1);
  return (match[spot.from - 1] ?? -1) < 0 && place !== undefined && !isFormatOnly({ before: [header], after: [place] });
}

/** `return;` or `break;` alone proves nothing by staying: what stands above it counts too. */
function isWeak(comparison: Comparison, spot: Spot): boolean {
  return comparison.before.slice(spot.from, spot.to).every((line) => line.key.length < 10);
}

/** The annotated code is as it was: what changed between it and the code above the comment? */
function judgeGap(comparison: Comparison, spot: Spot, region: () => Region): Finding {
  const hunk = hunkAt(comparison, spot.from);
  const isEnd = spot.from === spot.to;
  const sure = isEnd ? 0.8 : 0.97;
  const untouched: Finding = { change: 'unchanged', extent: 'none', confidence: sure };
  if (hunk.before.length + hunk.after.length === 0) return untouched;
  const isNear =
    hunk.before.length > 0
      ? spot.touchesAbove || isEnd || (!spot.headsSubject && isPutAbove(comparison, hunk, spot))
      : !spot.headsSubject || !spot.touchesBelow || isBeside(comparison, hunk, spot);
  if (!isNear) return untouched;
  const extent = extentOf(hunk, region);
  if (extent !== 'logic') return { change: 'unchanged', extent, confidence: sure - 0.1 };
  if (hunk.after.length === 0 && isEnd) return { change: 'gone', extent, confidence: 0.7 };
  return { change: 'changed', extent, confidence: hunk.before.length > 0 ? 0.7 : 0.85 };
}

/** True if new code stands right above the annotated code, where the comment was. */
function isPutAbove(comparison: Comparison, hunk: Hunk, spot: Spot): boolean {
  const below = comparison.after[comparison.match[spot.from] ?? -1]?.line ?? Infinity;
  return spot.touchesBelow && below - (hunk.after.at(-1)?.line ?? 0) === 1;
}

/** True if code put above a definition has no blank line between it and its neighbours: else it is a definition of its own. */
function isBeside(comparison: Comparison, hunk: Hunk, spot: Spot): boolean {
  const below = comparison.after[comparison.match[spot.from] ?? -1]?.line ?? Infinity;
  const above = comparison.after[comparison.match[spot.from - 1] ?? -1]?.line ?? -Infinity;
  return (hunk.after[0]?.line ?? 0) - above <= 1 || below - (hunk.after.at(-1)?.line ?? 0) <= 1;
}

/** Judges annotated code that is not as it was: only its layout, its names or its place may have changed. */
export function judgeCode(comparison: Comparison, spot: Spot, region: () => Region): Finding {
  const { from, to } = spot;
  const first = comparison.match.subarray(from, to).findIndex((index) => index < 0);
  const hunk = hunkAt(comparison, from + Math.max(0, first));
  const extent = extentOf(hunk, region);
  if (extent !== 'logic') return { change: 'unchanged', extent, confidence: extent === 'format' ? 0.9 : 0.75 };
  if (isMoved(comparison, from, to) && !isReplaced(comparison, hunk)) {
    return { change: 'unchanged', extent: 'moved', confidence: 0.8 };
  }
  const lines = comparison.before.slice(from, to);
  const isLost = comparison.match.subarray(from, to).every((index) => index < 0);
  // What an annotation spoke of is the definition below it, and that stays.
  if (isLost && lines.every(({ code }) => DECORATOR.test(code)) && (comparison.match[to] ?? -1) >= 0) {
    return { change: 'changed', extent: 'logic', confidence: 0.8 };
  }
  const successors = isLost ? findSuccessors(lines, hunk) : hunk.after;
  if (isLost && successors.length === 0) {
    return { change: 'gone', extent: 'logic', confidence: hunk.after.length === 0 ? 0.9 : 0.75 };
  }
  return { change: 'changed', extent: 'logic', confidence: likenessOf(lines, successors) >= 0.5 ? 0.95 : 0.8 };
}

/** In a larger rewrite than this no single line can be said to have become another. */
const PAIRS = 10_000;

/** New lines that may have taken the place of the lost ones: all but those that are plainly other lost lines, changed. */
function findSuccessors(lost: readonly CodeLine[], hunk: Hunk): readonly CodeLine[] {
  if (hunk.before.length * hunk.after.length > PAIRS) return hunk.after;
  const others = hunk.before.filter((line) => !lost.includes(line));
  return hunk.after.filter((line) => {
    const likeness = Math.max(0, ...others.map((other) => likenessOf([other], [line])));
    return likeness < 0.8 || likeness <= likenessOf(lost, [line]);
  });
}

/** True if new code stands where moved code stood, such as a call of what was taken out. */
function isReplaced(comparison: Comparison, hunk: Hunk): boolean {
  const old = new Set(comparison.before.map((line) => line.key));
  return hunk.after.some((line) => !old.has(line.key));
}

function extentOf(hunk: Hunk, region: () => Region): Extent {
  if (isFormatOnly(hunk)) return 'format';
  const change = { before: joinCode(hunk.before), after: joinCode(hunk.after) };
  return isRename(change, region) ? 'rename' : 'logic';
}
