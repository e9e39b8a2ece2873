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
  const isStop = (rule: CompiledRule): boolean => rule.simple === null || mustTell(rule);
  const passed = rules.filter((rule) => !isStop(rule)).map((rule) => rule.open);
  const wholes = rules.flatMap((rule, index) =>
    rule.whole === undefined || mustTell(rule) ? [] : [unlessOne(rules.slice(0, index).filter(isStop)) + rule.whole],
  );
  if (passed.length + wholes.length === 0) return undefined;
  const taken = `${unlessOne(rules.filter(isStop))}(?:${[...passed, openers].join('|')})`;
  const round = [`[^${openers.slice(1)}+`, ...wholes, taken].join('|');
  const regexOf = (most: number): RegExp => new RegExp(`(?:${round}){1,${most}}`, `${flags.replace('g', '')}y`);
  return { far: regexOf(FAR), near: regexOf(NEAR) };
}

function unlessOne(stops: readonly CompiledRule[]): string {
  return stops.length > 0 ? `(?!${stops.map((rule) => rule.open).join('|')})` : '';
}
