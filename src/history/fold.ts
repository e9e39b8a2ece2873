import type { CommitOid } from '../model/git.ts';
import type { Fold, Prior } from '../model/lineage.ts';
import type { Step } from './lineage.ts';
import { Lineage } from './lineage.ts';
import type { SightsOf } from './node-book.ts';

/**
 * Folds commits in canonical order into rows: from nothing, or onto what the prior holds. `sightsOf` answers for every blob that the
 * commits bring. Memory follows the width of the graph, not its length: a state goes when its last child is folded.
 */
export function foldHistory(steps: readonly Step[], sightsOf: SightsOf, prior?: Prior): Fold {
  const fold = foldByStep(steps, sightsOf, prior);
  for (;;) {
    const { done, value } = fold.next();
    if (done) return value;
  }
}

/** The same, for whoever has other things to do between two commits. */
export function* foldByStep(steps: readonly Step[], sightsOf: SightsOf, prior?: Prior): Generator<undefined, Fold> {
  const lineage = new Lineage(sightsOf, prior);
  const childrenLeft = new Map<CommitOid, number>();
  for (const { commit } of steps) {
    for (const parent of commit.parents) childrenLeft.set(parent, (childrenLeft.get(parent) ?? 0) + 1);
  }
  for (const step of steps) {
    lineage.advance(step);
    for (const parent of step.commit.parents) {
      const left = (childrenLeft.get(parent) ?? 0) - 1;
      childrenLeft.set(parent, left);
      if (left === 0) lineage.forget(parent);
    }
    yield;
  }
  return lineage.finish();
}
