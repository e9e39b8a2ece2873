import type { SprintConfig } from './sprint.ts';

/** Something only the person at the terminal knows. */
export interface Question {
  readonly text: string;
  /** What an empty answer means. */
  readonly usual: string;
  /** The answer as it is meant. Throws UsageError where it means nothing. */
  readonly read: (answer: string) => string;
}

/** Asks until there is an answer that can be read. Throws UsageError where nobody answers. */
export type Ask = (question: Question) => Promise<string>;

/** When sprints begin (`none`: there are none), and where; null: not said. */
export interface Calendar {
  readonly start: string | null;
  readonly timezone: string | null;
}

/** `hackdebt init` */
export interface InitOptions {
  readonly given: Calendar;
  readonly questions: Readonly<Record<keyof Calendar, Question>>;
  /** Whether anything was said of the configuration; else one that is there may stay. */
  readonly isAboutConfig: boolean;
  /** The configuration as flags and answers say, without `$schema`. Throws UsageError. */
  readonly draft: (calendar: Calendar) => Readonly<Record<string, unknown>>;
  readonly ci: 'github' | 'gitlab' | null;
  readonly force: boolean;
}

/** What was done to a file. `kept` = it was there and nothing was said of it. */
export type FileState = 'written' | 'unchanged' | 'kept';

/** `hackdebt init`: what is there now. */
export interface InitReport {
  readonly schema: 'hackdebt.init/1';
  readonly repository: string;
  /** Relative to the root. */
  readonly files: readonly { readonly path: string; readonly state: FileState }[];
  /** The calendar that is in force now. */
  readonly sprint: SprintConfig | null;
  /** What is left to do by hand, a sentence each. */
  readonly advice: readonly string[];
}
