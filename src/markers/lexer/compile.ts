import { firstCharsOf } from './first-chars.ts';
import { hoistCharacter } from './hoist.ts';
import { buildLeap, type Leap } from './leap.ts';
import type { Grammar, Mode, Rule, TokenKind } from './rule.ts';

/** A rule as the lexer runs it; `simple` is set if the match is the whole token and nothing else is to be done. */
export interface CompiledRule extends Rule {
  readonly simple: TokenKind | null;
}

/** All rules of a mode in one expression: the n-th capturing group is the n-th rule. */
export interface CompiledMode {
  readonly name: string;
  readonly literal: boolean;
  readonly regex: RegExp;
  readonly rules: readonly CompiledRule[];
  readonly leap: Leap | undefined;
}

export interface CompiledGrammar {
  readonly modes: Readonly<Record<string, CompiledMode>>;
  readonly code: CompiledMode;
  readonly template: boolean;
  /** Fits at the start of a line that may begin with a comment; sticky. */
  readonly beginsComment: RegExp;
}

const BRACES: readonly Rule[] = [
  { kind: 'code', open: '\\{', push: 'braces' },
  { kind: 'code', open: '\\}', pop: 1 },
];
const PARENS: readonly Rule[] = [
  { kind: 'code', open: '\\(', push: 'parens' },
  { kind: 'code', open: '\\)', pop: 1 },
];

const compiled = new WeakMap<Grammar, CompiledGrammar>();

/** The grammar with one RegExp per mode; made once per grammar. */
export function compileGrammar(grammar: Grammar): CompiledGrammar {
  const known = compiled.get(grammar);
  if (known) return known;
  const written = { braces: within(grammar.modes.code, BRACES), parens: within(grammar.modes.code, PARENS) };
  const sources: Readonly<Record<string, Mode>> = { ...written, ...grammar.modes };
  const rules = Object.values(sources).flatMap((mode) => mode.rules);
  const settings = { flags: grammar.ignoreCase ? 'gmi' : 'gm', mustTell: mustTellOf(rules) };
  const modes: Record<string, CompiledMode> = {};
  for (const [name, mode] of Object.entries(sources)) modes[name] = compileMode(name, mode, settings);
  const code = compileMode('code', grammar.modes.code, settings);
  const result = {
    modes,
    code,
    template: grammar.template ?? false,
    beginsComment: commentLine(rules, settings.flags),
  };
  compiled.set(grammar, result);
  return result;
}

interface Settings {
  readonly flags: string;
  readonly mustTell: (rule: Rule) => boolean;
}

/** Which tokens have to be known wherever they stand: those that others look back at. */
function mustTellOf(rules: readonly Rule[]): Settings['mustTell'] {
  if (rules.some((rule) => typeof rule.kind === 'function')) return () => true;
  return rules.some((rule) => rule.looksBack) ? (rule) => rule.kind === 'comment' : () => false;
}

function commentLine(rules: readonly Rule[], flags: string): RegExp {
  const openers = rules
    .filter((rule) => rule.kind === 'comment' || typeof rule.kind === 'function')
    .map((rule) => firstCharsOf(rule.open));
  const source = openers.includes(undefined) ? '' : `[ \\t]*[${openers.flat().join('')}]`;
  return new RegExp(source, `${flags.replace('g', '')}y`);
}

function within(code: Mode, brackets: readonly Rule[]): Mode {
  return { rules: [...code.rules, ...brackets] };
}

function compileMode(name: string, mode: Mode, { flags, mustTell }: Settings): CompiledMode {
  const rules: CompiledRule[] = [];
  for (const written of mode.rules) {
    const rule = { ...written, open: hoistCharacter(written.open) };
    const simple = simpleKind(rule);
    const last = rules.at(-1);
    if (simple !== null && last?.simple === simple) {
      rules[rules.length - 1] = { ...last, open: `${last.open}|${rule.open}` };
    } else rules.push({ ...rule, simple });
  }
  // A mode without rules never matches.
  const source = rules.map((rule) => `(${rule.open})`).join('|') || '(?!)';
  const leap = buildLeap(rules, flags, mustTell);
  return { name, literal: mode.literal ?? false, regex: new RegExp(source, flags), rules, leap };
}

function simpleKind(rule: Rule): TokenKind | null {
  const plain = rule.take === undefined && rule.push === undefined && rule.pop === undefined;
  return plain && typeof rule.kind === 'string' ? rule.kind : null;
}
