import type { DecisionFact } from '../model/decision.ts';
import type { HackId } from '../model/hack.ts';
import type { DemoFact, Fact, FactProblem } from '../model/sprint.ts';
import { parseDecision, renderDecision } from './decision-fact.ts';

/** Name of the committed file, at the root of the repository. */
export const DECISIONS_FILE = 'hackdebt.decisions.jsonl';

/** What a decisions file says, and what cannot be read in it. */
export interface Decisions {
  readonly facts: readonly Fact[];
  readonly problems: readonly FactProblem[];
}

/** One JSON object per line; facts of a kind that a later version wrote are kept as they are. */
export function parseDecisions(text: string): Decisions {
  const facts: Fact[] = [];
  const problems: FactProblem[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const fact = parseFact(line.trim());
    if (typeof fact === 'string') problems.push({ line: index + 1, problem: fact });
    else facts.push(fact);
  }
  return { facts, problems };
}

/** The file: one sorted line per fact, no line twice, no totals, so that two branches merge. */
export function renderDecisions(facts: readonly Fact[]): string {
  const lines = new Set(facts.map(renderFact));
  return [...lines]
    .toSorted()
    .map((line) => `${line}\n`)
    .join('');
}

/** The facts with one more. What was decided for the same sprint before gives way. */
export function addDemo(facts: readonly Fact[], demo: DemoFact): readonly Fact[] {
  const others = facts.filter((fact) => fact.kind !== 'demo' || fact.sprint !== demo.sprint);
  return [...others, demo];
}

/** The facts with these decisions. What was decided about the same hacks before gives way. */
export function addDecisions(facts: readonly Fact[], decisions: readonly DecisionFact[]): readonly Fact[] {
  const decided = new Set(decisions.map(({ id }) => id));
  return [...facts.filter((fact) => fact.kind !== 'decision' || !decided.has(fact.id)), ...decisions];
}

/** The decisions among facts, by id; of several about one hack the latest. */
export function findDecisions(facts: readonly Fact[]): ReadonlyMap<HackId, DecisionFact> {
  const decisions = facts.filter((fact): fact is DecisionFact => fact.kind === 'decision');
  const byDate = decisions.toSorted((one, other) => Date.parse(one.date) - Date.parse(other.date));
  return new Map(byDate.map((fact) => [fact.id, fact]));
}

/** A fact, or what is wrong with the line. */
function parseFact(line: string): Fact | string {
  if (/^(<{7}|={7}|>{7}|\|{7})/.test(line)) return 'a merge conflict is not resolved: keep the lines of both sides';
  const value = parseObject(line);
  if (!value) return 'this is no JSON object';
  if (typeof value['kind'] !== 'string') return 'the fact has no "kind"';
  if (value['kind'] === 'decision') return parseDecision(value);
  return value['kind'] === 'demo' ? parseDemo(value, line) : { kind: 'unknown', line };
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function parseDemo(value: Readonly<Record<string, unknown>>, line: string): DemoFact | string {
  const { sprint, commit, date } = value;
  if (typeof commit !== 'string' || !/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit)) {
    return `the demo has no full "commit": ${line.slice(0, 80)}`;
  }
  if (typeof date !== 'string' || Number.isNaN(Date.parse(date))) return 'the demo has no "date"';
  if (sprint !== null && typeof sprint !== 'string') return 'the "sprint" of the demo is neither a name nor null';
  return { kind: 'demo', sprint, commit, date };
}

/** Keys in one order, so that equal facts are equal lines. */
function renderFact(fact: Fact): string {
  if (fact.kind === 'unknown') return fact.line;
  if (fact.kind === 'decision') return renderDecision(fact);
  const { kind, sprint, commit, date } = fact;
  return JSON.stringify({ kind, sprint, commit, date });
}
