import { firstCharsOf } from './first-chars.ts';
import type { CompiledRule } from './compile.ts';

/** Expressions that pass over many tokens, or a few, where nobody wants to know them; sticky. */
export interface Leap {
  readonly far: RegExp;
  readonly near: RegExp;
}

/** Tokens passed at once. */
const FAR = 8;
const NEAR = 2;

/**
 * How tokens of a mode are passed over: the same ones that its rules would cut out, since where a rule begins, what needs a function or
 * changes the mode stops the leap. Undefined if a rule may begin anywhere. `mustTell`: rules whose tokens have to be known.
 */
export function buildLeap(
  rules: readonly CompiledRule[],
  flags: string,
  mustTell: (rule: CompiledRule) => boolean,
): Leap | undefined {
  const firsts = rules.map((rule) => firstCharsOf(rule.open));
  if (rules.length === 0 || firsts.includes(undefined)) return undefined;
  const openers = `[${firsts.flat().join('')}]`;
  const passed = rules.filter((rule) => rule.simple !== null && !mustTell(rule)).map((rule) => rule.open);
  if (passed.length === 0) return undefined;
  const stops = rules.filter((rule) => rule.simple === null || mustTell(rule)).map((rule) => rule.open);
  const guard = stops.length > 0 ? `(?!${stops.join('|')})` : '';
  const round = `[^${openers.slice(1)}+|${guard}(?:${[...passed, openers].join('|')})`;
  const regexOf = (most: number): RegExp => new RegExp(`(?:${round}){1,${most}}`, `${flags.replace('g', '')}y`);
  return { far: regexOf(FAR), near: regexOf(NEAR) };
}
