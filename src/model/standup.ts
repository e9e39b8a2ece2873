import type { Fate, HackId } from './hack.ts';
import type { Head } from './head.ts';

/** Something that happened to a hack since the last working day. */
export interface StandupItem {
  readonly id: HackId;
  readonly tag: string;
  readonly text: string;
  readonly path: string;
  readonly line: number;
  /** How it went, also of what was admitted and is gone again; null for what stands, or was not judged. */
  readonly fate: Fate | null;
  /** As the configuration has people named; null where it names nobody. */
  readonly by: string | null;
  /** The branch on which it happened; null for the mainline. */
  readonly branch: string | null;
}

/** What happened to hacks, each told once: on the mainline, else on one branch. */
export interface StandupItems {
  /** Refactored or deleted. */
  readonly paid: readonly StandupItem[];
  /** Gone in another way: swept, unclear, not judged. */
  readonly gone: readonly StandupItem[];
  readonly admitted: readonly StandupItem[];
  readonly moved: readonly StandupItem[];
}

/** Hacks that were paid by somebody else than who admitted them. `people` is sorted by name, not ranked. */
export interface Thanks {
  readonly paid: number;
  readonly people: readonly string[];
}

/** Who made the commits. Bots by name; of agents the humans they worked for, where people are named. */
export interface StandupCommits {
  readonly humans: number;
  readonly agents: number;
  readonly agentsFor: readonly string[];
  readonly bots: number;
  readonly botNames: readonly string[];
}

/** Branches, local and remote-tracking, whose tip the line does not have. */
export interface StandupBranches {
  readonly unmerged: number;
  /** Of these, with a commit since then, and looked at. */
  readonly read: readonly string[];
  /** With a commit since then, but their whole work is in the line already. */
  readonly squashed: readonly string[];
  /** Left out: too many branches, or too many commits on one. */
  readonly leftOut: number;
  /** When git last fetched, ISO-8601; null: not known. */
  readonly fetched: string | null;
}

/** What is decided about a hack that still stands as it stood then. */
export interface NotStarted {
  readonly id: HackId;
  readonly text: string;
  readonly path: string;
  readonly line: number;
  readonly decision: string;
  readonly owner: string | null;
}

/** What a team's lines were for. */
export type Work = 'building' | 'testing' | 'documenting' | 'refactoring';

/** Lines added and taken away by the whole team, by what they were for. */
export interface Shares {
  readonly lines: Readonly<Record<Work, number>>;
  /** Changed files that were too many to count. */
  readonly leftOut: number;
}

/** `hackdebt standup` */
export interface StandupReport extends Head {
  readonly schema: 'hackdebt.standup/1';
  readonly asOf: string;
  readonly since: string;
  readonly timezone: string;
  /** Null without a sprint. */
  readonly in: { readonly sprint: string; readonly day: number } | null;
  readonly items: StandupItems;
  readonly thanks: Thanks;
  readonly commits: StandupCommits;
  readonly branches: StandupBranches;
  readonly notStarted: readonly NotStarted[];
  readonly shares: Shares;
}
