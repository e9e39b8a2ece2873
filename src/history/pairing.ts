import type { RepoPath } from '../model/git.ts';
import type { Spot } from './living.ts';
import type { Match } from './matching.ts';

/** What is joined and what is not yet, while the markers of a commit are matched. */
export class Pairing {
  readonly matches: Match[] = [];
  readonly #before: Map<string, Spot>;
  readonly #after: Map<string, Spot>;
  readonly #oldPaths: ReadonlySet<RepoPath>;
  readonly #newPaths: ReadonlySet<RepoPath>;
  readonly #joins = new Map<string, Match[]>();

  constructor(before: readonly Spot[], after: readonly Spot[]) {
    this.#before = new Map(before.map((spot) => [keyOf(spot), spot]));
    this.#after = new Map(after.map((spot) => [keyOf(spot), spot]));
    this.#oldPaths = new Set(before.map((spot) => spot.node.path));
    this.#newPaths = new Set(after.map((spot) => spot.node.path));
  }

  /** Spots of the older tree not yet joined, by path and line. */
  get before(): Iterable<Spot> {
    return this.#before.values();
  }

  /** Spots of the newer tree not yet joined, by path and line. */
  get after(): Iterable<Spot> {
    return this.#after.values();
  }

  get isDone(): boolean {
    return this.#before.size === 0 || this.#after.size === 0;
  }

  /** Joins two spots; does nothing if one of them is joined already. */
  join(match: Match): void {
    const [before, after] = [keyOf(match.before), keyOf(match.after)];
    if (!this.#before.has(before) || !this.#after.has(after)) return;
    this.#before.delete(before);
    this.#after.delete(after);
    this.matches.push(match);
    const files = filesKey(match.before.node.path, match.after.node.path);
    const joined = this.#joins.get(files);
    if (joined) joined.push(match);
    else this.#joins.set(files, [match]);
  }

  /** What is joined so far between an old and a new path. */
  joinsBetween(older: RepoPath, newer: RepoPath): readonly Match[] {
    return this.#joins.get(filesKey(older, newer)) ?? [];
  }

  /** Whether one file may be the other renamed: they share hacks, or one went in the commit in which the other came. */
  areRelated(older: RepoPath, newer: RepoPath): boolean {
    if (older === newer) return false;
    return this.joinsBetween(older, newer).length > 0 || this.isRenameCandidate(older, newer);
  }

  isRenameCandidate(older: RepoPath, newer: RepoPath): boolean {
    return !this.#newPaths.has(older) && !this.#oldPaths.has(newer);
  }

  /** How far a spot lies from where the joins of its file let it be expected, in lines. */
  displacement(before: Spot, after: Spot): number {
    const line = before.sight.line;
    let shift = 0;
    let nearest = Infinity;
    for (const join of this.joinsBetween(before.node.path, after.node.path)) {
      const distance = Math.abs(join.before.sight.line - line);
      if (distance >= nearest) continue;
      nearest = distance;
      shift = join.after.sight.line - join.before.sight.line;
    }
    return Math.abs(after.sight.line - line - shift);
  }
}

function keyOf({ node, index }: Spot): string {
  return `${node.key}:${index}`;
}

function filesKey(older: RepoPath, newer: RepoPath): string {
  return `${older}\0${newer}`;
}
