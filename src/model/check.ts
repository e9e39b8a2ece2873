import type { CommitOid, RepoPath } from './git.ts';
import type { Extent, Fate, HackId, RemovalKind } from './hack.ts';
import type { MarkerKind } from './marker.ts';

/** Names of the gate's rules, as in configuration. */
export type RuleName =
  'maxNew' | 'maxOpen' | 'ratchet' | 'noSwept' | 'forbid' | 'needIssue' | 'needOwner' | 'maxAge' | 'dueDates';

/** How much a finding weighs: only an `error` fails the gate. */
export type FindingLevel = 'error' | 'warning' | 'notice';

/** What happened to a hack between two trees. `reopened`: it had lived, was gone at the base and is back; only a database knows. */
export type ChangeKind = 'new' | 'removed' | 'moved' | 'reworded' | 'reopened';

/** Where a hack stands in one of the two trees. */
export interface CheckedPlace {
  readonly path: RepoPath;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

/** A hack that the branch touched; `path`, `line` … are where it stands at the head, of a removed one where it stood at the base. */
export interface ChangedHack extends CheckedPlace {
  readonly change: ChangeKind;
  /** As `hackdebt show` takes it. Null where no database knows the base: then the fingerprint is its name. */
  readonly id: HackId | null;
  /** `v1:` and 32 hexadecimal digits: equal while tag, text, path and ordinal among equals are, wherever the lines break and move. */
  readonly fingerprint: string;
  readonly kind: MarkerKind;
  readonly tag: string;
  readonly text: string;
  readonly owner: string | null;
  readonly issues: readonly string[];
  readonly due: string | null;
  readonly enclosing: string | null;
  /** Where it stood and what it said at the base; null for a new one. */
  readonly before: (CheckedPlace & { readonly tag: string; readonly text: string }) | null;
  /** Of a removed one only. */
  readonly removal: CheckedRemoval | null;
}

/** What became of the code of a hack that the branch removed. */
export interface CheckedRemoval {
  readonly kind: RemovalKind;
  readonly extent: Extent;
  readonly fate: Fate;
  /** 0 to 1. */
  readonly confidence: number;
}

/** One thing that a rule has to say. */
export interface Finding {
  /** `policy` speaks of a changed policy, `unsound` of what could not be told. */
  readonly rule: RuleName | 'policy' | 'unsound';
  readonly level: FindingLevel;
  readonly message: string;
  readonly advice: string;
  /** Null where it speaks of the whole branch. */
  readonly hack: ChangedHack | null;
  /** Reason given by a `Hackdebt-Allow` trailer; an allowed finding never fails the gate. */
  readonly allowed: string | null;
}

/** One side of the comparison. */
export interface CheckedTree {
  /** How it was called: `origin/main`, `HEAD^1`, `index`. */
  readonly name: string;
  /** Null for the index. */
  readonly commit: CommitOid | null;
}

/** A hack that was known when the baseline was written, by what it said and where. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly path: RepoPath;
  readonly tag: string;
  readonly text: string;
}

/** The committed list of known hacks, where it stands in for the base's tree. */
export interface CheckedBaseline {
  readonly file: string;
  /** Where it was read; `head` also where it was just written. */
  readonly from: 'base' | 'head';
  readonly isWritten: boolean;
  readonly entries: number;
  /** Entries whose hack is no longer in the tree: no rule objects to them. By fingerprint. */
  readonly stale: readonly BaselineEntry[];
}

/** Numbers of a check. `open` is null unless a rule asked for the whole tree. */
export interface CheckCounts {
  readonly new: number;
  readonly removed: number;
  readonly moved: number;
  readonly reworded: number;
  readonly reopened: number;
  /** Removed by refactoring or deleting. */
  readonly paid: number;
  readonly swept: number;
  readonly unclear: number;
  readonly open: number | null;
  /** Files that the branch changed. */
  readonly files: number;
  /** Of these, files that are not searched. */
  readonly skipped: number;
  /** Hacks that a decision keeps: no rule speaks of them. */
  readonly kept: number;
}

/** `hackdebt check`: what a branch did to the hacks, and what the rules say to that. */
export interface CheckReport {
  readonly schema: 'hackdebt.check/1';
  readonly repository: string;
  readonly asOf: string;
  readonly verdict: 'passed' | 'failed';
  /** Null where the clone holds no base: then nothing is known of the branch. */
  readonly base: (CheckedTree & { readonly foundBy: string }) | null;
  readonly head: CheckedTree;
  /** Null unless it stands in for the base's tree. */
  readonly baseline: CheckedBaseline | null;
  readonly ruleset: string;
  readonly counts: CheckCounts;
  /** By kind of change, path and line. */
  readonly changes: readonly ChangedHack[];
  /** Errors first. */
  readonly findings: readonly Finding[];
  readonly policy: {
    /** File that holds the rules; null: defaults and flags. */
    readonly file: string | null;
    /** Where it was read. */
    readonly from: 'base' | 'head' | 'file';
    /** Rules in force, as in configuration. */
    readonly rules: readonly RuleName[];
    /** Policy files that the branch changes. */
    readonly changed: readonly RepoPath[];
  };
  /** What could not be told, one sentence each. */
  readonly unsound: readonly string[];
  /** Address of the remote, without credentials; null where there is none. */
  readonly remote: string | null;
  /** The command that gives the same answer, without `hackdebt`. */
  readonly command: string;
}

/** When and where a rule holds. */
interface RuleScope {
  /** Absent: the rule's own. */
  readonly level?: FindingLevel;
  /** Globs; empty: everywhere. */
  readonly paths: readonly string[];
  /** Name of the scope whose calendar it goes by; null: that of what is judged. */
  readonly scope: string | null;
  /** Only after this sprint's demo, or only on this sprint day. */
  readonly after: 'demo' | null;
  readonly onDay: number | null;
}

/** One rule as configured. */
export type Rule =
  | (RuleScope & { readonly name: 'maxNew' | 'maxOpen' | 'maxAge'; readonly max: number })
  | (RuleScope & { readonly name: 'ratchet'; readonly against: 'base' | 'demo' })
  | (RuleScope & { readonly name: 'forbid'; readonly words: readonly string[] })
  | (RuleScope & { readonly name: 'noSwept' | 'needIssue' | 'needOwner' | 'dueDates' });

/** The gate's part of the configuration. */
export interface Policy {
  readonly rules: readonly Rule[];
  readonly onUnsound: 'fail' | 'warn';
}

/** `hackdebt check` */
export interface CheckOptions {
  readonly base: string | null;
  /** Compare the index with HEAD. */
  readonly staged: boolean;
  /** Compare with the committed list of known hacks, or write it. */
  readonly baseline: 'compare' | 'write' | null;
  /** Rules given as flags; a flag replaces all rules of its name. */
  readonly rules: readonly Rule[];
  readonly onUnsound: Policy['onUnsound'] | null;
  /** Folder that keeps what blobs show between runs; null: nothing is kept. */
  readonly cache: string | null;
  readonly allowShallow: boolean;
}
