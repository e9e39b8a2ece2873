/**
 * How alike two marker texts are: 0 (nothing in common) to 1 (same but for case and white space); the mean of the Jaccard index of their
 * words and the Dice index of their letter pairs, since short texts change by a letter as often as by a word.
 */
export function similarity(one: string, other: string): number {
  const [a, b] = [normalized(one), normalized(other)];
  if (a === b) return 1;
  const words = overlap(a.split(' '), b.split(' '));
  const pairs = overlap(letterPairs(a), letterPairs(b));
  return (words.shared / Math.max(1, words.total - words.shared) + (2 * pairs.shared) / Math.max(1, pairs.total)) / 2;
}

function normalized(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

function letterPairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** Sizes of two sets together (`total`) and of what they share. */
function overlap(one: readonly string[], other: readonly string[]): { shared: number; total: number } {
  const [a, b] = [new Set(one), new Set(other)];
  let shared = 0;
  for (const item of a) if (b.has(item)) shared++;
  return { shared, total: a.size + b.size };
}

/** A text that says too little to know a hack by: less than two words, or than eight letters. */
export function isTerse(text: string): boolean {
  return text.length < 8 || !text.includes(' ');
}
