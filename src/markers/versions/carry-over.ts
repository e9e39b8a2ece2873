import type { Sight } from '../../model/marker.ts';
import { findLineStarts } from '../lines.ts';
import type { Shape } from '../scopes/shapes.ts';
import { findChangedLines, type Pair } from './changed-lines.ts';
import type { Hunk } from './hunks.ts';
import { type Lines, outlineOf } from './outline.ts';
import type { VersionText } from './version-text.ts';

/** What a version shows, and what that rests on; offsets in UTF-16 code units. */
export interface Answer {
  readonly sights: readonly Sight[];
  /** Where each of them stands. */
  readonly anchors: readonly number[];
  /** Where a marker's word may stand, ascending. */
  readonly places: readonly number[];
  /** What else was read to tell, as flat pairs. */
  readonly grounds: readonly number[];
  /** How blocks are told, if one had to be. */
  readonly shape: Extract<Shape, { by: 'braces' }> | undefined;
}

/**
 * The answer for a version by that for the one before, if all it rests on stands outside the changed lines, and these do the same to the
 * blocks around them. Undefined where that is not so. Equal to reading the version by itself, or it is a mistake.
 */
export function carryOver(answer: Answer, pair: Pair, places: readonly number[]): Answer | undefined {
  const changed = findChangedLines(pair);
  if (changed === undefined) return undefined;
  const shifts = new Shifts(changed);
  const grounds = moveGrounds(answer.grounds, shifts);
  if (grounds === undefined || !isMoved(answer.places, places, shifts)) return undefined;
  const lines: number[] = [0];
  for (const { oldFrom, oldTo, from, to } of changed) {
    const [old, now] = [
      { ...pair.before, from: oldFrom, to: oldTo },
      { ...pair.now, from, to },
    ];
    if (answer.shape && !isOutlinedAlike(old, now, answer.shape)) return undefined;
    lines.push((lines.at(-1) ?? 0) + countLines(now) - countLines(old));
  }
  const moved = answer.anchors.map((anchor) => shifts.countBefore(anchor));
  return {
    sights: answer.sights.map((sight, index) => moveSight(sight, lines[moved[index] ?? 0] ?? 0)),
    anchors: answer.anchors.map((anchor, index) => anchor + shifts.behind(moved[index] ?? 0)),
    places,
    grounds,
    shape: answer.shape,
  };
}

/** By how much what stands outside the changed lines moves. */
class Shifts {
  readonly #changed: readonly Hunk[];

  constructor(changed: readonly Hunk[]) {
    this.#changed = changed;
  }

  /** How many of the changes end at or before an offset of before. */
  countBefore(offset: number): number {
    let count = 0;
    while (count < this.#changed.length && (this.#changed[count] as Hunk).oldTo <= offset) count += 1;
    return count;
  }

  /** How far what stands behind so many changes has moved. */
  behind(count: number): number {
    const last = this.#changed[count - 1];
    return last ? last.to - last.oldTo : 0;
  }

  /** How far a stretch of before has moved; undefined if it was touched. */
  of(start: number, stop: number): number | undefined {
    // Something may have come in where a stretch begins; then it stands behind that.
    const count = this.countBefore(start);
    const next = this.#changed[count];
    return next === undefined || next.oldFrom >= stop ? this.behind(count) : undefined;
  }
}

function moveGrounds(pairs: readonly number[], shifts: Shifts): number[] | undefined {
  const moved: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const [start = 0, stop = 0] = [pairs[at], pairs[at + 1]];
    const shift = shifts.of(start, stop);
    if (shift === undefined) return undefined;
    moved.push(start + shift, stop + shift);
  }
  return moved;
}

function isMoved(before: readonly number[], now: readonly number[], shifts: Shifts): boolean {
  if (before.length !== now.length) return false;
  return before.every((place, index) => now[index] === place + (shifts.of(place, place + 1) ?? NaN));
}

/** A macro that goes on over the border of the changed lines is told for what it is only as a whole. */
function isOutlinedAlike(old: Lines, now: Lines, shape: NonNullable<Answer['shape']>): boolean {
  const isCut = goesOn(old.text, old.from) || goesOn(old.text, old.to) || goesOn(now.text, now.to);
  return !isCut && outlineOf(old, shape) === outlineOf(now, shape);
}

/** Whether the line before an offset ends in a backslash. */
function goesOn(text: VersionText, at: number): boolean {
  return /\\\r?\n$/.test(text.slice(Math.max(0, at - 3), at));
}

function countLines({ text, from, to }: Lines): number {
  return findLineStarts(text.slice(from, to)).length;
}

function moveSight(sight: Sight, lines: number): Sight {
  return lines === 0 ? sight : { ...sight, line: sight.line + lines, endLine: sight.endLine + lines };
}
