import type { SourceText } from '../markers/scopes/source-text.ts';
import { type CodeLine, findCodeLines, joinKeys } from './code-lines.ts';
import { matchLines } from './match-lines.ts';

/** Two texts compared by their code: `match[i]` is the line of `after` that equals line i of `before`, or -1. Indexes count lines that hold code. */
export interface Comparison {
  readonly before: readonly CodeLine[];
  readonly after: readonly CodeLine[];
  readonly match: Int32Array;
  /** Lines of `after` that equal no line of `before` in their place, by key: where moved code may have gone. */
  readonly added: ReadonlyMap<string, readonly number[]>;
}

/** Compares two texts without their comments. */
export function compareCode(beforeText: SourceText, afterText: SourceText): Comparison {
  const before = findCodeLines(beforeText);
  const after = findCodeLines(afterText);
  const match = matchLines(
    before.map((line) => line.key),
    after.map((line) => line.key),
  );
  return { before, after, match, added: findAdded(after, new Set(match)) };
}

function findAdded(after: readonly CodeLine[], kept: ReadonlySet<number>): Map<string, number[]> {
  const added = new Map<string, number[]>();
  for (const [index, line] of after.entries()) {
    if (kept.has(index)) continue;
    const places = added.get(line.key);
    if (places) places.push(index);
    else added.set(line.key, [index]);
  }
  return added;
}

/** Lines that differ between two equal ones; either side may be empty. */
export interface Hunk {
  readonly before: readonly CodeLine[];
  readonly after: readonly CodeLine[];
}

/** The difference around the place between lines `index - 1` and `index` of `before`, or around line `index` if that is not kept. */
export function hunkAt(comparison: Comparison, index: number): Hunk {
  const { match } = comparison;
  let from = index - 1;
  while (from >= 0 && (match[from] ?? -1) < 0) from -= 1;
  let to = index;
  while (to < match.length && (match[to] ?? -1) < 0) to += 1;
  const first = from < 0 ? 0 : (match[from] ?? 0) + 1;
  const last = to >= match.length ? comparison.after.length : (match[to] ?? 0);
  return { before: comparison.before.slice(from + 1, to), after: comparison.after.slice(first, last) };
}

/** True if both sides say the same once line breaks and spacing are left out. */
export function isFormatOnly(hunk: Hunk): boolean {
  return joinKeys(hunk.before) === joinKeys(hunk.after);
}

/** True if the lines [from, to) stand elsewhere in the new text, in one piece, and say enough to be known again. */
export function isMoved(comparison: Comparison, from: number, to: number): boolean {
  const keys = comparison.before.slice(from, to).map((line) => line.key);
  const places = comparison.added.get(keys[0] ?? '') ?? [];
  return places.some((place) => {
    if (!keys.every((key, step) => comparison.after[place + step]?.key === key)) return false;
    if (keys.join('').length >= 24) return true;
    const next = comparison.before[to]?.key;
    const previous = comparison.before[from - 1]?.key;
    const isBeside = (key: string | undefined, at: number): boolean =>
      key !== undefined && key.length > 2 && comparison.after[at]?.key === key;
    return isBeside(next, place + keys.length) || isBeside(previous, place - 1);
  });
}
