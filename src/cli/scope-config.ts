import type { Rule } from '../model/check.ts';
import type { Scope } from '../model/config.ts';
import { buildPolicy, type RawRules } from './gate-config.ts';
import type { JsonSource } from './json-source.ts';
import { buildSprint, type RawSprint } from './sprint-config.ts';

/** The `scopes` of a configuration that passed the schema, by name. */
export type RawScopes = Readonly<Record<string, RawScope>>;

interface RawScope {
  readonly paths: readonly string[];
  readonly sprint?: RawSprint;
  readonly rules?: Omit<RawRules, 'onUnsound'>;
}

/** Checks what a schema cannot say. Throws UsageError. */
export function buildScopes(raw: RawScopes, source: JsonSource): readonly Scope[] {
  return Object.entries(raw).map(([name, { paths, sprint }]) => ({
    name,
    paths,
    sprint: sprint ? buildSprint(sprint, within(source, name)) : null,
  }));
}

/** The rules of the scopes as rules of their paths and calendars; a rule that names paths itself keeps its own. */
export function rulesOfScopes(raw: RawScopes, source: JsonSource): Rule[] {
  return Object.entries(raw).flatMap(([name, { paths, rules = {} }]) =>
    buildPolicy(rules, within(source, name)).rules.map((rule) => ({
      ...rule,
      scope: name,
      paths: rule.paths.length > 0 ? rule.paths : paths,
    })),
  );
}

/** Complains of what stands in a scope by its whole name: `"scopes.web.sprint.start"`. */
function within(source: JsonSource, name: string): JsonSource {
  return {
    root: source.root,
    complain: (path, problem) =>
      source.complain(['scopes', name, ...path], problem.replaceAll(/"(?=(?:sprint|rules)\.)/g, `"scopes.${name}.`)),
  };
}
