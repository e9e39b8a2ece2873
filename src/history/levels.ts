import type { Wording } from '../model/marker.ts';

/** Which files a level joins: the same path, or any two. */
export type Reach = 'same path' | 'any path';

/** What two markers must have in common on a level. `neighbours` are hashes that must be equal and, but on the same spot, present. */
export interface Level {
  readonly name: string;
  /** 0 to 1: levels are tried from the highest score to the lowest. */
  readonly score: number;
  readonly reach: Reach;
  readonly neighbours: readonly (keyof Wording['around'])[];
  /** Whether absent neighbours (hash 0) on both sides count as equal. */
  readonly allowAbsent: boolean;
  /** Whether a text that says little (`TODO` alone) may be joined on this level. */
  readonly allowTerse: boolean;
  /** So many words a text needs to be known again with nothing around it: fewer are often written twice. */
  readonly leastWords: number;
  /** Whether the text must name something of the code. */
  readonly namesCode: boolean;
  /** Whether the commit must have no other like it in the files it changes. */
  readonly isUnique: boolean;
}

/**
 * Matches whose tag and text are the same, and what stands around both, too: in the same file or, with both neighbours, in any. Files
 * are not taken one by one, but a marker that kept its file and one neighbour stayed, and its twin elsewhere is a copy.
 */
export const LEVELS: readonly Level[] = [
  level('same spot', 0.98, 'same path', ['before', 'code', 'scope'], { allowAbsent: true, allowTerse: true }),
  level('same neighbours', 0.95, 'same path', ['before', 'code'], { allowTerse: true }),
  level('same code', 0.93, 'same path', ['code']),
  level('same line above', 0.92, 'same path', ['before']),
  level('same neighbours, other file', 0.9, 'any path', ['before', 'code'], { allowTerse: true }),
  level('same code', 0.88, 'same path', ['code'], { allowTerse: true }),
  level('same line above', 0.86, 'same path', ['before'], { allowTerse: true }),
];

/** A file that kept a marker on a level of at least this score stayed: an equal file elsewhere is its copy. */
export const STAYED = 0.92;

/** What is left is joined by the weighted sum of these: after SATD-Tracker (TechDebt 2023), which weighs text .6 and the line above .2. `terse` is how much an equal text that says little is worth of another. */
export const SCORES = { text: 0.6, before: 0.18, code: 0.22, scope: 0.05, path: 0.1, terse: 0.6 } as const;

/**
 * What is too much to be scored pair by pair is joined by these; and a text that went here and came there while its code changed, if it is
 * a whole sentence, or the only one in the commit that says that much, or that names that piece of code.
 */
export const LAST_LEVELS: readonly Level[] = [
  level('same definition', 0.5, 'same path', ['scope'], { allowTerse: true }),
  level('same text', 0.5, 'same path', []),
  level('same sentence, other file', 0.4, 'any path', [], { leastWords: 7 }),
  level('same words, other file', 0.35, 'any path', [], { isUnique: true, leastWords: 6 }),
  level('same name in the text, other file', 0.35, 'any path', [], { isUnique: true, namesCode: true }),
];

/** In another file, a match of a lower score says nothing of what stands around the text. */
export const BY_TEXT_ALONE = 0.5;

/** A merge seldom drops one admission and makes up an equal one: where both are left over the text alone is enough. */
export const MERGE_LEVEL: Level = level('same text, in a merge', 0.5, 'any path', [], { allowTerse: true });

/** A new marker on the same spot as one that went elsewhere is the same hack kept twice. */
export const KEPT_TWICE: Level = level('kept in two places', 0.9, 'same path', ['before', 'code', 'scope'], {
  allowAbsent: true,
  allowTerse: true,
});

/** Name and score of the match of two nodes that are the same blob at two paths. */
export const SAME_BLOB = { name: 'same file at another path', score: 1 } as const;

/** Name and score of the match of two markers whose versions of the file were both seen before, as the same hack. */
export const SAME_HACK = { name: 'both versions seen before', score: 1 } as const;

type Allowances = Partial<Pick<Level, 'allowAbsent' | 'allowTerse' | 'leastWords' | 'namesCode' | 'isUnique'>>;

function level(
  name: string,
  score: number,
  ...[reach, neighbours, allow]: [Reach, Level['neighbours'], Allowances?]
): Level {
  const usual = { allowAbsent: false, allowTerse: false, leastWords: 0, namesCode: false, isUnique: false };
  return { name, score, reach, neighbours, ...usual, ...allow };
}
