import type { BlobOid, Commit, CommitOid, GitTime, Identity, RepoPath } from './git.ts';
import type { Extent, Fate, HackId, HackKind, Verdict } from './hack.ts';
import type { EventKind, Fold, FoldTip, HackKey, NodeRow, Place, Position, Rank, Span } from './lineage.ts';
import type { Sight } from './marker.ts';

/** What decides a text's markers beside the ruleset: its blob and the language it is read in. */
export interface SightKey {
  readonly blob: BlobOid;
  readonly language: string;
}

/** The markers of one blob, in the order of the text; none is an answer too. */
export interface MinedBlob extends SightKey {
  readonly sights: readonly Sight[];
}

/** A fold to be kept. The markers of its nodes must have been written before, under the same ruleset. */
export interface FoldToWrite {
  readonly fold: Fold;
  /** The fold's commits with their messages, in the same order as `fold.commits`. */
  readonly commits: readonly Commit[];
  readonly tip: FoldTip;
  /** Hash of ruleset and fold version: a fold with another key is not gone on with. */
  readonly foldKey: string;
  readonly ruleset: string;
  /** Everybody who is not shown as the commits name them. */
  readonly names: readonly DisplayName[];
  /** The language the node's blob was read in. */
  readonly languageOf: (node: NodeRow) => string;
}

/** What is asked of the past: the folded parents of new commits, and the versions of files that come up in the new ones. */
export interface PriorQuestion {
  readonly boundary: readonly CommitOid[];
  readonly nodes: readonly { readonly path: RepoPath; readonly blob: BlobOid }[];
}

/** A person as the commit names them, with the name and email a mailmap gives them for display. */
export interface StoredPerson extends Identity {
  readonly displayName: string;
  readonly displayEmail: string;
}

/** A commit of the line as the store keeps it. */
export interface StoredCommit {
  readonly rank: Rank;
  readonly oid: CommitOid;
  readonly parents: readonly Rank[];
  /** Null off the mainline. */
  readonly position: Position | null;
  /** The mainline commit that brought it in: itself if it is on the mainline. */
  readonly landed: Position;
  readonly landedOid: CommitOid;
  readonly author: StoredPerson;
  readonly authorTime: GitTime;
  readonly committer: StoredPerson;
  readonly commitTime: GitTime;
  readonly subject: string;
  /** `Co-authored-by` and similar lines of the message, one a line; null where there are none. */
  readonly trailers: string | null;
}

/** A verdict with what it means for the whole life. */
export interface StoredVerdict extends Verdict {
  readonly fate: Fate;
  readonly acknowledged: boolean;
}

/** A verdict about the told removal of one hack. */
export interface VerdictToWrite extends StoredVerdict {
  readonly hack: HackKey;
  readonly removalRank: Rank;
}

/** The told end of a hack. `landed` is null for a hack that never reached the mainline. */
export interface StoredRemoval {
  readonly commit: StoredCommit;
  readonly landed: Position | null;
  readonly place: Place;
  /** Null until its texts were judged. */
  readonly verdict: StoredVerdict | null;
}

/** A commit that changed the annotated code while the marker stayed, and how far it went; null until its texts were judged. */
export interface StoredRewrite {
  readonly commit: StoredCommit;
  readonly extent: Extent | null;
}

/** What was judged of one such commit. */
export interface RewriteToWrite {
  readonly hack: HackKey;
  readonly rank: Rank;
  readonly extent: Extent;
}

/** The commits that changed the annotated code of a hack before its end, oldest first, with what was judged of each. */
export interface Rewritten {
  readonly hack: HackKey;
  readonly isMerged: boolean;
  readonly rewrites: readonly { readonly rank: Rank; readonly extent: Extent | null }[];
}

/** Where a hack stood just before and just after a commit off merges. */
export interface StoredStep {
  readonly before: Place;
  readonly after: Place;
}

/** A hack with its commits and the verdict about its end. */
export interface StoredHack {
  readonly key: HackKey;
  readonly id: HackId;
  readonly introduced: StoredCommit;
  readonly birthplace: Place;
  readonly place: Place;
  readonly mergedInto: HackId | null;
  readonly moves: number;
  readonly rewordings: number;
  readonly reopened: number;
  readonly touches: number;
  readonly rewrites: readonly StoredRewrite[];
  readonly open: readonly Span[];
  readonly removal: StoredRemoval | null;
}

/** One thing that happened to a hack, with its commit. */
export interface StoredEvent {
  readonly kind: EventKind;
  readonly commit: StoredCommit;
  readonly before: Place | null;
  readonly after: Place | null;
  readonly into: HackId | null;
  readonly why: string | null;
}

/** An event with its hack. */
export interface HackEvent extends StoredEvent {
  readonly hack: HackKey;
}

/** A hack that stands at some mainline position, and where. */
export interface OpenAt {
  readonly hack: HackKey;
  readonly id: HackId;
  readonly place: Place;
}

/** A commit of the mainline with its date by the landed clock (seconds; running maximum of committer dates). */
export interface MainlineCommit {
  readonly position: Position;
  readonly oid: CommitOid;
  readonly landedAt: number;
}

/** What a person's mailmap entry says: shown instead of the raw name and email. */
export interface DisplayName extends Identity {
  readonly displayName: string;
  readonly displayEmail: string;
}

/** One hack of a snapshot: all that is needed to show it when history has changed. `commit` is the introducing one. */
export interface SnapshotHack {
  readonly id: HackId;
  readonly kind: HackKind;
  readonly tag: string;
  readonly text: string;
  readonly path: RepoPath;
  readonly line: number;
  readonly column: number;
  readonly commit: CommitOid;
  readonly author: Identity;
  readonly authorTime: GitTime;
  /** First line of that commit's message. */
  readonly subject: string;
  readonly touches: number;
}

/** `day` = what was open at the end of a working day; `demo` = at a demo. */
export type SnapshotKind = 'day' | 'demo';

/** `observed` = recorded then; `rebuilt` = derived later. Only the observed are ever frozen. */
export type SnapshotOrigin = 'observed' | 'rebuilt';

/** What was open on the line at one moment; its name is unique among the line's snapshots of the kind. */
export interface Snapshot {
  readonly kind: SnapshotKind;
  readonly name: string;
  readonly origin: SnapshotOrigin;
  /** Working day, `2026-11-18`. */
  readonly day: string;
  /** Seconds; from then on an observed snapshot is final. */
  readonly endsAt: number;
  /** Seconds. */
  readonly takenAt: number;
  readonly commit: CommitOid;
  readonly ruleset: string;
  /** In the order of the list, the first being number one. */
  readonly hacks: readonly SnapshotHack[];
}

/** A snapshot as the store holds it. */
export interface StoredSnapshot extends Snapshot {
  readonly frozen: boolean;
}

/** Which snapshots to read; without a name or kind, all of them. */
export interface SnapshotQuestion {
  readonly kind?: SnapshotKind;
  readonly name?: string;
}

/** What is remembered of a hack whose first commits were squashed away. */
export interface Alias {
  /** The id the line gives it. */
  readonly hack: HackId;
  readonly firstId: HackId;
  readonly firstCommit: CommitOid;
  readonly author: Identity;
  readonly authorTime: GitTime;
  /** The mainline commit that holds the squashed work. */
  readonly squash: CommitOid;
}

/** What could be saved from a database that was moved aside. */
export interface Rebuilt {
  readonly movedTo: string | null;
  readonly snapshots: number;
  readonly aliases: number;
}

/** How much a database holds, over all its lines. */
export interface StoreFacts {
  readonly file: string;
  readonly bytes: number;
  readonly schemaVersion: number;
  readonly commits: number;
  readonly hacks: number;
  readonly snapshots: number;
}
