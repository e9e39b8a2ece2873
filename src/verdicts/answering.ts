import { findCommentOf } from '../markers/scopes/annotated-code.ts';
import { endOfLine, type MarkerPlace, type SourceText } from '../markers/scopes/source-text.ts';
import type { CodeLine } from './code-lines.ts';
import { type Comparison, type Hunk, hunkAt, isFormatOnly } from './comparison.ts';
import type { Spot } from './spot.ts';

/** A comment above a block or a run of statements speaks of so many lines at most. */
const LONGEST = 8;

/** Words of three letters and more, and those that stand in any code. */
const WORD = /[\p{L}_$][\p{L}\p{N}_$]{2,}/gu;
const EVERYWHERE = new Set(
  'the and for but not you are this that with from when then else into should will would have been can let var val const return self null none nil new int string bool void public private protected static final class function def func import export default get set add all any its end use used using'.split(
    ' ',
  ),
);

/**
 * Whether the lines a comment speaks of, up to the end of its block or paragraph, changed in words that the comment says: `TODO set it to
 * true once …` above a block in which `false` became `true`, or commented-out code that came back a line further down.
 */
export function isAnswered(comparison: Comparison, spot: Spot, comment: string): boolean {
  if (spot.trails || spot.from === spot.to) return false;
  return findHunks(comparison, spot).some(answering(comment));
}

/** Tells whether a change brings a word that a comment says. */
export function answering(comment: string): (hunk: Hunk) => boolean {
  const said = new Set(wordsOf(comment));
  return (hunk) => {
    const old = new Set(hunk.before.flatMap(({ code }) => wordsOf(code)));
    return hunk.after.flatMap(({ code }) => wordsOf(code)).some((word) => said.has(word) && !old.has(word));
  };
}

/** A marker's comment with all its continuation lines. */
export function readComment(source: SourceText, marker: MarkerPlace): string {
  const comment = findCommentOf(source, marker);
  return comment ? source.text.slice(comment.start, Math.max(comment.end, endOfLine(source, marker.endLine))) : '';
}

function findHunks(comparison: Comparison, spot: Spot): Hunk[] {
  const hunks: Hunk[] = [];
  for (let index = spot.from + 1; index <= endOf(comparison.before, spot); index += 1) {
    const isFirst = (comparison.match[index - 1] ?? -1) >= 0;
    if (!isFirst) continue;
    const hunk = hunkAt(comparison, index);
    if (hunk.before.length + hunk.after.length > 0 && !isFormatOnly(hunk)) hunks.push(hunk);
  }
  return hunks;
}

/** Index of the last line that the comment may speak of. */
function endOf(lines: readonly CodeLine[], spot: Spot): number {
  let end = spot.to;
  const lineAt = (index: number): number => lines[index]?.line ?? Infinity;
  while (lineAt(end) - lineAt(end - 1) === 1) end += 1;
  return Math.min(Math.max(end, spot.blockTo), spot.to + LONGEST) - 1;
}

function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).filter((word) => !EVERYWHERE.has(word.toLowerCase()));
}
