import type { Wording } from '../model/marker.ts';

/** Which files a level joins: the same path; a path that went and one that came, or that share other hacks; or any two. */
export type Reach = 'same path' | 'related path' | 'any path';

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
}

/**
 * The score of a match whose tag and text are the same: what stands around both decides. Text and both neighbours in another file say
 * more than the text alone in the same file, so files are not taken one by one; but a marker that kept its file and one neighbour stayed,
 * and its twin elsewhere is a copy. Below these, reworded texts are scored one by one.
 */
export const LEVELS: readonly Level[] = [
  level('same spot', 0.98, 'same path', ['before', 'code', 'scope'], { allowAbsent: true, allowTerse: true }),
  level('same neighbours', 0.95, 'same path', ['before', 'code'], { allowTerse: true }),
  level('same code', 0.93, 'same path', ['code']),
  level('same line above', 0.92, 'same path', ['before']),
  level('same neighbours, other file', 0.9, 'any path', ['before', 'code'], { allowTerse: true }),
  level('same code', 0.88, 'same path', ['code'], { allowTerse: true }),
  level('same line above', 0.86, 'same path', ['before'], { allowTerse: true }),
  level('same code, other file', 0.8, 'any path', ['code', 'scope'], { allowTerse: true }),
  level('same definition', 0.79, 'same path', ['scope'], { allowTerse: true }),
  level('same code, renamed file', 0.78, 'related path', ['code'], { allowTerse: true }),
  level('same line above, renamed file', 0.76, 'related path', ['before'], { allowTerse: true }),
  level('same text, renamed file', 0.74, 'related path', []),
  level('same text', 0.7, 'same path', []),
  level('same code, elsewhere', 0.68, 'any path', ['code'], { allowTerse: true }),
  level('same line above, elsewhere', 0.66, 'any path', ['before']),
];

/** A file that kept a marker on a level of at least this score stayed: an equal file elsewhere is its copy. */
export const STAYED = 0.92;

/** From this score on a match between two files is as good as one inside a file. */
export const SAME_ELSEWHERE = 0.9;

/** Name and score of the match of two nodes that are the same blob at two paths. */
export const SAME_BLOB = { name: 'same file at another path', score: 1 } as const;

/** Name and score of the match of two markers whose versions of the file were both seen before, as the same hack. */
export const SAME_HACK = { name: 'both versions seen before', score: 1 } as const;

/** Weights of the parts of a reworded match, and the least score that counts: after SATD-Tracker (TechDebt 2023), which weighs text .6 and the line above .2. */
export const REWORDED = {
  text: 0.6,
  before: 0.15,
  code: 0.15,
  scope: 0.1,
  leastSamePath: 0.4,
  leastRelatedPath: 0.55,
  /** Texts less alike than this only match where the line above and the code both stayed. */
  leastText: 0.25,
} as const;

type Allowances = Partial<Pick<Level, 'allowAbsent' | 'allowTerse'>>;

function level(
  name: string,
  score: number,
  ...[reach, neighbours, allow]: [Reach, Level['neighbours'], Allowances?]
): Level {
  return { name, score, reach, neighbours, allowAbsent: false, allowTerse: false, ...allow };
}
