import type { TruthHack, Truth } from './tell-truth.ts';
import { tellStory } from './tell-story.ts';

/** What a tool tells of one hack; all commits by their oids. */
export interface ToldHack {
  readonly id: string;
  readonly introduced: string;
  readonly landed: string | null;
  readonly removed: string | null;
  readonly moves: readonly string[];
}

export interface ToldSight {
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  readonly id: string;
}

/** What a tool tells of a whole history. `openAt` is asked for every commit of the line. */
export interface Told {
  readonly hacks: readonly ToldHack[];
  openAt(oid: string): readonly ToldSight[];
}

/** A point on which truth and tool differ. */
export interface Disagreement {
  readonly seed: number;
  readonly what: 'sight' | 'identity' | 'introduced' | 'landed' | 'removed' | 'moves' | 'imagined';
  readonly truthId: number | null;
  /** The difference in words, and the small story around it. */
  readonly message: string;
  /** Why no tool could know, if so: the hack, or one it was mistaken for, is ambiguous. */
  readonly excuse: string | null;
}

/** Compares what is told with the truth. Ids are equal if some bijection between them holds over all sights of all commits. */
export function compareWithTruth(truth: Truth, told: Told): Disagreement[] {
  const sights = pairSights(truth, told);
  const links = linkIds(sights.pairs);
  const found = [...sights.strays, ...links.disputes, ...compareFacts(truth, told, links.partners)];
  const known = new Set(links.pairs.map(({ id }) => id));
  const imagined = told.hacks.filter(({ id }) => !known.has(id));
  const strangers = imagined.map(
    ({ id }) => ({ what: 'imagined', truthId: null, words: `${id} is in no tree` }) as const,
  );
  return [...found, ...strangers].map(({ what, truthId, words }) => ({
    seed: truth.seed,
    what,
    truthId,
    message: `seed ${truth.seed}: ${words}${truthId === null ? '' : `\n${tellStory(truth, truthId)}`}`,
    excuse: truthId === null ? null : findExcuse(truth, truthId, links.pairs),
  }));
}

interface Difference {
  readonly what: Disagreement['what'];
  readonly truthId: number | null;
  readonly words: string;
}

/** One id of each side at the same place of the same commit. */
interface Pair {
  readonly commit: string;
  readonly truthId: number;
  readonly id: string;
}

function pairSights(truth: Truth, told: Told): { pairs: Pair[]; strays: Difference[] } {
  const pairs: Pair[] = [];
  const strays: Difference[] = [];
  for (const { name: commit, oid } of truth.commits) {
    const left = new Map(told.openAt(oid).map((sight) => [`${sight.path}:${sight.line}`, sight.id]));
    for (const { path, line, truthId } of truth.hacksAt(commit)) {
      const place = `${path}:${line}`;
      const id = left.get(place);
      if (id !== undefined) pairs.push({ commit, truthId, id });
      else strays.push({ what: 'sight', truthId, words: `${commit} has hack ${truthId} at ${place}, told is none` });
      left.delete(place);
    }
    for (const [place, id] of left) {
      strays.push({ what: 'sight', truthId: null, words: `${commit} has no hack at ${place}, told is ${id}` });
    }
  }
  return { pairs, strays };
}

interface Links {
  readonly pairs: readonly Pair[];
  /** The id told at a hack's first sight. */
  readonly partners: ReadonlyMap<number, string>;
  readonly disputes: readonly Difference[];
}

function linkIds(all: readonly Pair[]): Links {
  const firsts = new Map<string, Pair>();
  for (const pair of all) {
    const key = `${pair.truthId} ${pair.id}`;
    if (!firsts.has(key)) firsts.set(key, pair);
  }
  const pairs = [...firsts.values()];
  const partners = new Map<number, string>();
  const owners = new Map<string, number>();
  const disputes: Difference[] = [];
  for (const { commit, truthId, id } of pairs) {
    const [partner, owner] = [partners.get(truthId), owners.get(id)];
    if (partner === undefined) partners.set(truthId, id);
    else
      disputes.push({ what: 'identity', truthId, words: `hack ${truthId} was ${partner}, in ${commit} it is ${id}` });
    if (owner === undefined) owners.set(id, truthId);
    else disputes.push({ what: 'identity', truthId, words: `${id} was hack ${owner}, in ${commit} it is ${truthId}` });
  }
  return { pairs, partners, disputes };
}

function compareFacts(truth: Truth, told: Told, partners: ReadonlyMap<number, string>): Difference[] {
  const toldById = new Map(told.hacks.map((hack) => [hack.id, hack]));
  const names = new Map(truth.commits.map(({ oid, name }) => [oid, name]));
  return truth.hacks.flatMap((hack) => {
    const id = partners.get(hack.truthId);
    if (id === undefined) return [];
    const partner = toldById.get(id);
    if (partner !== undefined) return compareFactsOf(hack, partner, names);
    return [{ what: 'identity' as const, truthId: hack.truthId, words: `${id} has sights but no life` }];
  });
}

function compareFactsOf(hack: TruthHack, told: ToldHack, names: ReadonlyMap<string, string>): Difference[] {
  const nameOf = (oid: string | null): string => (oid === null ? 'never' : (names.get(oid) ?? oid));
  const facts = [
    ['introduced', hack.introducedIn, nameOf(told.introduced)],
    ['landed', hack.landedIn ?? 'never', nameOf(told.landed)],
    ['removed', hack.removedIn ?? 'never', nameOf(told.removed)],
    ['moves', hack.movesIn.toSorted().join(' '), told.moves.map(nameOf).toSorted().join(' ')],
  ] as const;
  return facts
    .filter(([, wanted, got]) => wanted !== got)
    .map(([what, wanted, got]) => ({
      what,
      truthId: hack.truthId,
      words: `hack ${hack.truthId} (${told.id}), ${what}: truly ${wanted || 'none'}, told ${got || 'none'}`,
    }));
}

/** The first ambiguity among all hacks that share told ids with this one, directly or through others. */
function findExcuse(truth: Truth, truthId: number, pairs: readonly Pair[]): string | null {
  const involved = new Set([truthId]);
  for (const hack of involved) {
    const ids = new Set(pairs.filter((pair) => pair.truthId === hack).map(({ id }) => id));
    for (const pair of pairs) if (ids.has(pair.id)) involved.add(pair.truthId);
  }
  const doubts = truth.hacks.filter((hack) => involved.has(hack.truthId)).flatMap((hack) => hack.ambiguities);
  const [doubt] = doubts;
  return doubt === undefined ? null : `hack ${doubt.hack} in ${doubt.commit}: ${doubt.why}`;
}
