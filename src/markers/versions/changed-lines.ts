import { countEnding } from './flat-pairs.ts';
import type { Hunk } from './hunks.ts';
import type { LexedText } from './lexed-text.ts';
import type { Stretch } from './relex.ts';
import type { VersionText } from './version-text.ts';

/** Two versions of a file; the later one was cut from the earlier. */
export interface Pair {
  readonly before: LexedText;
  readonly now: LexedText;
}

/** Whole lines, ascending, outside which two versions have the same text and the same tokens. Undefined where that is not easily said. */
export function findChangedLines(pair: Pair): readonly Hunk[] | undefined {
  const found = pair.now.stretches?.map((stretch) => widen(pair, stretch));
  const isApart = found?.every(({ oldFrom, from }, index) => {
    const last = found[index - 1];
    return last === undefined || (last.to <= from && last.oldTo <= oldFrom);
  });
  return isApart ? found : undefined;
}

/** What changed in a stretch with every token that did, as whole lines. */
function widen({ before, now }: Pair, stretch: Stretch): Hunk {
  const { change } = stretch;
  let { from, to } = change;
  for (const kind of ['comments', 'literals'] as const) {
    const range = changedPairs(before.tokens[kind], now.tokens[kind], stretch);
    from = Math.min(from, range.from);
    to = Math.max(to, range.to);
  }
  const [shiftBefore, shift] = [change.from - change.oldFrom, change.to - change.oldTo];
  from = now.text.startOfLine(from);
  if (!startsLine(now.text, to) || !startsLine(before.text, to - shift)) to = now.text.behindLine(to);
  return { oldFrom: from - shiftBefore, oldTo: to - shift, from, to };
}

function startsLine(text: VersionText, at: number): boolean {
  return at === 0 || text.slice(at - 1, at) === '\n';
}

/** From the first to the last pair in a stretch that is not the same in both versions, in offsets of the later one. */
function changedPairs(
  before: readonly number[],
  now: readonly number[],
  { change, ...stretch }: Stretch,
): Pick<Hunk, 'from' | 'to'> {
  let [first, old] = [countEnding(now, stretch.from), countEnding(before, stretch.oldFrom)];
  let [last, oldLast] = [countEnding(now, stretch.to), countEnding(before, stretch.oldTo)];
  const isSame = (at: number, oldAt: number, shift: number): boolean =>
    now[at] === (before[oldAt] ?? NaN) + shift && now[at + 1] === (before[oldAt + 1] ?? NaN) + shift;
  const [shiftBefore, shift] = [change.from - change.oldFrom, change.to - change.oldTo];
  while (first < last && old < oldLast && (now[first + 1] ?? 0) <= change.from && isSame(first, old, shiftBefore)) {
    first += 2;
    old += 2;
  }
  while (last > first && oldLast > old && (now[last - 2] ?? 0) >= change.to && isSame(last - 2, oldLast - 2, shift)) {
    last -= 2;
    oldLast -= 2;
  }
  const own = first < last ? { from: now[first] ?? 0, to: now[last - 1] ?? 0 } : { from: Infinity, to: 0 };
  if (old >= oldLast) return own;
  return {
    from: Math.min(own.from, (before[old] ?? 0) + shiftBefore),
    to: Math.max(own.to, (before[oldLast - 1] ?? 0) + shift),
  };
}
