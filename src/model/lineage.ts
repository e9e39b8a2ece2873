import type { BlobOid, CommitOid, RepoPath } from './git.ts';
import type { HackId } from './hack.ts';
import type { Sight, Wording } from './marker.ts';

/** Place of a commit in the canonical order of the line's history: 1, 2, 3 … */
export type Rank = number & { readonly __rank: never };

/** Place of a commit on the mainline (the line's first-parent chain), oldest first: 1, 2, 3 … */
export type Position = number & { readonly __position: never };

/** Number of a hack in the line's fold, in order of introduction: 1, 2, 3 … The lower number is the older hack. */
export type HackKey = number & { readonly __hackKey: never };

/** Number of a node in the line's fold, in order of first sight: 1, 2, 3 … */
export type NodeKey = number & { readonly __nodeKey: never };

/** One version of one file that holds markers: what a path says depends on its blob alone. `hacks[i]` is the hack of the blob's i-th marker. */
export interface NodeRow {
  readonly key: NodeKey;
  readonly path: RepoPath;
  readonly blob: BlobOid;
  readonly hacks: readonly HackKey[];
}

/** A node together with the markers it shows, in the order of the text: as the fold holds it. */
export interface SightedNode extends NodeRow {
  readonly sights: readonly Sight[];
}

/** Where a hack stands, or stood, and what it said there. */
export interface Place {
  readonly path: RepoPath;
  readonly blob: BlobOid;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly wording: Wording;
}

/** One marker-bearing path that a commit changed against its first parent; null = no markers there. */
export interface NodeChange {
  readonly path: RepoPath;
  readonly before: NodeKey | null;
  readonly after: NodeKey | null;
}

/** A commit in canonical order. `position` is null off the mainline; `landed` is the mainline position that brought it in. */
export interface CommitRow {
  readonly rank: Rank;
  readonly oid: CommitOid;
  readonly parents: readonly Rank[];
  readonly position: Position | null;
  readonly landed: Position;
  readonly changes: readonly NodeChange[];
}

/** What can happen to a hack. */
export type EventKind = 'introduced' | 'copied' | 'moved' | 'reworded' | 'removed' | 'reopened' | 'merged-into';

/** One thing that happened to a hack in one commit. `why` names the level of the match that says so (see history/levels). */
export interface EventRow {
  readonly hack: HackKey;
  readonly kind: EventKind;
  readonly rank: Rank;
  readonly before: Place | null;
  readonly after: Place | null;
  readonly into: HackKey | null;
  readonly why: string | null;
}

/** A stretch of the mainline: from the first position that has it to the first that has it no more (null: still there at the tip). */
export interface Span {
  readonly from: Position;
  readonly to: Position | null;
}

/** The end that is told of a hack: the commit, and where the hack stood just before. */
export interface Removal {
  readonly rank: Rank;
  /** Mainline position at which the hack was gone; null for a hack that never reached the mainline. */
  readonly landed: Position | null;
  readonly place: Place;
}

/** A hack as the fold knows it: one life, told by its events; the counts are those of its events. */
export interface HackRow {
  readonly key: HackKey;
  readonly id: HackId;
  readonly introduced: Rank;
  readonly birthplace: Place;
  /** Where it stands at the tip, or where it stood last. */
  readonly place: Place;
  readonly mergedInto: HackKey | null;
  readonly moves: number;
  readonly rewordings: number;
  readonly reopened: number;
  /** Commits off merges that changed the file's text while the hack stood in it. */
  readonly touches: number;
  /** Commits that changed the annotated code while the marker stayed, oldest first. */
  readonly rewrites: readonly Rank[];
  readonly open: readonly Span[];
  readonly removal: Removal | null;
}

/** A marker-bearing node's stay in the mainline's trees. */
export interface NodeSpan extends Span {
  readonly node: NodeKey;
}

/** What folding commits yields: rows to add, and the rows of older hacks and stays as they are now. */
export interface Fold {
  readonly commits: readonly CommitRow[];
  readonly nodes: readonly NodeRow[];
  readonly events: readonly EventRow[];
  /** New and changed hacks. */
  readonly hacks: readonly HackRow[];
  /** New and newly ended stays. */
  readonly spans: readonly NodeSpan[];
}

/** How far a stored fold goes. */
export interface FoldTip {
  readonly oid: CommitOid;
  readonly rank: Rank;
  readonly position: Position;
}

/** What the tree of an already folded commit holds, and which introductions its history holds. */
export interface BoundaryState {
  readonly oid: CommitOid;
  readonly rank: Rank;
  /** The marker-bearing nodes of its tree. */
  readonly nodes: readonly NodeKey[];
  /** All commits up to this rank are in its history … */
  readonly seenUpTo: Rank;
  /** … and of the later ones these. */
  readonly seenBeyond: readonly Rank[];
}

/** What the fold needs of the past to go on: the answer to "these commits are the parents of new ones, these nodes come up". */
export interface Prior {
  readonly tip: FoldTip;
  readonly lastHack: HackKey;
  readonly lastNode: NodeKey;
  /** All hacks of the line. */
  readonly hacks: readonly HackRow[];
  /** All introducing, copying and reopening commits of each hack, as events tell. */
  readonly sightings: readonly { readonly hack: HackKey; readonly rank: Rank }[];
  /** Where each hack stood when a commit removed it, as all `removed` events tell, in their order. */
  readonly farewells: readonly { readonly hack: HackKey; readonly place: Place }[];
  /** The nodes of the boundary trees and of the paths and blobs asked for, where known. */
  readonly nodes: readonly SightedNode[];
  readonly boundaries: readonly BoundaryState[];
  /** Stays not yet ended. */
  readonly openSpans: readonly NodeSpan[];
}
