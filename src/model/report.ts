import type { AgendaReport } from './agenda.ts';
import type { CheckReport } from './check.ts';
import type { DecideReport } from './decision.ts';
import type { CommitOid, RepoPath } from './git.ts';
import type { Extent, Hack, HackId, PersonRef } from './hack.ts';
import type { CommitRef, FateCounts, Head } from './head.ts';
import type { InitReport } from './init.ts';
import type { EventKind } from './lineage.ts';
import type { Marker, SkipReason } from './marker.ts';
import type { DemoRef, OutcomeReport } from './outcome.ts';
import type { SqlReport } from './sql.ts';
import type { StandupReport } from './standup.ts';
import type { TrendReport } from './trend.ts';

/** What a command found, before it becomes text. `schema` names the document and its version. */
export type Report =
  | ScanReport
  | ListReport
  | ShowReport
  | OutcomeReport
  | TrendReport
  | AgendaReport
  | CheckReport
  | SqlReport
  | StandupReport
  | TrendReport
  | MarkersReport
  | DemoReport
  | DecideReport
  | InitReport
  | DoctorReport;

/** Names of the documents. */
export type SchemaName = Report['schema'];

/** Ways to write a report down. */
export type Format =
  | 'terminal'
  | 'table'
  | 'json'
  | 'markdown'
  | 'csv'
  | 'vimgrep'
  | 'github'
  | 'azure'
  | 'sarif'
  | 'gitlab'
  | 'rdjson'
  | 'junit';

/** `hackdebt list`: the hacks in the order asked for, all of them. */
export interface ListReport extends Head {
  readonly schema: 'hackdebt.list/1';
  readonly hacks: readonly Hack[];
}

/** A marker and its file. */
export interface PlacedMarker extends Omit<Marker, 'priority'> {
  readonly path: RepoPath;
}

/** A file that was not searched. */
export interface SkippedFile {
  readonly path: RepoPath;
  readonly reason: SkipReason;
}

/** `hackdebt markers`: by path, line and column. */
export interface MarkersReport {
  readonly schema: 'hackdebt.markers/1';
  readonly ruleset: string;
  readonly markers: readonly PlacedMarker[];
  readonly skipped: readonly SkippedFile[];
}

/** From when a change is counted. `yesterday` = the end of the working day before. */
export type Since =
  | { readonly kind: 'yesterday'; readonly date: string }
  | { readonly kind: 'demo'; readonly name: string; readonly date: string }
  | { readonly kind: 'tag'; readonly name: string; readonly date: string }
  | { readonly kind: 'days'; readonly days: number; readonly date: string };

/** What happened on the line since then. */
export interface ScanChange {
  readonly since: Since;
  readonly admitted: number;
  /** All that went, whatever its fate. */
  readonly removed: number;
  readonly fates: FateCounts;
}

/** What the line held when a day ended. `provisional` until the first scan after the day's end. */
export interface SnapshotRef {
  readonly date: string;
  readonly open: number;
  readonly provisional: boolean;
  /** Null without a sprint. */
  readonly in: { readonly sprint: string; readonly day: number } | null;
}

/** Numbers of a scan. `commits` and `read` count commits; the rest hacks. */
export interface ScanCounts {
  readonly commits: number;
  /** Commits that this run read for the first time. */
  readonly read: number;
  readonly open: number;
  readonly stale: number;
  readonly removed: number;
  readonly fates: FateCounts;
}

/** `hackdebt scan` */
export interface ScanReport extends Head {
  readonly schema: 'hackdebt.scan/1';
  readonly asOf: string;
  readonly counts: ScanCounts;
  /** Since yesterday, then since the demo, the last tag or 30 days. */
  readonly changes: readonly ScanChange[];
  readonly oldest: Hack | null;
  readonly mostTouched: Hack | null;
  /** Markers of the work tree that no commit holds yet. */
  readonly uncommitted: readonly PlacedMarker[];
  /** Null where nothing was recorded (`--no-store`, off the line). */
  readonly snapshot: SnapshotRef | null;
  /** The command to try next, without `hackdebt`. */
  readonly next: string;
}

/** Some lines of a file at some revision. `line` is the number of the first. */
export interface Excerpt {
  readonly path: RepoPath;
  readonly line: number;
  readonly lines: readonly string[];
}

/** One thing that happened to a hack, with the lines that show it. */
export interface LifeEvent {
  readonly kind: EventKind;
  readonly commit: CommitOid;
  readonly landed: CommitOid | null;
  readonly date: string;
  readonly author: PersonRef;
  readonly subject: string;
  readonly before: Excerpt | null;
  readonly after: Excerpt | null;
  /** The hack it met, for `merged-into`. */
  readonly into: HackId | null;
  readonly why: string | null;
}

/** A line of a small diff. `line` is its number before (`-`, ` `) or after (`+`). */
export interface ProofLine {
  readonly sign: ' ' | '-' | '+';
  readonly line: number;
  readonly text: string;
}

/** What shows the fate of a hack: the change around it, and the command that shows all of it. */
export interface Proof {
  readonly path: RepoPath;
  readonly lines: readonly ProofLine[];
  /** A whole command line for a POSIX shell. */
  readonly command: string;
}

/** A commit that changed the code a hack speaks of while the admission stayed, and how far it went. */
export interface Rewrite extends CommitRef {
  readonly extent: Extent;
}

/** A file to which a commit that admits a shortcut added lines. */
export interface AdmittedFileRef {
  /** Its path now. */
  readonly path: RepoPath;
  readonly added: number;
  readonly standing: number;
}

/** `hackdebt show`: one life, oldest event first. */
export interface ShowReport extends Head {
  readonly schema: 'hackdebt.show/1';
  readonly asOf: string;
  readonly hack: Hack;
  /** The branch, or the demo's commit, that has the hack where the line has it not; null: the line has or had it. */
  readonly onlyOn: string | null;
  readonly events: readonly LifeEvent[];
  /** Oldest first. */
  readonly rewrites: readonly Rewrite[];
  /** Of a commit that admits a shortcut; empty for markers. */
  readonly files: readonly AdmittedFileRef[];
  readonly proof: Proof | null;
}

/** `hackdebt demo`: the demo as recorded. */
export interface DemoReport extends Head {
  readonly schema: 'hackdebt.demo/1';
  readonly sprint: string | null;
  readonly demo: DemoRef;
  /** Hacks open at the demo. */
  readonly open: number;
  /** The file that now says so, relative to the root. */
  readonly file: string;
  /** False where the file said so already. */
  readonly changed: boolean;
}

/** One thing `doctor` looked at. */
export interface Check {
  readonly name: 'clone' | 'line' | 'database' | 'git' | 'configuration' | 'node';
  readonly status: 'ok' | 'warning' | 'problem';
  readonly finding: string;
  /** What to do; null if all is well. */
  readonly advice: string | null;
}

/** `hackdebt doctor` */
export interface DoctorReport {
  readonly schema: 'hackdebt.doctor/1';
  readonly version: string;
  readonly repository: string | null;
  readonly checks: readonly Check[];
  readonly rebuilt: boolean;
}
