import type { RepoPath } from '../model/git.ts';
import { nameAffinity } from './alignment.ts';
import { REWORDED } from './levels.ts';
import type { Spot } from './living.ts';
import type { Match } from './matching.ts';
import type { Pairing } from './pairing.ts';
import { similarity } from './similarity.ts';

/** Above this many combinations of two files' leftover markers no text is compared: such a pair was rewritten, not reworded. */
const MOST_COMBINATIONS = 40_000;

/** Above this many files that went and came in one commit, a new name is only believed if something else speaks for it. */
const MOST_RENAME_CANDIDATES = 25;

/** Joins of markers whose text or tag changed, best score first: inside a file, between a file and its new name, or between equal neighbours. */
export function findReworded(pairing: Pairing): Match[] {
  if (pairing.isDone) return [];
  const matches = [...matchFiles(pairing), ...matchNeighbours(pairing)];
  return matches
    .map((match) => ({ match, displacement: pairing.displacement(match.before, match.after) }))
    .toSorted((one, other) => other.match.score - one.match.score || one.displacement - other.displacement)
    .map(({ match }) => match);
}

function matchFiles(pairing: Pairing): Match[] {
  const older = groupByPath(pairing.before);
  const newer = groupByPath(pairing.after);
  const isSmall = older.size * newer.size <= MOST_RENAME_CANDIDATES;
  return [...older].flatMap(([path, before]) =>
    [...newer].flatMap(([other, after]) => {
      if (other !== path && !isLikelyRename(path, other, { pairing, isSmall })) return [];
      return before.length * after.length > MOST_COMBINATIONS ? [] : scorePairs(before, after);
    }),
  );
}

/** Markers of any two files between the same two lines. */
function matchNeighbours(pairing: Pairing): Match[] {
  const older = new Map<string, Spot>();
  for (const spot of pairing.before) older.set(neighboursKey(spot) ?? '', spot);
  return [...pairing.after].flatMap((after) => {
    const before = older.get(neighboursKey(after) ?? 'none');
    return before && before.node.path !== after.node.path ? scorePairs([before], [after]) : [];
  });
}

function neighboursKey({ sight }: Spot): string | undefined {
  const { before, code } = sight.wording.around;
  return before === 0 || code === 0 ? undefined : `${before} ${code}`;
}

function groupByPath(spots: Iterable<Spot>): Map<RepoPath, Spot[]> {
  const groups = new Map<RepoPath, Spot[]>();
  for (const spot of spots) {
    const group = groups.get(spot.node.path);
    if (group) group.push(spot);
    else groups.set(spot.node.path, [spot]);
  }
  return groups;
}

/** Whether markers may have gone from one file to the other: they share hacks, or one went as the other came. */
function isLikelyRename(path: RepoPath, other: RepoPath, context: { pairing: Pairing; isSmall: boolean }): boolean {
  const { pairing, isSmall } = context;
  if (pairing.joinsBetween(path, other).length > 0) return true;
  return pairing.isRenameCandidate(path, other) && (isSmall || nameAffinity(path, other) >= 3);
}

function scorePairs(before: readonly Spot[], after: readonly Spot[]): Match[] {
  return before.flatMap((one) => after.map((other) => scorePair(one, other)).filter((match) => match !== undefined));
}

function scorePair(before: Spot, after: Spot): Match | undefined {
  const [one, other] = [before.sight.wording, after.sight.wording];
  const alike = similarity(`${one.tag} ${one.text}`, `${other.tag} ${other.text}`);
  const keepsCode = isShared(one.around.code, other.around.code);
  const keepsLine = isShared(one.around.before, other.around.before);
  if (alike < REWORDED.leastText && !(keepsCode && keepsLine)) return undefined;
  const score =
    REWORDED.text * alike +
    (keepsLine ? REWORDED.before : 0) +
    (keepsCode ? REWORDED.code : 0) +
    (one.around.scope === other.around.scope ? REWORDED.scope : 0);
  const least = before.node.path === after.node.path ? REWORDED.leastSamePath : REWORDED.leastRelatedPath;
  return score < least ? undefined : { before, after, why: `reworded, score ${score.toFixed(2)}`, score };
}

function isShared(one: number, other: number): boolean {
  return one !== 0 && one === other;
}
