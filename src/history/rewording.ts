import type { RepoPath } from '../model/git.ts';
import { affinity, baseName, nameAffinity } from './alignment.ts';
import { SCORES } from './levels.ts';
import type { Spot } from './living.ts';
import type { Match } from './matching.ts';
import type { Pairing } from './pairing.ts';
import { countWords, isTerse, similarity } from './similarity.ts';

/** Above this many combinations of two files' leftover markers no text is compared: such a pair was rewritten, not reworded. */
const MOST_COMBINATIONS = 40_000;

/** Above this many files that went and came in one commit, a new name is only believed if something else speaks for it. */
const MOST_RENAME_CANDIDATES = 25;

interface Candidate extends Match {
  readonly pairing: Pairing;
  readonly displacement: number;
}

/** Joins what no level joined, the best score of all parents first: inside a file, between a file and its heirs, or between files by text and neighbours. */
export function joinByScore(pairings: readonly Pairing[]): void {
  const candidates = pairings.flatMap((pairing) => (pairing.isDone ? [] : findCandidates(pairing)));
  const choices = countChoices(candidates);
  const bestFirst = candidates.toSorted(
    (one, other) => other.score - one.score || choices(one) - choices(other) || one.displacement - other.displacement,
  );
  for (const { pairing, before, after, why, score } of bestFirst) pairing.join({ before, after, why, score });
}

/** How many equally good candidates the pair's more decided marker has: who has no choice is served first. */
function countChoices(candidates: readonly Candidate[]): (candidate: Candidate) => number {
  const counts = new Map<Spot, Map<number, number>>();
  for (const { before, after, score } of candidates) {
    for (const spot of [before, after]) {
      const byScore = counts.get(spot) ?? new Map<number, number>();
      counts.set(spot, byScore.set(score, (byScore.get(score) ?? 0) + 1));
    }
  }
  const choicesOf = (spot: Spot, score: number): number => counts.get(spot)?.get(score) ?? 0;
  return ({ before, after, score }) => Math.min(choicesOf(before, score), choicesOf(after, score));
}

function findCandidates(pairing: Pairing): Candidate[] {
  const leftover = { before: [...pairing.before], after: [...pairing.after] };
  const pairs = [...pairFiles(pairing, leftover), ...KEYS.flatMap((keyOf) => pairByKey(leftover, keyOf))];
  return pairs.flatMap(([before, after]) => scorePair(pairing, before, after) ?? []);
}

interface Leftover {
  readonly before: readonly Spot[];
  readonly after: readonly Spot[];
}

/** Every marker of an old path with every one of the paths it may have gone to. */
function pairFiles(pairing: Pairing, { before, after }: Leftover): (readonly [Spot, Spot])[] {
  const older = groupBy(before, ({ node }) => node.path);
  const newer = groupBy(after, ({ node }) => node.path);
  const renamings = findRenamings(pairing, [...older.keys()], [...newer.keys()]);
  return [...older].flatMap(([path, spots]) => {
    const heirs = new Set([path, ...pairing.heirsOf(path), ...renamings(path)]);
    return [...heirs].flatMap((heir) => combine(spots, newer.get(heir) ?? []));
  });
}

/**
 * The paths that may be a file's new name, of those with markers left over: those that came when it went; of very many only those with its
 * own base name.
 */
function findRenamings(
  { delta: { gone, come } }: Pairing,
  older: readonly RepoPath[],
  newer: readonly RepoPath[],
): (path: RepoPath) => readonly RepoPath[] {
  const all = newer.filter((path) => come.has(path));
  if (older.filter((path) => gone.has(path)).length * all.length <= MOST_RENAME_CANDIDATES) {
    return (path) => (gone.has(path) ? all : []);
  }
  const byName = new Map<string, RepoPath[]>();
  for (const path of all) {
    const name = baseName(path);
    const paths = byName.get(name);
    if (paths) paths.push(path);
    else byName.set(name, [path]);
  }
  return (path) => {
    const paths = gone.has(path) ? (byName.get(baseName(path)) ?? []) : [];
    return paths.length <= MOST_RENAME_CANDIDATES ? paths : [];
  };
}

/** What two markers of any two files must share to be compared. */
const KEYS: readonly ((spot: Spot) => string | undefined)[] = [
  ({ sight: { wording } }) => shared(wording.around.before, wording.around.code),
  ({ sight: { wording } }) => shared(wording.tag, wording.text, wording.around.code),
  ({ sight: { wording } }) => shared(wording.tag, wording.text, wording.around.before),
  ({ sight: { wording } }) => shared(wording.tag, wording.text, wording.enclosing ?? 0),
];

function shared(...parts: readonly (string | number)[]): string | undefined {
  return parts.includes(0) ? undefined : parts.join('\0');
}

function pairByKey({ before, after }: Leftover, keyOf: (spot: Spot) => string | undefined): (readonly [Spot, Spot])[] {
  const older = groupBy(before, keyOf);
  return [...groupBy(after, keyOf)].flatMap(([key, spots]) => combine(older.get(key) ?? [], spots));
}

function groupBy<Key>(spots: readonly Spot[], keyOf: (spot: Spot) => Key | undefined): Map<Key, Spot[]> {
  const groups = new Map<Key, Spot[]>();
  for (const spot of spots) {
    const key = keyOf(spot);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(spot);
    else groups.set(key, [spot]);
  }
  return groups;
}

function combine(before: readonly Spot[], after: readonly Spot[]): (readonly [Spot, Spot])[] {
  if (before.length * after.length > MOST_COMBINATIONS) {
    return before.slice(0, after.length).map((spot, index) => [spot, after[index] as Spot]);
  }
  return before.flatMap((one) => after.map((other) => [one, other] as const));
}

function scorePair(pairing: Pairing, before: Spot, after: Spot): Candidate | undefined {
  const [one, other] = [before.sight.wording, after.sight.wording];
  const isSame = one.tag === other.tag && one.text === other.text;
  const alike = isSame ? 1 : similarity(`${one.tag} ${one.text}`, `${other.tag} ${other.text}`);
  const keepsScope =
    isShared(one.around.scope, other.around.scope) || (one.enclosing !== null && one.enclosing === other.enclosing);
  const kin = kinship(pairing, before.node.path, after.node.path);
  // One at the top of its file has no line above: that of both is the top of the same file.
  const isTop = kin === 1 || (kin > 0 && before.sight.line === after.sight.line);
  const keepsLine = one.around.before === other.around.before && (one.around.before !== 0 || isTop);
  // One at the end of its block has no code of its own: that of both is the end of the same block. A bare heading's is itself.
  const isHeading = isTerse(one.text) && isTerse(other.text) && one.enclosing === null && other.enclosing === null;
  const keepsCode =
    (one.around.code === other.around.code && (one.around.code !== 0 || keepsScope)) ||
    (isHeading && kin > 0 && keepsLine && pairing.displacement(before, after) === 0);
  const neighbours = Number(keepsLine) + Number(keepsCode);
  if (
    !isPlausible({
      alike,
      neighbours,
      kin,
      keepsScope,
      words: Math.min(countWords(one.text), countWords(other.text)),
      isTerseText: isTerse(one.text),
    }) ||
    (neighbours === 0 && pairing.isLost(before))
  )
    return undefined;
  const score =
    SCORES.text * alike * (isTerse(one.text) && isSame ? SCORES.terse : 1) +
    (keepsLine ? SCORES.before : 0) +
    (keepsCode ? SCORES.code : 0) +
    (keepsScope ? SCORES.scope : 0) +
    SCORES.path * kin;
  const why = `${isSame ? 'same text' : 'reworded'}, score ${score.toFixed(2)}`;
  return { pairing, before, after, why, score, displacement: pairing.displacement(before, after) };
}

interface Likeness {
  readonly alike: number;
  readonly neighbours: number;
  readonly kin: number;
  readonly keepsScope: boolean;
  readonly isTerseText: boolean;
  /** Of the shorter text. */
  readonly words: number;
}

/** Half of fewer words is too little: `remove` is not what `remove the v1 tests` was. */
const FEW_WORDS = 5;

/** Whether two markers can be one at all: the less of the place stayed, the more of the text must have. */
function isPlausible({ alike, neighbours, kin, keepsScope, isTerseText, words }: Likeness): boolean {
  if (kin === 1 && neighbours === 0) {
    if (!keepsScope) return alike >= 0.67;
    return alike >= (words < FEW_WORDS ? 0.6 : 0.5);
  }
  if (kin === 1) return neighbours === 2 || alike >= 0.35;
  if (neighbours === 2) return alike >= 0.25 || kin > 0 || keepsScope;
  if (neighbours === 1) return alike === 1 || (kin > 0 && alike >= 0.5);
  if (alike < 1) {
    const moved = kin > 0.5 ? 0.8 : 0.9;
    return !isTerseText && kin > 0 && alike >= (keepsScope ? 0.6 : moved);
  }
  return kin > 0.5 || (!isTerseText && (kin > 0 || keepsScope));
}

/** 1 for the same path, 0.6 to 1 for one that took markers of the other, less for one that came when the other went. */
function kinship(pairing: Pairing, older: RepoPath, newer: RepoPath): number {
  if (older === newer) return 1;
  if (pairing.joinsBetween(older, newer).length > 0) return 0.6 + affinity(pairing, older, newer) / 10_000;
  if (!pairing.isRenameCandidate(older, newer)) return 0;
  return nameAffinity(older, newer) >= 3 ? 0.6 : 0.3;
}

function isShared(one: number, other: number): boolean {
  return one !== 0 && one === other;
}
