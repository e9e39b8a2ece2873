import type { AgendaFacts, AgendaItem } from '../../model/agenda.ts';
import type { Decision } from '../../model/decision.ts';
import type { Hack } from '../../model/hack.ts';
import { compareText } from '../compare-text.ts';
import { REASONS } from './reasons.ts';

/** A hack with what is known of it. */
export interface Candidate {
  readonly hack: Hack;
  readonly facts: AgendaFacts;
  readonly decided: Decision | null;
}

/** The hacks on the table, heaviest first; see README.md for the score. */
export function rankHacks(candidates: readonly Candidate[]): AgendaItem[] {
  const items = candidates
    .map(buildItem)
    .toSorted(
      (one, other) =>
        other.score - one.score ||
        compareText(one.hack.introduced.date, other.hack.introduced.date) ||
        compareText(one.hack.id, other.hack.id),
    );
  return copiesLast(items);
}

/** A team talks once about what is copied: all other copies come after everything else. */
function copiesLast(items: readonly AgendaItem[]): AgendaItem[] {
  const first = new Map(items.toReversed().map((item) => [item.hack.text, item]));
  const isCopy = (item: AgendaItem): boolean => isTelling(item.hack.text) && first.get(item.hack.text) !== item;
  return [...items.filter((item) => !isCopy(item)), ...items.filter(isCopy)];
}

/** Whether a text says enough for two of them to be copies; "fix this" stands in many files. */
export function isTelling(text: string): boolean {
  return text.length >= SHORT;
}

const SHORT = 12;

function buildItem({ hack, facts, decided }: Candidate): AgendaItem {
  const fired = REASONS.flatMap((reason) => {
    const said = reason.says(hack, facts);
    return said === null ? [] : [{ ...reason, said }];
  }).toSorted((one, other) => other.weight - one.weight);
  const [first] = fired;
  return {
    hack,
    question: first?.question ?? 'refactor',
    suggested: first?.suggests ?? 'refactor',
    reasons: fired.map(({ said }) => said),
    score: fired.reduce((sum, { weight }) => sum + weight, 0),
    ask: facts.ask,
    decided,
  };
}
