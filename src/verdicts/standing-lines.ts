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
  const places = tip === after ? added : findPlaces(added, lines, linesOf(tip));
  const first = places.reduce((least, place) => Math.min(least, place), Infinity);
  return { added: added.length, standing: places.length, firstLine: first === Infinity ? null : first + 1 };
}

/** Where the added ones of these lines stand now: in their places, or wherever else there is one more of them. */
function findPlaces(added: readonly number[], lines: readonly string[], now: readonly string[]): number[] {
  const match = matchLines(lines, now);
  const isGone = (index: number): boolean => (match[index] ?? -1) < 0;
  const free = findFree(new Set(added.filter(isGone).map((index) => lines[index] ?? '')), now, match);
  return added.flatMap((index) =>
    isGone(index) ? (free.get(lines[index] ?? '')?.shift() ?? []) : (match[index] ?? []),
  );
}

/** Indexes of these lines where they match none, ascending. */
function findFree(
  wanted: ReadonlySet<string>,
  now: readonly string[],
  match: Int32Array,
): ReadonlyMap<string, number[]> {
  const free = new Map([...wanted].map((line) => [line, [] as number[]]));
  if (wanted.size === 0) return free;
  const isKept = markKept(match, now.length);
  for (const [index, line] of now.entries()) if (isKept[index] === 0) free.get(line)?.push(index);
  return free;
}

/** Indexes of the lines that say something and that no line of the old text is, wherever it stood. */
function findAdded(before: readonly string[], after: readonly string[]): number[] {
  const kept = matchLines(before, after);
  const isKept = markKept(kept, after.length);
  const added: number[] = [];
  for (const [index, line] of after.entries()) if (isKept[index] === 0 && SAYS.test(line)) added.push(index);
  const moved = new Map<string, number>();
  for (const [index, line] of before.entries()) {
    if ((kept[index] ?? -1) < 0) moved.set(line, (moved.get(line) ?? 0) + 1);
  }
  return added.filter((index) => {
    const line = after[index] ?? '';
    const left = moved.get(line) ?? 0;
    if (left > 0) moved.set(line, left - 1);
    return left === 0;
  });
}

const SAYS = /[\p{L}\p{N}]/u;

/** 1 for each of so many lines that a match names. */
function markKept(match: Int32Array, length: number): Uint8Array {
  const isKept = new Uint8Array(length);
  for (const index of match) if (index >= 0) isKept[index] = 1;
  return isKept;
}

const trimmed = remembered((line) => line.trim());

function linesOf(text: string | null): string[] {
  if (text === null) return [];
  return text.split(text.includes('\r') ? /\r\n|\n|\r/ : '\n').map(trimmed);
}
