import type {
  DecisionFact,
  DecisionOutcome,
  DecisionRef,
  DecisionState,
  DecisionSummary,
} from '../../model/decision.ts';
import type { Hack } from '../../model/hack.ts';
import { dayAt } from '../../sprints/calendar.ts';
import { findDecisions } from '../../sprints/decisions.ts';
import { judgeDecisions } from '../../sprints/judge-decisions.ts';
import { factsAt } from '../mining/decisions-file.ts';
import type { MinedLine } from '../mining/mine-line.ts';
import type { Session } from '../mining/session.ts';
import { readDemoOffLine, readLineNames } from '../mining/shown.ts';
import { hackDocument, openDocument } from './hack-document.ts';
import { matchTold } from './paths.ts';
import { tellingOf } from './telling.ts';

/** What became of everything that the team decided here, in the order of the decisions. */
export async function decisionOutcomes(
  session: Session,
  readHacks: () => Promise<readonly Hack[]>,
): Promise<DecisionOutcome[]> {
  const { config, request } = session;
  const facts = findDecisions(await factsAt(session));
  if (facts.size === 0) return [];
  const hacks = await readHacks();
  const named = await renameDecisions(session, [...facts.values()], hacks);
  const isTold = matchTold(session);
  return judgeDecisions(named, hacks, dayAt(config.sprint, request.outside.now).date).filter(({ hack, fact }) =>
    isTold(hack?.path ?? fact.path),
  );
}

/** What a decision may be about: the line's hacks, and those that only the demo's branch has. */
export async function decidable(session: Session, mined: MinedLine): Promise<Hack[]> {
  const telling = tellingOf(session);
  const { strangers } = await readDemoOffLine(session, mined);
  const shown = strangers.flatMap(({ hack, isOnLine }) => (isOnLine ? [] : [openDocument(hack, hack.place, telling)]));
  const line = await session.store.readHacks(session.line.name);
  return [...line.map((hack) => hackDocument(hack, telling)), ...shown];
}

/** A hack of a branch that was squashed has two names: the decision is about the one that is told. */
async function renameDecisions(
  session: Session,
  facts: readonly DecisionFact[],
  hacks: readonly Hack[],
): Promise<DecisionFact[]> {
  const ids = new Set(hacks.map(({ id }) => id));
  const names = await readLineNames(session);
  const firsts = new Map([...names].map(([first, name]) => [name, first]));
  return facts.map((fact) => {
    const other = ids.has(fact.id) ? undefined : (names.get(fact.id) ?? firsts.get(fact.id));
    return other !== undefined && ids.has(other) ? { ...fact, id: other } : fact;
  });
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
