import type { Finding, FindingLevel, Rule, RuleName } from '../model/check.ts';
import { RULES, type GateFacts, type Need, type Objection, type RuleRow } from './rules.ts';

/** Where in its sprint the branch is. */
export interface SprintMoment {
  readonly isAfterDemo: boolean;
  /** 1, 2, 3 …; null outside of a sprint. */
  readonly day: number | null;
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
  readonly moment: SprintMoment | null;
  /** Whether a path is among globs. */
  isIn(globs: readonly string[], path: string): boolean;
}

/** What the rules say, errors first, then by rule and place. Only an error that nothing allows fails the gate. */
export function judgeGate(facts: GateFacts, judging: Judging): Finding[] {
  const findings = judging.rules
    .filter((rule) => isInForce(rule, judging.moment))
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

/** A rule of some paths counts and judges only what stands there; numbers since the demo are those of the whole tree. */
function limitFacts(facts: GateFacts, { paths }: Rule, { isIn }: Judging): GateFacts {
  if (paths.length === 0) return facts;
  return {
    ...facts,
    changes: facts.changes.filter(({ path }) => isIn(paths, path)),
    open: facts.open?.filter(({ path }) => isIn(paths, path)) ?? null,
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
