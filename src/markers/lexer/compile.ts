import { hoistCharacter } from './hoist.ts';
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
}

export interface CompiledGrammar {
  readonly modes: Readonly<Record<string, CompiledMode>>;
  readonly code: CompiledMode;
  readonly template: boolean;
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
  const flags = grammar.ignoreCase ? 'gmi' : 'gm';
  const code = compileMode('code', grammar.modes.code, flags);
  const modes: Record<string, CompiledMode> = {
    braces: compileMode('braces', within(grammar.modes.code, BRACES), flags),
    parens: compileMode('parens', within(grammar.modes.code, PARENS), flags),
  };
  for (const [name, mode] of Object.entries(grammar.modes)) modes[name] = compileMode(name, mode, flags);
  const result = { modes, code, template: grammar.template ?? false };
  compiled.set(grammar, result);
  return result;
}

function within(code: Mode, brackets: readonly Rule[]): Mode {
  return { rules: [...code.rules, ...brackets] };
}

function compileMode(name: string, mode: Mode, flags: string): CompiledMode {
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
  return { name, literal: mode.literal ?? false, regex: new RegExp(source, flags), rules };
}

function simpleKind(rule: Rule): TokenKind | null {
  const plain = rule.take === undefined && rule.push === undefined && rule.pop === undefined;
  return plain && typeof rule.kind === 'string' ? rule.kind : null;
}
