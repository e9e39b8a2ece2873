import type { CodeLine } from './code-lines.ts';

/** How much of the old lines' words the most similar of the new lines has: 0 to 1 (Dice). */
export function likenessOf(before: readonly CodeLine[], after: readonly CodeLine[]): number {
  const old = wordsOf(joinCode(before));
  return Math.max(0, ...after.map((line) => dice(old, wordsOf(line.code))), dice(old, wordsOf(joinCode(after))));
}

/** How much of the old lines' words none of the new lines has: 0 to 1. */
export function lossOf(before: readonly CodeLine[], after: readonly CodeLine[]): number {
  const [old, now] = [wordsOf(joinCode(before)), wordsOf(joinCode(after))];
  let lost = 0;
  for (const word of old) if (!now.has(word)) lost += 1;
  return old.size === 0 ? 1 : lost / old.size;
}

function wordsOf(code: string): Set<string> {
  return new Set(code.match(/[\p{L}\p{N}_$]+/gu));
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}

/** The lines' code as one text. */
export function joinCode(lines: readonly CodeLine[]): string {
  return lines.map((line) => line.code).join('\n');
}
