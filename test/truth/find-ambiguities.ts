import type { Evidence, Evident } from './evidence.ts';
import { areAsStrong, isAsStrong, isPlausible, weighEvidence } from './evidence.ts';
import { rivalOfReturn } from './returns.ts';
import { findSameFiles } from './same-files.ts';
import type { Doubt, Slot } from './slots.ts';
import { parentsOf, slotsOf } from './slots.ts';
import type { ModelCommit } from './workshop.ts';

/** A place where the texts tell another story at least as well as the true one. */
export interface Ambiguity {
  readonly commit: string;
  readonly hack: number;
  readonly why: string;
}

/** The cases in which no tool could know from content, over all given commits. The rule is explained in README.md. */
export function findAmbiguities(commits: readonly ModelCommit[], onLine: readonly ModelCommit[]): Ambiguity[] {
  const doubts = onLine.flatMap((commit) => {
    const parents = parentsOf(commits, commit);
    return parents.flatMap((parent) => {
      const others = parents.filter((other) => other !== parent);
      const slots = slotsOf(commit, parent, others);
      const found = [...slots.flatMap(weaknessOf), ...pairsOf(slots).flatMap(confusionOf)];
      const returns = others.length > 0 ? [] : rivalOfReturn(commits, { commit, slots });
      return [...found, ...returns].map(({ hack, why }) => ({ commit: commit.name, hack, why }));
    });
  });
  return [...doubts, ...findSameFiles(onLine)];
}

function weaknessOf({ hack, before, after, elsewhere }: Slot): Doubt[] {
  if (before === undefined || after === undefined) return [];
  const links = [before, ...elsewhere].map((source) => weighEvidence(source, after));
  return links.some(isPlausible) ? [] : [{ hack, why: 'it changed beyond recognition' }];
}

function confusionOf([one, other]: readonly [Slot, Slot]): Doubt[] {
  const why = confusion(one, other) ?? confusion(other, one);
  if (why === undefined) return [];
  return [
    { hack: one.hack, why: `${why} (${other.hack})` },
    { hack: other.hack, why: `${why} (${one.hack})` },
  ];
}

/** Why `one.before` becoming `other.after` is as good a story as the truth, if it is. */
function confusion(one: Slot, other: Slot): string | undefined {
  if (one.before === undefined || other.after === undefined) return undefined;
  const link = weighEvidence(one.before, other.after);
  if (!isPlausible(link)) return undefined;
  if (areExchangeable(one, other)) return 'twins that changed places';
  if (!linksTo(other).every((truth) => isAsStrong(link, truth))) return undefined;
  if (one.after === undefined) return other.before === undefined ? 'removed, and its like added' : 'its twin removed';
  if (!isAsStrong(link, weighEvidence(one.before, one.after))) return undefined;
  return other.before === undefined ? 'a twin added' : undefined;
}

/** Whether two hacks that a commit leaves standing could as well have become each other: both links together are nowhere weaker. */
function areExchangeable(one: Slot, other: Slot): boolean {
  const [first, second] = [one.after, other.after];
  if (first === undefined || second === undefined) return false;
  const [mine, theirs] = [sourcesOf(one), sourcesOf(other)];
  return (
    theirs.length > 0 &&
    mine.every((before) =>
      theirs.every((twin) => {
        const truth = [weighEvidence(before, first), weighEvidence(twin, second)] as const;
        const exchange = [weighEvidence(before, second), weighEvidence(twin, first)] as const;
        if (!exchange.every(isPlausible) || !areAsStrong(exchange, truth)) return false;
        return !areAsStrong(truth, exchange) || !isInOrder(one, other);
      }),
    )
  );
}

function sourcesOf({ before, elsewhere }: Slot): Evident[] {
  return before === undefined ? [...elsewhere] : [before, ...elsewhere];
}

/** What truly leads to the marker after the commit, from each parent that has it. */
function linksTo(slot: Slot): Evidence[] {
  const { after } = slot;
  return after === undefined ? [] : sourcesOf(slot).map((source) => weighEvidence(source, after));
}

/** Equal twins that stay in one file in one order are told apart by it. */
function isInOrder(one: Slot, other: Slot): boolean {
  if (one.before?.path !== other.before?.path || one.after?.path !== other.after?.path) return false;
  return isAbove(one.before, other.before) === isAbove(one.after, other.after);
}

function isAbove(one: Evident | undefined, other: Evident | undefined): boolean {
  return (one?.line ?? 0) < (other?.line ?? 0);
}

function pairsOf<T>(list: readonly T[]): (readonly [T, T])[] {
  return list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const));
}
