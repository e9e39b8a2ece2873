import type { Policy } from './check.ts';
import type { CalendarDate, SprintConfig } from './sprint.ts';

/** How persons are named where the output names them at all. */
export type PeopleStyle = 'names' | 'initials' | 'none';

/** A phrase of the team's own that admits a shortcut. */
export interface OwnPhrase {
  /** The words, in any case. */
  readonly word: string;
  /** How output calls it; upper-case it serves as the marker's tag. */
  readonly title: string;
}

/** What makes a milestone: every tag that fits a pattern (`*` stands for anything), or a name for a date. */
export type MilestoneRule =
  | { readonly kind: 'tag'; readonly pattern: string }
  | { readonly kind: 'date'; readonly name: string; readonly date: CalendarDate };

/** A part of the repository with a team of its own. */
export interface Scope {
  readonly name: string;
  /** Folders or globs, from the root; never empty. */
  readonly paths: readonly string[];
  /** The team's own calendar; null: that of the repository. */
  readonly sprint: SprintConfig | null;
}

/** Everything that can be configured, with the defaults filled in. */
export interface Config {
  /** The line whose story is told; null: origin/HEAD's branch, else the current one. */
  readonly branch: string | null;
  readonly sprint: SprintConfig | null;
  readonly people: PeopleStyle;
  readonly emails: boolean;
  /** The tags that count, upper-case; null: the built-in ones. */
  readonly tags: readonly string[] | null;
  readonly phrases: readonly OwnPhrase[];
  /** Globs over repository paths; what they name is searched although the usual rules skip it. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Whether code that says so itself (`todo!()`) counts. */
  readonly macros: boolean;
  /** What `check` fails or warns on. */
  readonly gate: Policy;
  readonly milestones: readonly MilestoneRule[];
  /** In the order of the file. */
  readonly scopes: readonly Scope[];
}

/** A configuration and where it came from: a file's name, or null for the defaults. */
export interface FoundConfig {
  readonly config: Config;
  readonly origin: string | null;
}
