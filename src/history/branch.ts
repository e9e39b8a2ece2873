import type { CommitOid } from '../model/git.ts';
import type { Fold, HackKey, Place, Prior } from '../model/lineage.ts';
import { comparePlaces } from './fold-rows.ts';
import type { Step } from './lineage.ts';
import { Lineage } from './lineage.ts';
import type { TreeState } from './living.ts';
import { hackAt, placeOf, spotsOf } from './living.ts';
import type { SightsOf } from './node-book.ts';

/** A hack in the tree of a revision, and where it stands there. */
export interface OpenPlace {
  readonly hack: HackKey;
  readonly place: Place;
}

/** What a revision shows, and what the commits off the line did to it. */
export interface BranchFold {
  readonly open: readonly OpenPlace[];
  readonly fold: Fold;
}

/** What a fold in memory goes by. */
export interface Branch {
  /** The revision asked for: the last of the steps, or a boundary of the prior. */
  readonly head: CommitOid;
  /** Commits off the line, parents first; none if the line's history holds the revision. */
  readonly steps: readonly Step[];
  readonly prior: Prior | undefined;
}

/** Folds what a revision has beyond the line, in memory, and tells what is open in its tree. */
export function foldBranch({ head, steps, prior }: Branch, sightsOf: SightsOf): BranchFold {
  const lineage = new Lineage(sightsOf, prior);
  for (const step of steps) lineage.advance(step);
  const state = lineage.stateOf(head);
  return { open: state ? openPlaces(state) : [], fold: lineage.finish() };
}

/** Several branches at once: what they share is folded once, and what two of them admit alike is one hack. */
export interface Branches {
  readonly heads: readonly CommitOid[];
  /** Commits of all branches off the line, parents first. */
  readonly steps: readonly Step[];
  readonly prior: Prior | undefined;
}

/** What each head shows, in the order given, and what the commits of all did. */
export function foldBranches(
  { heads, steps, prior }: Branches,
  sightsOf: SightsOf,
): { readonly open: readonly (readonly OpenPlace[])[]; readonly fold: Fold } {
  const lineage = new Lineage(sightsOf, prior);
  for (const step of steps) lineage.advance(step);
  const states = heads.map((head) => lineage.stateOf(head));
  return { open: states.map((state) => (state ? openPlaces(state) : [])), fold: lineage.finish() };
}

/** Every marker of a tree with its hack, by path and line: exactly what `markers --rev` finds. */
function openPlaces(state: TreeState): OpenPlace[] {
  const places = state.tree.values().flatMap((node) =>
    spotsOf(node).flatMap((spot) => {
      const hack = hackAt(spot);
      return hack ? [{ hack: hack.key, place: placeOf(spot) }] : [];
    }),
  );
  return places.toSorted((one, other) => comparePlaces(one.place, other.place));
}
