import { UsageError } from '../../errors.ts';
import type { Repository } from '../../git/repository.ts';
import { findScopeOf } from '../../insights/scopes.ts';
import type { Config, Scope } from '../../model/config.ts';
import type { Settings } from '../../model/request.ts';
import type { CalendarDate, Sprint } from '../../model/sprint.ts';

/** The scope asked for by name, else the one of the folder; null: the whole repository. Throws UsageError. */
export function chooseScope(config: Config, settings: Settings, { location }: Repository): Scope | null {
  const { scope: name } = settings;
  return name === null ? findScopeOf(config.scopes, location.prefix.replace(/\/$/, '')) : requireScope(config, name);
}

/** The scope of a name. Throws UsageError if there is none. */
export function requireScope(config: Config, name: string): Scope {
  const scope = config.scopes.find((candidate) => candidate.name === name);
  if (scope) return scope;
  const names = config.scopes.map((candidate) => candidate.name).join(', ');
  const advice = names === '' ? 'Add "scopes" to hackdebt.config.json.' : `It is one of ${names}.`;
  throw new UsageError(`"${name}" is no scope of the configuration. ${advice}`);
}

/** A scope with its own calendar has its own days and demos, in the same database and file: `web/2026-W47`. */
export function scopedName(scope: Scope | null, name: Sprint['name'] | CalendarDate): string {
  return scope?.sprint ? `${scope.name}/${name}` : name;
}
