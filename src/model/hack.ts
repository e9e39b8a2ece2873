import type { CommitOid, RepoPath } from './git.ts';
import type { MarkerKind } from './marker.ts';

/** `hd-` and 16 hexadecimal digits; equal on every clone of the repository. */
export type HackId = string & { readonly __hackId: never };

/** What was observed when a marker went. */
export type RemovalKind = 'code-changed' | 'comment-only' | 'code-deleted' | 'file-deleted';

/** How far the change of the annotated code went. */
export type Extent = 'none' | 'format' | 'rename' | 'moved' | 'logic';

/** What a removal means for the whole life of the hack. */
export type Fate = 'refactored' | 'deleted' | 'swept' | 'unclear';

/** Whether a piece of code differs before and after a removal; `gone` = it is not there any more. */
export type Change = 'unchanged' | 'changed' | 'gone';

/** Whether a hack still stands at the tip of the line. `merged` hacks turned out to be another, older hack. */
export type Status = 'open' | 'removed' | 'merged';

/** Kind of a hack in output: a marker's kind, or `commit` for a commit whose message admits a shortcut. */
export type HackKind = MarkerKind | 'commit';

/** What is judged from the texts before and after a removal. */
export interface Verdict {
  readonly removal: RemovalKind;
  readonly extent: Extent;
  readonly nearMarker: Change;
  readonly inDefinition: Change;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A person in output: the name after the mailmap; the email only if asked for. */
export interface PersonRef {
  readonly name: string;
  readonly email?: string;
}

/** How a hack began. */
export interface Introduction {
  readonly commit: CommitOid;
  /** The mainline commit that brought it in; null if it never reached the mainline. */
  readonly landed: CommitOid | null;
  /** Committer date, ISO-8601 with zone. */
  readonly date: string;
  readonly authorDate: string;
  readonly author: PersonRef;
  readonly subject: string;
  readonly path: RepoPath;
  readonly line: number;
  /** True where the history is cut (shallow clone): the hack is at least this old. */
  readonly notBefore: boolean;
}

/** How a hack ended. */
export interface Ending {
  readonly commit: CommitOid;
  readonly landed: CommitOid | null;
  readonly date: string;
  readonly author: PersonRef;
  readonly subject: string;
  readonly path: RepoPath;
  readonly line: number;
  readonly removal: RemovalKind | null;
  readonly extent: Extent | null;
  readonly nearMarker: Change | null;
  readonly inDefinition: Change | null;
  readonly acknowledged: boolean;
  readonly selfRemoved: boolean;
  readonly confidence: number | null;
}

/** The lines that a commit added which admits a shortcut, and how many of them stand at the tip. */
export interface LineCounts {
  readonly added: number;
  readonly standing: number;
}

interface HackCommon {
  readonly id: HackId;
  readonly kind: HackKind;
  readonly tag: string;
  readonly text: string;
  readonly owner: string | null;
  readonly issues: readonly string[];
  readonly due: string | null;
  readonly stale: boolean;
  readonly path: RepoPath;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly enclosing: string | null;
  readonly introduced: Introduction;
  readonly moves: number;
  readonly rewordings: number;
  readonly reopened: number;
  readonly ageDays: number;
  readonly touches: number;
  /** Of kind `commit` only. */
  readonly lines: LineCounts | null;
}

/** A hack that stands at the tip. */
export interface OpenHack extends HackCommon {
  readonly status: 'open';
  readonly fate: null;
  readonly mergedInto: null;
  readonly removed: null;
}

/** A hack that is gone; only it has an ending. */
export interface RemovedHack extends HackCommon {
  readonly status: 'removed';
  readonly fate: Fate | null;
  readonly mergedInto: null;
  readonly removed: Ending;
}

/** A hack that met an older one in one marker and lives on as that. */
export interface MergedHack extends HackCommon {
  readonly status: 'merged';
  readonly fate: null;
  readonly mergedInto: HackId;
  readonly removed: null;
}

/** The thing that lives: a marker followed through edits, moves, renames and merges. Mirrors the JSON contract. */
export type Hack = OpenHack | RemovedHack | MergedHack;
