import { packNumbers, unpackNumbers } from './number-packing.ts';

/** One marker-bearing path that a commit changed, by the numbers of its nodes; null = no markers there. */
export interface PackedChange {
  readonly before: number | null;
  readonly after: number | null;
}

/** Two numbers a change, 0 for null; null if there are none, as for most commits. The paths are those of the nodes. */
export function packChanges(changes: readonly PackedChange[]): Buffer | null {
  if (changes.length === 0) return null;
  return packNumbers(changes.flatMap(({ before, after }) => [before ?? 0, after ?? 0]));
}

/** The changes of `packChanges`. */
export function unpackChanges(bytes: Uint8Array | null): PackedChange[] {
  if (bytes === null) return [];
  const numbers = unpackNumbers(bytes);
  const changes: PackedChange[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    changes.push({ before: numbers[i] || null, after: numbers[i + 1] || null });
  }
  return changes;
}
