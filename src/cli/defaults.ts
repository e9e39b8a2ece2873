import type { Config, PeopleStyle } from '../model/config.ts';
import { wordOf } from './given.ts';

const PEOPLE: readonly PeopleStyle[] = ['names', 'initials', 'none'];

/** What holds where nothing is configured. */
export const DEFAULTS: Config = {
  branch: null,
  sprint: null,
  people: 'none',
  emails: false,
  tags: null,
  phrases: [],
  include: [],
  exclude: [],
  macros: false,
  gate: { rules: [], onUnsound: 'fail' },
  milestones: [
    { kind: 'tag', pattern: '*alpha*' },
    { kind: 'tag', pattern: '*beta*' },
  ],
  scopes: [],
};

/** What flags and environment say; null: nothing. */
export interface Override {
  readonly branch: string | null;
  readonly people: string | null;
  readonly emails: boolean | null;
}

/** A configuration with flags and environment on top. Throws UsageError. */
export function override(config: Config, { branch, people, emails }: Override): Config {
  return {
    ...config,
    branch: branch ?? config.branch,
    people: people === null ? config.people : wordOf(people, 'HACKDEBT_PEOPLE', PEOPLE),
    emails: emails ?? config.emails,
  };
}
