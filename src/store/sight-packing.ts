import { foldSign, packNumbers, unfoldSign, unpackNumbers } from './number-packing.ts';

/** Where one wording, known by its number, stands in a blob. */
export interface PackedSight {
  readonly wording: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

const FIELDS = 4;

/** Four numbers a sight: signed distances of wording and line from the sight before, the column, and the lines after the first. */
export function packSights(sights: readonly PackedSight[]): Buffer {
  const numbers: number[] = [];
  let wording = 0;
  let line = 0;
  for (const sight of sights) {
    const more = foldSign(sight.endLine - sight.line);
    numbers.push(foldSign(sight.wording - wording), foldSign(sight.line - line), sight.column, more);
    ({ wording, line } = sight);
  }
  return packNumbers(numbers);
}

/** The sights of `packSights`. */
export function unpackSights(bytes: Uint8Array): PackedSight[] {
  const numbers = unpackNumbers(bytes);
  const sights: PackedSight[] = [];
  let wording = 0;
  let line = 0;
  for (let i = 0; i + FIELDS <= numbers.length; i += FIELDS) {
    const [toWording = 0, toLine = 0, column = 0, more = 0] = numbers.slice(i, i + FIELDS);
    wording += unfoldSign(toWording);
    line += unfoldSign(toLine);
    sights.push({ wording, line, column, endLine: line + unfoldSign(more) });
  }
  return sights;
}
