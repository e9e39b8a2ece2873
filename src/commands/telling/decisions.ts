import type { DecisionOutcome, DecisionRef, DecisionState, DecisionSummary } from '../../model/decision.ts';
import { dayAt } from '../../sprints/calendar.ts';
import { findDecisions } from '../../sprints/decisions.ts';
import { judgeDecisions } from '../../sprints/judge-decisions.ts';
import { decisionsAt } from '../mining/decisions-file.ts';
import type { Session } from '../mining/session.ts';
import { hackDocument } from './hack-document.ts';
import { matchTold } from './paths.ts';
import { tellingOf } from './telling.ts';

/** What became of everything that the team decided here, in the order of the decisions. */
export async function decisionOutcomes(session: Session): Promise<DecisionOutcome[]> {
  const { store, line, config, request } = session;
  const facts = findDecisions((await decisionsAt(session)).facts);
  if (facts.size === 0) return [];
  const telling = tellingOf(session);
  const hacks = (await store.readHacks(line.name)).map((hack) => hackDocument(hack, telling));
  const isTold = matchTold(session);
  return judgeDecisions(facts.values(), hacks, dayAt(config.sprint, request.outside.now).date).filter(
    ({ hack, fact }) => isTold(hack?.path ?? fact.path),
  );
}

const BROKEN: readonly DecisionState[] = ['late', 'swept', 'orphan'];

/** Null where nothing was decided. */
export function summarizeDecisions(outcomes: readonly DecisionOutcome[]): DecisionSummary | null {
  if (outcomes.length === 0) return null;
  const counts = { open: 0, late: 0, done: 0, swept: 0, kept: 0, orphan: 0 };
  for (const { state } of outcomes) counts[state] += 1;
  return { counts, broken: outcomes.filter(({ state }) => BROKEN.includes(state)).map(decisionRef) };
}

/** A decision as reports refer to it. */
export function decisionRef({ fact, state, hack }: DecisionOutcome): DecisionRef {
  const { id, decision, owner, note, until, text, path } = fact;
  return { id, decision, owner, note, until, text, path, state, commit: hack?.removed?.commit ?? null };
}
