import { DECISIONS, type DecisionFact } from '../model/decision.ts';
import type { CommitOid, RepoPath } from '../model/git.ts';
import type { HackId } from '../model/hack.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A decision of `hackdebt.decisions.jsonl`, or what is wrong with it. */
export function parseDecision(value: Fields): DecisionFact | string {
  const { id, date, text, path, introduced, until } = value;
  const decision = DECISIONS.find((word) => word === value['decision']);
  if (typeof id !== 'string' || !/^hd-[0-9a-f]{16}$/.test(id)) return 'the decision has no whole "id"';
  if (!decision) return `the "decision" about ${id} is none of ${DECISIONS.join(', ')}`;
  if (typeof date !== 'string' || Number.isNaN(Date.parse(date))) return `the decision about ${id} has no "date"`;
  if (typeof text !== 'string' || typeof path !== 'string') return `the decision about ${id} has no "text" and "path"`;
  if (typeof introduced !== 'string') return `the decision about ${id} has no "introduced"`;
  if (until !== null && (typeof until !== 'string' || Number.isNaN(Date.parse(until)))) {
    return `"until" of the decision about ${id} is no date`;
  }
  return {
    kind: 'decision',
    id: id as HackId,
    decision,
    owner: textOf(value, 'owner'),
    note: textOf(value, 'note'),
    until,
    date,
    text,
    path: path as RepoPath,
    introduced: introduced as CommitOid,
  };
}

/** Keys in one order, so that equal decisions are equal lines. */
export function renderDecision(fact: DecisionFact): string {
  const { kind, id, decision, owner, note, until, date, text, path, introduced } = fact;
  return JSON.stringify({ kind, id, decision, owner, note, until, date, text, path, introduced });
}

function textOf(value: Fields, name: string): string | null {
  const text = value[name];
  return typeof text === 'string' ? text : null;
}
