import type { CommitOid } from './git.ts';
import type { Fate } from './hack.ts';

/** A commit that a report speaks of. */
export interface CommitRef {
  readonly commit: CommitOid;
  /** ISO-8601 with zone. */
  readonly date: string;
  readonly subject: string;
}

/** What every report over a history begins with. */
export interface Head {
  /** Name of the repository's folder. */
  readonly repository: string;
  /** The part of it that is told, where one was asked for. */
  readonly scope?: string;
  /** Name of the branch whose story is told. */
  readonly line: string;
  /** The revision looked at; null in an empty repository. */
  readonly at: CommitRef | null;
  readonly ruleset: string;
}

/** How many of the hacks that are gone went how. */
export type FateCounts = Readonly<Record<Fate, number>>;
