/**
 * How alike two marker texts (`TAG text`) are: 0 (nothing in common) to 1 (same but for case and white space); the mean of the Jaccard index of their
 * words and the Dice index of their letter pairs, since short texts change by a letter as often as by a word.
 */
export function similarity(one: string, other: string): number {
  const [a, b] = [featuresOf(one), featuresOf(other)];
  if (a.text === b.text) return 1;
  const words = overlap(a.words, b.words);
  const pairs = overlap(a.pairs, b.pairs);
  const mean =
    (words.shared / Math.max(1, words.total - words.shared) + (2 * pairs.shared) / Math.max(1, pairs.total)) / 2;
  return runsOn(a.text, b.text) || runsOn(b.text, a.text) ? Math.max(mean, RUN_ON) : mean;
}

/** How alike a text is to one that says more after all of its words: as when commented-out code below a comment became part of it. */
const RUN_ON = 0.9;

function runsOn(start: string, text: string): boolean {
  if (!text.startsWith(start) || isTerse(start.slice(start.indexOf(' ') + 1))) return false;
  return /^[^\p{L}\p{N}]/u.test(text.slice(start.length));
}

interface Features {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

/** In one commit every leftover text is compared with many others, and commit after commit with the same ones. */
const known = new Map<string, Features>();
const MOST_KNOWN = 4096;

function featuresOf(text: string): Features {
  const found = known.get(text);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim();
  const features = {
    text: plain,
    words: new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [plain]),
    pairs: new Set(letterPairs(plain)),
  };
  known.set(text, features);
  return features;
}

function letterPairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** Sizes of two sets together (`total`) and of what they share. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): { shared: number; total: number } {
  let shared = 0;
  for (const item of one) if (other.has(item)) shared++;
  return { shared, total: one.size + other.size };
}

/** A text that says too little to know a hack by: less than two words, or than eight letters. A name may be made of words. */
export function isTerse(text: string): boolean {
  return text.length < 8 || !/[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(text);
}

/** Words of a text in which white space is collapsed. */
export function countWords(text: string): number {
  return text.split(' ').length;
}

/** Whether a text has a name as code has them: `dry_run`, `messageColor`, `flush()`, `$var`, `fs::read`. */
export function namesCode(text: string): boolean {
  return /[\p{L}\p{N}]_[\p{L}\p{N}]|\p{Ll}\p{Lu}|[\p{L}\p{N}]\(\)|\$\{?\p{L}|\p{L}(?:::|->)\p{L}/u.test(text);
}
