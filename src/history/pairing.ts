import type { RepoPath } from '../model/git.ts';
import type { Claims } from './claims.ts';
import { spotKey } from './claims.ts';
import type { Delta } from './delta.ts';
import type { LiveHack, Spot } from './living.ts';
import { hackAt, spotsOf } from './living.ts';
import type { Match } from './matching.ts';

/** What all parents of a commit share. */
interface Sides {
  readonly claims: Claims;
  /** Whether the history of some parent has removed a hack. */
  readonly isLost: (hack: LiveHack) => boolean;
}

/** What is joined and what is not yet, while the markers of a commit are matched against one parent. */
export class Pairing {
  readonly delta: Delta;
  readonly matches: Match[] = [];
  readonly #claims: Claims;
  readonly #isLost: Sides['isLost'];
  readonly #before: Map<string, Spot>;
  readonly #after: Map<string, Spot>;
  readonly #byHack = new Map<LiveHack, Spot[]>();
  readonly #joins = new Map<RepoPath, Map<RepoPath, Match[]>>();

  constructor(delta: Delta, { claims, isLost }: Sides) {
    this.delta = delta;
    this.#claims = claims;
    this.#isLost = isLost;
    this.#before = new Map(delta.before.flatMap(spotsOf).map((spot) => [spotKey(spot), spot]));
    this.#after = new Map(delta.after.flatMap(spotsOf).map((spot) => [spotKey(spot), spot]));
    for (const spot of this.#before.values()) {
      const hack = hackAt(spot);
      if (hack) this.#byHack.set(hack, [...(this.#byHack.get(hack) ?? []), spot]);
    }
    claims.enter(this);
  }

  /** Markers of the older tree not yet joined, by path and line. */
  get before(): Iterable<Spot> {
    return this.#before.values();
  }

  /** Markers of the newer tree that no hack has claimed, by path and line. */
  get after(): Iterable<Spot> {
    return [...this.#after.values()].filter((spot) => this.#claims.ownerOf(spot) === undefined);
  }

  /** Markers of the newer tree not yet joined with this parent's, claimed or not. */
  get unmet(): Iterable<Spot> {
    return this.#after.values();
  }

  get isDone(): boolean {
    return this.#before.size === 0 || this.#after.size === 0;
  }

  /** Whether another parent's history has removed the hack of a marker: then a merge that has it no more is no surprise. */
  isLost(before: Spot): boolean {
    const hack = hackAt(before);
    return hack !== undefined && this.#isLost(hack);
  }

  /** Joins two markers; does nothing if one of them is joined already, or if the newer is known to be another hack. */
  join(match: Match): void {
    const owner = this.#claims.ownerOf(match.after);
    if (owner && owner !== hackAt(match.before)) return;
    if (this.#take(match)) this.#claims.note(match, this);
  }

  /** Says that a marker is a hack that is joined already. */
  joinAgain(match: Match): void {
    this.#after.delete(spotKey(match.after));
    this.matches.push(match);
    this.#claims.note(match, this);
  }

  /** Joins where another parent led: the hack's marker here with the one it became there. */
  follow(hack: LiveHack, { after, why, score }: Match): void {
    const spots = this.#byHack.get(hack)?.filter((spot) => this.#before.has(spotKey(spot))) ?? [];
    const before = spots.find(({ node }) => node.path === after.node.path) ?? spots[0];
    if (before) this.#take({ before, after, why, score });
  }

  #take(match: Match): boolean {
    const [before, after] = [spotKey(match.before), spotKey(match.after)];
    if (!this.#before.has(before) || !this.#after.has(after)) return false;
    this.#before.delete(before);
    this.#after.delete(after);
    this.matches.push(match);
    const [older, newer] = [match.before.node.path, match.after.node.path];
    const partners = this.#joins.get(older) ?? new Map<RepoPath, Match[]>();
    this.#joins.set(older, partners);
    const joined = partners.get(newer);
    if (joined) joined.push(match);
    else partners.set(newer, [match]);
    return true;
  }

  /** What is joined so far between an old and a new path. */
  joinsBetween(older: RepoPath, newer: RepoPath): readonly Match[] {
    return this.#joins.get(older)?.get(newer) ?? [];
  }

  /** The new paths to which markers of an old one went so far. */
  heirsOf(older: RepoPath): Iterable<RepoPath> {
    return this.#joins.get(older)?.keys() ?? [];
  }

  /** Whether one file went in the commit in which the other came. */
  isRenameCandidate(older: RepoPath, newer: RepoPath): boolean {
    return this.delta.gone.has(older) && this.delta.come.has(newer);
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
