import { readFileSync } from 'node:fs';
import { Validator, type Schema } from '@cfworker/json-schema';
import { getNodeValue } from 'jsonc-parser';
import type { Config, OwnPhrase, PeopleStyle } from '../model/config.ts';
import { buildPolicy, type RawRules } from './gate-config.ts';
import { explainConfigErrors } from './config-errors.ts';
import { DEFAULTS } from './defaults.ts';
import { parseJsonSource, type JsonSource } from './json-source.ts';
import { buildMilestones, type RawMilestone } from './milestone-config.ts';
import { buildScopes, rulesOfScopes, type RawScopes } from './scope-config.ts';
import { buildSprint, type RawSprint } from './sprint-config.ts';

/** What the schema lets through. */
interface RawConfig {
  readonly branch?: string;
  readonly sprint?: RawSprint;
  readonly people?: PeopleStyle;
  readonly emails?: boolean;
  readonly tags?: readonly string[];
  readonly phrases?: readonly RawPhrase[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly macros?: boolean;
  readonly rules?: RawRules;
  readonly milestones?: readonly RawMilestone[];
  readonly scopes?: RawScopes;
}

interface RawPhrase {
  readonly word: string;
  readonly title?: string;
}

const SCHEMA = new URL('../../../schema/hackdebt.schema.json', import.meta.url);

/**
 * JSON with comments -> configuration with the defaults filled in. `origin` is the file's name for messages; of a
 * package.json only the key `hackdebt` counts. Throws UsageError that names file, line and what to do.
 */
export function parseConfig(text: string, origin: string): Config {
  const source = parseJsonSource(text, origin, /(^|[/\\])package\.json$/.test(origin) ? 'hackdebt' : null);
  const value: unknown = getNodeValue(source.root);
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Schema;
  const { errors } = new Validator(schema, '2020-12', false).validate(value);
  if (errors.length > 0) throw explainConfigErrors(errors, source, { schema, value });
  return buildConfig(value as RawConfig, source);
}

function buildConfig(raw: RawConfig, source: JsonSource): Config {
  const sprint = raw.sprint ? buildSprint(raw.sprint, source) : null;
  const scopes = buildScopes(raw.scopes ?? {}, source);
  const hasSprint = sprint !== null || scopes.some((scope) => scope.sprint !== null);
  const gate = raw.rules ? buildPolicy(raw.rules, source) : DEFAULTS.gate;
  return {
    branch: raw.branch ?? DEFAULTS.branch,
    sprint,
    people: raw.people ?? (hasSprint ? 'names' : DEFAULTS.people),
    emails: raw.emails ?? DEFAULTS.emails,
    tags: raw.tags?.map((tag) => tag.toUpperCase()) ?? DEFAULTS.tags,
    phrases: raw.phrases?.map(buildPhrase) ?? DEFAULTS.phrases,
    include: raw.include ?? DEFAULTS.include,
    exclude: raw.exclude ?? DEFAULTS.exclude,
    macros: raw.macros ?? DEFAULTS.macros,
    gate: { ...gate, rules: [...gate.rules, ...rulesOfScopes(raw.scopes ?? {}, source)] },
    milestones: raw.milestones ? buildMilestones(raw.milestones, source) : DEFAULTS.milestones,
    scopes,
  };
}

function buildPhrase({ word, title }: RawPhrase): OwnPhrase {
  return { word, title: title ?? word };
}
