import { matchLines } from './match-lines.ts';
import { remembered } from './remembered.ts';

/** What a commit did to a file, and the file now; null where there is none. */
export interface FileTexts {
  readonly before: string | null;
  readonly after: string;
  readonly tip: string | null;
}

/** How many lines a commit added to a file, and how many of them stand in it now. */
export interface StandingLines {
  readonly added: number;
  readonly standing: number;
  /** Number of the first one that stands, from 1; null if none does. */
  readonly firstLine: number | null;
}

/**
 * Counts the lines a commit added that say something (a letter or digit), and which of them stand, indentation left out. A line that only
 * moved inside the file was not added by the commit, and still stands wherever the file has it later.
 */
export function countStanding({ before, after, tip }: FileTexts): StandingLines {
  const lines = linesOf(after);
  const added = findAdded(linesOf(before), lines);
  const now = linesOf(tip);
  const match = matchLines(lines, now);
  const free = new Map<string, number[]>();
  const kept = new Set(match);
  for (const [index, line] of now.entries()) if (!kept.has(index)) free.set(line, [...(free.get(line) ?? []), index]);
  const places = added.map((index) => {
    const place = match[index] ?? -1;
    return place >= 0 ? place : (free.get(lines[index] ?? '')?.shift() ?? -1);
  });
  const standing = places.filter((place) => place >= 0);
  const first = standing.reduce((least, place) => Math.min(least, place), Infinity);
  return { added: added.length, standing: standing.length, firstLine: first === Infinity ? null : first + 1 };
}

/** Indexes of the lines that say something and that no line of the old text is, wherever it stood. */
function findAdded(before: readonly string[], after: readonly string[]): number[] {
  const kept = matchLines(before, after);
  const moved = new Map<string, number>();
  for (const [index, line] of before.entries()) {
    if ((kept[index] ?? -1) < 0) moved.set(line, (moved.get(line) ?? 0) + 1);
  }
  const stayed = new Set(kept);
  return [...after.keys()].filter((index) => {
    const line = after[index] ?? '';
    if (stayed.has(index) || !/[\p{L}\p{N}]/u.test(line)) return false;
    const left = moved.get(line) ?? 0;
    if (left > 0) moved.set(line, left - 1);
    return left === 0;
  });
}

const trimmed = remembered((line) => line.trim());

function linesOf(text: string | null): string[] {
  if (text === null) return [];
  return text.split(text.includes('\r') ? /\r\n|\n|\r/ : '\n').map(trimmed);
}
