import type { BlobOid, RepoPath } from './git.ts';
import type { HackId } from './hack.ts';
import type { Rank } from './lineage.ts';
import type { StoredCommit } from './store.ts';

/** One file to which a commit that admits a shortcut added lines, and how many of them stand in it now. */
export interface AdmittedFile {
  /** Its path in that commit. */
  readonly path: RepoPath;
  readonly before: BlobOid | null;
  readonly after: BlobOid;
  /** The path it has now, or had last. */
  readonly now: RepoPath;
  /** What stands there at the tip; null if nothing does. */
  readonly tip: BlobOid | null;
  /** Lines that say something. */
  readonly added: number;
  readonly standing: number;
  /** The first that stands, or 1. */
  readonly firstLine: number;
}

/** A commit whose message admits a shortcut, tracked by the lines it added. */
export interface Admission {
  readonly rank: Rank;
  readonly id: HackId;
  readonly tag: string;
  readonly text: string;
  /** By path; never empty. */
  readonly files: readonly AdmittedFile[];
  /** Files that the commit changed beyond those that are tracked. */
  readonly untracked: number;
  /** The mainline commit with which the last line went; null while one stands. */
  readonly ended: Rank | null;
}

/** An admission with its commits. */
export interface StoredAdmission extends Admission {
  readonly introduced: StoredCommit;
  readonly end: StoredCommit | null;
}

/** All admissions of a line, and the rank up to which its commits were read for them (0: none). */
export interface StoredAdmissions {
  readonly upTo: Rank;
  readonly admissions: readonly StoredAdmission[];
}
