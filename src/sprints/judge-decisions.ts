import type { DecisionFact, DecisionOutcome, DecisionState } from '../model/decision.ts';
import type { Hack } from '../model/hack.ts';

/**
 * What became of each decision. A hack whose id is gone (a rewritten history) is found again by its text and path, first among the open
 * ones; a decision about none is an orphan. `today` is a date, `2026-11-20`. In the order of the facts.
 */
export function judgeDecisions(
  facts: Iterable<DecisionFact>,
  hacks: readonly Hack[],
  today: string,
): DecisionOutcome[] {
  const byId = new Map(hacks.map((hack) => [hack.id, hack]));
  return [...facts].map((fact) => {
    const hack = followMerged(byId, byId.get(fact.id) ?? findTwin(fact, hacks));
    return { fact, hack: hack ?? null, state: hack ? stateOf(fact, hack, today) : 'orphan' };
  });
}

function findTwin({ text, path }: DecisionFact, hacks: readonly Hack[]): Hack | undefined {
  const twins = hacks.filter((hack) => hack.text === text && (hack.path === path || hack.introduced.path === path));
  return twins.find(({ status }) => status === 'open') ?? twins[0];
}

/** A hack that turned out to be an older one lives on as that. */
function followMerged(byId: ReadonlyMap<string, Hack>, hack: Hack | undefined): Hack | undefined {
  return hack?.status === 'merged' ? followMerged(byId, byId.get(hack.mergedInto)) : hack;
}

function stateOf({ decision, until }: DecisionFact, hack: Hack, today: string): DecisionState {
  if (hack.status !== 'open') return hack.fate === 'swept' ? 'swept' : 'done';
  if (until !== null && until < today) return 'late';
  return decision === 'keep' ? 'kept' : 'open';
}

/** Ids of the hacks that a decision keeps and whose date is not over. */
export function keptHacks(outcomes: readonly DecisionOutcome[]): ReadonlySet<string> {
  return new Set(outcomes.flatMap(({ state, hack }) => (state === 'kept' && hack ? [hack.id] : [])));
}
