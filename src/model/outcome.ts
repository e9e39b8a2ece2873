import type { DecisionSummary } from './decision.ts';
import type { CommitOid } from './git.ts';
import type { Hack } from './hack.ts';
import type { CommitRef, FateCounts, Head } from './head.ts';
import type { SnapshotOrigin } from './store.ts';

/** Where the demo of a sprint comes from. `option` = `--demo`, `clock` = the mainline at the demo's time. */
export type DemoSource = 'decision' | 'tag' | 'clock' | 'option';

/** The revision shown at a demo. */
export interface DemoRef extends CommitRef {
  readonly source: DemoSource;
  /** When the demo was, ISO-8601 with zone. */
  readonly shownAt: string;
  /** The mainline commit that stands for it where it is no ancestor of the line (squash merge); else null. */
  readonly matched: CommitOid | null;
}

/** The stretch of time a report looks at: it asks what became of what was open at `from` (a sprint: at its demo). */
export type Window = SprintWindow | DayWindow | SinceWindow;

/** A sprint and its demo. */
export interface SprintWindow {
  readonly kind: 'sprint';
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly timezone: string;
  readonly demo: DemoRef;
  /** When this week's demo will be, while it is still ahead and the report shows an older one; else null. */
  readonly upcoming: string | null;
}

/** One day of a sprint: what was recorded on it, from the record's own moment on. */
export interface DayWindow {
  readonly kind: 'day';
  /** The sprint's name. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly reference: CommitRef | null;
  readonly timezone: string;
  readonly day: number;
  readonly date: string;
  /** `observed` = recorded on that day; `rebuilt` = derived from the history of now, as nobody recorded it. */
  readonly origin: SnapshotOrigin;
  /** An observed record that is final never changes, whatever happens to history. */
  readonly final: boolean;
}

/** All since a tag, a number of days (`name` = `30 days`), a revision or a date. */
export interface SinceWindow {
  readonly kind: 'tag' | 'days' | 'revision' | 'date' | 'demo';
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly reference: CommitRef | null;
}

/** What became of the hacks of one folder. */
export interface FolderOutcome {
  /** Path of the folder; `.` for the root. */
  readonly path: string;
  readonly total: number;
  readonly open: number;
}

/** Who paid, in numbers. `people` is sorted, not ranked; empty unless the configuration names people. */
export interface Payers {
  readonly self: number;
  readonly others: number;
  readonly people: readonly string[];
}

/** Older hacks that were open at the demo; `hacks` is empty unless asked for. */
export interface CarriedIn {
  readonly total: number;
  readonly gone: number;
  readonly hacks: readonly Hack[];
}

/** Numbers of a report over its hacks. `merged` ones live on as another hack. */
export interface OutcomeCounts {
  readonly total: number;
  readonly open: number;
  readonly stale: number;
  readonly merged: number;
  readonly fates: FateCounts;
}

/** `hackdebt report`: what became of the hacks of a demo, or of those open when the window began. */
export interface OutcomeReport extends Head {
  readonly schema: 'hackdebt.report/1';
  readonly asOf: string;
  readonly window: Window;
  /** What it is limited to; empty = everything. */
  readonly paths: readonly string[];
  readonly counts: OutcomeCounts;
  readonly hacks: readonly Hack[];
  readonly payers: Payers;
  /** Admitted since, open or gone already. */
  readonly newSince: readonly Hack[];
  readonly carriedIn: CarriedIn;
  /** Open hacks whose code was rewritten since, while the admission stayed. */
  readonly wentStale: readonly Hack[];
  /** Commits since the window began whose messages admit a shortcut. */
  readonly commits: readonly Hack[];
  /** What was decided and kept or not; null: nothing is recorded of that. */
  readonly decisions: DecisionSummary | null;
  readonly folders: readonly FolderOutcome[];
}
