import type { Evident } from './evidence.ts';
import { findMarkersOf } from './evidence.ts';
import { at } from './random.ts';
import type { ModelCommit } from './workshop.ts';

/** What truly happened to one hack between a parent and a commit: kept (both), removed (no `after`) or new (no `before`). */
export interface Slot {
  readonly hack: number;
  readonly before: Evident | undefined;
  readonly after: Evident | undefined;
  /** The same hack where the other parents have it. */
  readonly elsewhere: readonly Evident[];
}

/** A hack and what makes it doubtful. */
export interface Doubt {
  readonly hack: number;
  readonly why: string;
}

/** The slots of a commit against one of its parents, without those in files that are the same in both. */
export function slotsOf(commit: ModelCommit, parent: ModelCommit, others: readonly ModelCommit[]): Slot[] {
  const [before, after] = [markersOf(parent), markersOf(commit)];
  const elsewhere = others.map(markersOf);
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((hack) => ({
      hack,
      before: before.get(hack),
      after: after.get(hack),
      elsewhere: elsewhere.flatMap((markers) => markers.get(hack) ?? []),
    }))
    .filter((slot) => !isFixed(slot, commit, parent));
}

const cache = new WeakMap<ModelCommit, ReadonlyMap<number, Evident>>();

/** Every marker of a commit's tree by its hack. */
export function markersOf(commit: ModelCommit): ReadonlyMap<number, Evident> {
  const known = cache.get(commit);
  if (known !== undefined) return known;
  const markers = [...commit.tree.values()].flatMap(findMarkersOf);
  const byHack = new Map(markers.map((marker) => [marker.hack, marker]));
  cache.set(commit, byHack);
  return byHack;
}

function isFixed({ before, after }: Slot, commit: ModelCommit, parent: ModelCommit): boolean {
  if (before === undefined || after === undefined) return false;
  const isSameText = commit.texts.get(before.path) === parent.texts.get(before.path);
  return before.path === after.path && before.line === after.line && isSameText;
}

export function parentsOf(commits: readonly ModelCommit[], commit: ModelCommit): ModelCommit[] {
  return commit.parents.map((parent) => at(commits, parent));
}
