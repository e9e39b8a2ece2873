import type { RepoPath } from '../model/git.ts';
import { nameAffinity } from './alignment.ts';
import { REWORDED } from './levels.ts';
import type { Spot } from './living.ts';
import type { Match } from './matching.ts';
import type { Pairing } from './pairing.ts';
import { similarity } from './similarity.ts';

/** Above this many combinations of two files' leftover markers no text is compared: such a pair was rewritten, not reworded. */
const MOST_COMBINATIONS = 40_000;

/** Joins of markers whose text or tag changed, best score first; only inside a file or between a file and its new name. */
export function findReworded(pairing: Pairing): Match[] {
  const older = groupByPath(pairing.before);
  const newer = groupByPath(pairing.after);
  const candidates: { match: Match; displacement: number }[] = [];
  for (const [path, before] of older) {
    for (const [, after] of partnersOf(path, newer, pairing)) {
      if (before.length * after.length > MOST_COMBINATIONS) continue;
      for (const match of scorePairs(before, after)) {
        candidates.push({ match, displacement: pairing.displacement(match.before, match.after) });
      }
    }
  }
  return candidates
    .toSorted((one, other) => other.match.score - one.match.score || one.displacement - other.displacement)
    .map(({ match }) => match);
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

/** The file itself, and the files it may have been renamed to: those that share hacks with it, or came under the same base name. */
function partnersOf(path: RepoPath, newer: ReadonlyMap<RepoPath, Spot[]>, pairing: Pairing): [RepoPath, Spot[]][] {
  return [...newer].filter(([other]) => other === path || isLikelyRename(path, other, pairing));
}

function isLikelyRename(path: RepoPath, other: RepoPath, pairing: Pairing): boolean {
  if (pairing.joinsBetween(path, other).length > 0) return true;
  return pairing.isRenameCandidate(path, other) && nameAffinity(path, other) >= 3;
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
