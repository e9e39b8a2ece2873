import type { FoundConfig } from './config.ts';
import type { Ask } from './init.ts';
import type { Fate, HackKind, Status } from './hack.ts';
import type { Report } from './report.ts';

/** What a command is asked: everything it may know of the world outside. */
export interface Request<Options> {
  /** Absolute path of the folder to work in: `-C`, else the current one. */
  readonly dir: string;
  readonly options: Options;
  readonly settings: Settings;
  readonly outside: Outside;
  readonly console: Console;
}

/** What a command answers. `exitCode` is 0, or 1 for a failed gate; all else is thrown. */
export interface CommandResult {
  readonly report: Report;
  readonly exitCode: number;
  /** How many digits of an id are unique among all hacks of the repository; absent: among those of the report. */
  readonly idDigits?: number;
}

/** What every file of commands/ exports. */
export interface CommandModule<Options> {
  run(request: Request<Options>): Promise<CommandResult>;
}

/** Reads one file at the root of the repository (on disk, or from a commit's tree); null where there is none. */
export type RootReader = (name: string) => Promise<string | null>;

/** Flags, environment and configuration file in their order of precedence. */
export interface Settings {
  /** Absolute path from `--db` or HACKDEBT_DB; null: the usual place. */
  readonly database: string | null;
  /** The scope asked for with `--scope` or HACKDEBT_SCOPE; null: the one of the folder, if any. */
  readonly scope: string | null;
  /** How many threads may work at a time, from `--jobs`, else as many as there are cores; at least 1. */
  readonly jobs: number;
  /** The name of the file at the root that holds a configuration; null: none does. */
  findConfigFile(read: RootReader): Promise<string | null>;
  /** The configuration: `--config FILE` if given, else the first one that `read` finds; flags and HACKDEBT_* win. Throws UsageError. */
  readConfig(read: RootReader): Promise<FoundConfig>;
}

/** Versions of the program itself and of what runs it. */
export interface Versions {
  readonly hackdebt: string;
  readonly node: string;
}

/** Clock, environment, standard input and the wish to stop. */
export interface Outside {
  /** HACKDEBT_NOW, else the clock; fixed for the whole run. */
  readonly now: Date;
  /** The few variables that name a CI system or that git needs. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute path of the folder where the user stands: what files to write are relative to. */
  readonly cwd: string;
  readonly signal: AbortSignal;
  readonly versions: Versions;
  readStdin(): Promise<Uint8Array>;
  /** Null where nobody sits at a terminal. */
  readonly ask: Ask | null;
}

/** Everything said beside the report; goes to stderr. */
export interface Console {
  /** One line a user should read; silent with `--quiet`. */
  note(line: string): void;
  /** One line for the curious; only with `--verbose`. */
  detail(line: string): void;
  /** What is being done now and how far it is; cheap enough to call a million times. */
  progress(step: string, done?: number, total?: number): void;
}

/** `hackdebt scan` */
export interface ScanOptions {
  readonly rev: string | null;
  readonly store: boolean;
  readonly allowShallow: boolean;
}

/** What `list` sorts by; each has its own natural direction. */
export type ListOrder = 'touches' | 'age' | 'date' | 'path';

/** `hackdebt list`: an empty list of a filter means no filter. */
export interface ListOptions {
  readonly at: string | null;
  readonly sort: ListOrder;
  readonly filter: HackFilter;
  readonly allowShallow: boolean;
}

/** Which hacks to show; values of one field are alternatives, fields must all hold. */
export interface HackFilter {
  readonly statuses: readonly Status[];
  readonly kinds: readonly HackKind[];
  readonly fates: readonly Fate[];
  /** Upper-case. */
  readonly tags: readonly string[];
  /** Parts of names or emails, in any case. */
  readonly authors: readonly string[];
  readonly owners: readonly string[];
  /** Globs or folders, relative to `dir`. */
  readonly paths: readonly string[];
  readonly minAgeDays: number;
}

/** What `show` is asked for. `prefix` is without `hd-`. */
export type ShowTarget =
  | { readonly kind: 'id'; readonly prefix: string }
  | { readonly kind: 'place'; readonly path: string; readonly line: number };

/** `hackdebt show` */
export interface ShowOptions {
  readonly target: ShowTarget;
  /** Say of each match what was the same and what was not. */
  readonly explain: boolean;
  readonly allowShallow: boolean;
}

/** `hackdebt report`: at most one of `demo`, `sprint` and `since` is given. */
export interface ReportOptions {
  readonly demo: string | null;
  readonly sprint: string | null;
  /** Number of a day of that sprint: what was recorded then; null: the sprint's demo. */
  readonly day: number | null;
  /** A revision or a date. */
  readonly since: string | null;
  /** Globs or folders, relative to `dir`. */
  readonly paths: readonly string[];
  /** List what was carried in, too. */
  readonly all: boolean;
  readonly allowShallow: boolean;
}

/** `hackdebt standup` */
export interface StandupOptions {
  /** A revision or a date; null: since the last working day began. */
  readonly since: string | null;
  readonly allowShallow: boolean;
}

/** `hackdebt trend` */
export interface TrendOptions {
  /** Tell the whole survival curve. */
  readonly survival: boolean;
  /** How many sprints or weeks to look back on. */
  readonly last: number;
  readonly allowShallow: boolean;
}

/** `hackdebt markers` */
export interface MarkersOptions {
  readonly source: MarkersSource;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Where `markers` reads from. Paths are as typed, relative to `dir`; none means all of it. */
export type MarkersSource =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'revision'; readonly rev: string; readonly paths: readonly string[] }
  | { readonly kind: 'stdin'; readonly filename: string };

/** `hackdebt demo` */
export interface DemoOptions {
  /** null: the current commit. */
  readonly rev: string | null;
  /** null: the sprint of today. */
  readonly sprint: string | null;
}

/** `hackdebt doctor` */
export interface DoctorOptions {
  readonly rebuild: boolean;
}
