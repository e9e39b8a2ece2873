import type { CommitOid, RepoPath } from './git.ts';
import type { Hack, HackId } from './hack.ts';
import type { Head } from './head.ts';
import type { ShowTarget } from './request.ts';

/** What can be decided, in the order of help and schema. */
export const DECISIONS = ['refactor', 'change', 'delete', 'keep'] as const;

/** What a team can decide about a hack. A `keep` leaves agenda, ratchet and age rules. */
export type Decision = (typeof DECISIONS)[number];

/** The team decided about a hack. Text, path and introducing commit let it be found again when its id is gone. */
export interface DecisionFact {
  readonly kind: 'decision';
  readonly id: HackId;
  readonly decision: Decision;
  readonly owner: string | null;
  readonly note: string | null;
  /** Until when, `2026-11-20`. */
  readonly until: string | null;
  /** When it was decided, ISO-8601 with zone; of several about one hack the latest holds. */
  readonly date: string;
  readonly text: string;
  readonly path: RepoPath;
  readonly introduced: CommitOid;
}

/** How far a decision has got. `late` = its date is over; `orphan` = no hack is left that it could be about. */
export type DecisionState = 'open' | 'late' | 'done' | 'swept' | 'kept' | 'orphan';

/** A decision and the hack it is about. */
export interface DecisionOutcome {
  readonly fact: DecisionFact;
  readonly state: DecisionState;
  readonly hack: Hack | null;
}

/** How many decisions have got how far, and those that people should look at. */
export interface DecisionSummary {
  readonly counts: Readonly<Record<DecisionState, number>>;
  /** Late, swept, or about a hack that nobody finds any more. */
  readonly broken: readonly DecisionRef[];
}

/** A decision as reports refer to it. Owners are as people wrote them. */
export interface DecisionRef extends Pick<
  DecisionFact,
  'id' | 'decision' | 'owner' | 'note' | 'until' | 'text' | 'path'
> {
  readonly state: DecisionState;
  /** The commit that ended the hack, if one did. */
  readonly commit: CommitOid | null;
}

/** `hackdebt decide`: what is now written of each hack. */
export interface DecideReport extends Head {
  readonly schema: 'hackdebt.decide/1';
  readonly decided: readonly DecisionFact[];
  /** The file that now says so, relative to the root. */
  readonly file: string;
  /** False where the file said so already. */
  readonly changed: boolean;
}

/** Which hacks a decision is about: one by its id or place, or all open ones of some age and place. */
export type DecideTarget =
  | { readonly kind: 'one'; readonly hack: ShowTarget }
  | { readonly kind: 'all'; readonly before: string | null; readonly paths: readonly string[] };

/** `hackdebt decide` */
export interface DecideOptions {
  readonly target: DecideTarget;
  readonly decision: Decision;
  readonly owner: string | null;
  readonly note: string | null;
  readonly until: string | null;
}
