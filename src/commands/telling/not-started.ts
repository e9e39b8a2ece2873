import type { DecisionFact } from '../../model/decision.ts';
import type { HackId } from '../../model/hack.ts';
import type { NotStarted } from '../../model/standup.ts';
import type { StoredHack } from '../../model/store.ts';
import type { MinedLine } from '../mining/mine-line.ts';
import type { Session } from '../mining/session.ts';
import { decidable, decisionOutcomes } from './decisions.ts';

/**
 * What was decided and still stands as it stood then. Work has begun where the line changed the hack's code after the decision, or a
 * branch is at it (`begun`); what is kept on purpose is no work.
 */
export async function tellNotStarted(
  session: Session,
  mined: MinedLine,
  begun: ReadonlySet<HackId>,
): Promise<NotStarted[]> {
  const outcomes = await decisionOutcomes(session, () => decidable(session, mined));
  const waiting = outcomes.filter(({ state }) => state === 'open' || state === 'late');
  if (waiting.length === 0) return [];
  const stored = new Map((await session.store.readHacks(session.line.name)).map((hack) => [hack.id, hack]));
  return waiting.flatMap(({ fact, hack }): NotStarted[] => {
    if (!hack || begun.has(hack.id) || isRewritten(stored.get(hack.id), fact)) return [];
    const { id, text, path, line } = hack;
    return [{ id, text, path, line, decision: fact.decision, owner: fact.owner }];
  });
}

function isRewritten(hack: StoredHack | undefined, { date }: DecisionFact): boolean {
  const decided = Date.parse(date) / 1000;
  return hack?.rewrites.some(({ commit }) => commit.commitTime.seconds > decided) ?? false;
}
