import type { FileModel } from './model.ts';

/** A marker as a reader of the texts sees it. */
export interface Evident {
  readonly hack: number;
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  readonly text: string;
  /** The nearest line above that is not blank; empty at the top. */
  readonly previous: string;
  /** The nearest line below that is neither blank nor a marker; empty at the end. */
  readonly next: string;
  readonly file: FileModel;
}

/** How much speaks for one marker being the other, 0 to 1 in each respect. */
export interface Evidence {
  /** Share of words in common (Dice); 1 = the same text. */
  readonly text: number;
  readonly path: number;
  /** Share of lines the two files have in common (Dice). */
  readonly file: number;
  readonly previous: number;
  readonly next: number;
}

/** Every marker of a file, without its token's help. */
export function findMarkersOf(file: FileModel): Evident[] {
  return file.lines.flatMap(({ hack, text }, index) => {
    if (hack === null) return [];
    const previous = file.lines.slice(0, index).findLast((line) => line.kind !== 'blank')?.text ?? '';
    const following = file.lines.slice(index + 1);
    const next = following.find((line) => line.kind !== 'blank' && line.kind !== 'marker')?.text ?? '';
    const around = { previous: previous.trim(), next: next.trim() };
    return [{ hack, path: file.path, line: index + 1, text: text.trim(), ...around, file }];
  });
}

export function weighEvidence(before: Evident, after: Evident): Evidence {
  return {
    text: before.text === after.text ? 1 : shareOf(wordsOf(before.text), wordsOf(after.text)) * 0.99,
    path: Number(before.path === after.path),
    file: kinshipOf(before.file, after.file),
    previous: Number(before.previous === after.previous),
    next: Number(before.next === after.next),
  };
}

/** No respect in which `other` is weaker than `one`; and nothing is stronger than a file that is all the same, wherever it is. */
export function isAsStrong(other: Evidence, one: Evidence): boolean {
  if (isWholeFile(other) && !isWholeFile(one)) return true;
  return RESPECTS.every((respect) => other[respect] >= one[respect]);
}

/** No respect in which two links together are weaker than two others. */
export function areAsStrong(others: readonly [Evidence, Evidence], ones: readonly [Evidence, Evidence]): boolean {
  return RESPECTS.every((respect) => others[0][respect] + others[1][respect] >= ones[0][respect] + ones[1][respect]);
}

const RESPECTS = ['text', 'path', 'file', 'previous', 'next'] as const;

function isWholeFile({ file, text, previous, next }: Evidence): boolean {
  return file === 1 && text === 1 && previous + next === 2;
}

/**
 * Whether a careful reader could take the two for one marker: the same words in the same file or beside the same line; half
 * of the words in the same file beside the same line, or between the same two lines anywhere; or any words in the same file
 * between the same two lines.
 */
export function isPlausible({ text, path, file, previous, next }: Evidence): boolean {
  const neighbours = previous + next;
  const inPlace = path === 1 || file >= 0.5;
  if (text === 1) return inPlace || neighbours > 0;
  if (text >= 0.5) return neighbours === 2 || (inPlace && neighbours > 0);
  return inPlace && neighbours === 2;
}

const kinships = new WeakMap<FileModel, WeakMap<FileModel, number>>();

function kinshipOf(before: FileModel, after: FileModel): number {
  const known = kinships.get(before) ?? new WeakMap<FileModel, number>();
  kinships.set(before, known);
  const share = known.get(after) ?? shareOf(textsOf(before), textsOf(after));
  known.set(after, share);
  return share;
}

function textsOf(file: FileModel): string[] {
  return file.lines.map((line) => line.text.trim()).filter((text) => text !== '');
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '');
}

/** Dice's coefficient of two bags. */
function shareOf(some: readonly string[], others: readonly string[]): number {
  if (some.length + others.length === 0) return 1;
  const left = new Map<string, number>();
  for (const item of others) left.set(item, (left.get(item) ?? 0) + 1);
  const common = some.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count > 0;
  });
  return (2 * common.length) / (some.length + others.length);
}
