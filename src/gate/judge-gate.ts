import type { Finding, FindingLevel, Rule, RuleName } from '../model/check.ts';
import { RULES, type GateFacts, type Need, type Objection, type RuleRow, type SinceDemo } from './rules.ts';

/** Where in its sprint the branch is. */
export interface SprintMoment {
  readonly isAfterDemo: boolean;
  /** 1, 2, 3 …; null outside of a sprint. */
  readonly day: number | null;
}

/** Where a team is in its week, and what came and went since its demo, where a rule asks for that. */
export interface Calendar {
  readonly moment: SprintMoment | null;
  readonly sinceDemo: SinceDemo | null;
}

/** A reason to let a finding pass, from a commit message: `Hackdebt-Allow: noSwept the demo is over`. */
export interface Allowance {
  readonly rule: string;
  readonly reason: string;
}

/** What a judgement goes by beside the facts. */
export interface Judging {
  readonly rules: readonly Rule[];
  readonly allowances: readonly Allowance[];
  /** By the name of the rule's scope; null: that of what is judged. */
  readonly calendars: ReadonlyMap<string | null, Calendar>;
  /** Whether a path is among globs. */
  isIn(globs: readonly string[], path: string): boolean;
}

/** What the rules say, errors first, then by rule and place. Only an error that nothing allows fails the gate. */
export function judgeGate(facts: GateFacts, judging: Judging): Finding[] {
  const findings = judging.rules
    .filter((rule) => isInForce(rule, judging.calendars.get(rule.scope)?.moment ?? null))
    .flatMap((rule) => judgeRule(rule, limitFacts(facts, rule, judging), judging));
  return findings.toSorted((one, other) => WEIGHTS[one.level] - WEIGHTS[other.level]);
}

/** What the rules in force need to know beside the difference of the two trees. */
export function needsOf(rules: readonly Rule[], moment: SprintMoment | null): ReadonlySet<Need> {
  return new Set(rules.filter((rule) => isInForce(rule, moment)).flatMap((rule) => [...rowOf(rule).needs(rule)]));
}

/** Whether findings fail the gate. */
export function isFailed(findings: readonly Finding[]): boolean {
  return findings.some(({ level, allowed }) => level === 'error' && allowed === null);
}

/** The name of a rule as a flag: `max-new`. */
export function flagOf(rule: RuleName): string {
  return rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const WEIGHTS: Record<FindingLevel, number> = { error: 0, warning: 1, notice: 2 };

/** A rule that waits for a sprint's demo or day is off outside of any sprint. */
function isInForce({ after, onDay }: Rule, moment: SprintMoment | null): boolean {
  if (after !== null && !moment?.isAfterDemo) return false;
  return onDay === null || moment?.day === onDay;
}

/** A rule of some paths counts and judges only what stands there, and a rule of a scope goes by that team's demo. */
function limitFacts(whole: GateFacts, { paths, scope }: Rule, { isIn, calendars }: Judging): GateFacts {
  const facts = { ...whole, sinceDemo: calendars.get(scope)?.sinceDemo ?? null };
  if (paths.length === 0) return facts;
  const among = <T extends { readonly path: string }>(list: readonly T[]): T[] =>
    list.filter(({ path }) => isIn(paths, path));
  const { changes, open, sinceDemo, stale } = facts;
  return {
    ...facts,
    changes: among(changes),
    open: open && among(open),
    stale: among(stale),
    sinceDemo: sinceDemo && { new: among(sinceDemo.new), removed: among(sinceDemo.removed) },
  };
}

function judgeRule(rule: Rule, facts: GateFacts, { allowances }: Judging): Finding[] {
  const row = rowOf(rule);
  const allowance = allowances.find(({ rule: name }) => name === rule.name || name === flagOf(rule.name));
  return row.judge(rule, facts).map((objection: Objection) => ({
    rule: rule.name,
    level: rule.level ?? row.level,
    message: objection.message,
    advice: row.advice,
    hack: objection.hack,
    allowed: allowance?.reason ?? null,
  }));
}

/** The row of a rule takes rules of its own name. */
function rowOf(rule: Rule): RuleRow<Rule> {
  return RULES[rule.name] as RuleRow<Rule>;
}
