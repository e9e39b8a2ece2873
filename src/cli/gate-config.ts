import type { FindingLevel, Policy, Rule, RuleName } from '../model/check.ts';
import { DEFAULTS } from './defaults.ts';
import type { JsonSource } from './json-source.ts';

/** The long form of one rule. */
interface RawRule {
  readonly max?: number;
  readonly against?: 'base' | 'demo';
  readonly words?: readonly string[];
  readonly level?: FindingLevel;
  readonly paths?: readonly string[];
  readonly after?: 'demo';
  readonly onDay?: number;
}

type RawValue = number | boolean | string | readonly (string | RawRule)[] | RawRule;

/** The `rules` of a configuration that passed the schema: each in its short form, its long form, or a list of long ones. */
export type RawRules = Readonly<Partial<Record<RuleName, RawValue>>> & { readonly onUnsound?: Policy['onUnsound'] };

/** Brings every form of a rule into one. Throws UsageError where a rule lacks what it goes by. */
export function buildPolicy({ onUnsound, ...raw }: RawRules, source: JsonSource): Policy {
  const entries = Object.entries(raw) as [RuleName, RawValue][];
  const rules = entries.flatMap(([name, value]) => spread(value).map((long) => buildRule(name, long, source)));
  return { rules, onUnsound: onUnsound ?? DEFAULTS.gate.onUnsound };
}

function spread(value: RawValue): RawRule[] {
  if (value === false) return [];
  if (value === true) return [{}];
  if (typeof value === 'number') return [{ max: value }];
  if (typeof value === 'string') return [{ against: value as 'base' | 'demo' }];
  if (!Array.isArray(value)) return [value as RawRule];
  const words = value.filter((item) => typeof item === 'string');
  return words.length > 0 ? [{ words }] : (value as RawRule[]);
}

/** What a long form may say beside where and when it holds, and of which rules. */
const OWN_KEYS: Readonly<Record<'max' | 'against' | 'words', readonly RuleName[]>> = {
  max: ['maxNew', 'maxOpen', 'maxAge'],
  against: ['ratchet'],
  words: ['forbid'],
};

function checkKeys(name: RuleName, raw: RawRule, source: JsonSource): void {
  for (const [key, names] of Object.entries(OWN_KEYS)) {
    if (!(key in raw) || names.includes(name)) continue;
    throw source.complain(['rules', name], `"rules.${name}" has no "${key}": that is of ${names.join(', ')}.`);
  }
}

function buildRule(name: RuleName, raw: RawRule, source: JsonSource): Rule {
  checkKeys(name, raw, source);
  const scope = {
    ...(raw.level && { level: raw.level }),
    paths: raw.paths ?? [],
    scope: null,
    after: raw.after ?? null,
    onDay: raw.onDay ?? null,
  };
  switch (name) {
    case 'maxNew':
    case 'maxOpen':
    case 'maxAge':
      if (raw.max === undefined) throw source.complain(['rules', name], `"rules.${name}" needs "max": a number.`);
      return { ...scope, name, max: raw.max };
    case 'ratchet':
      return { ...scope, name, against: raw.against ?? 'base' };
    case 'forbid':
      if (!raw.words?.length) throw source.complain(['rules', name], '"rules.forbid" needs "words": a list of words.');
      return { ...scope, name, words: raw.words };
    case 'noSwept':
    case 'needIssue':
    case 'needOwner':
    case 'dueDates':
      return { ...scope, name };
    default:
      return name satisfies never;
  }
}
