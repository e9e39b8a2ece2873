import type { Admission, StoredAdmissions } from '../model/admission.ts';
import type { CommitOid, Identity } from '../model/git.ts';
import type { HackId } from '../model/hack.ts';
import type { FoldTip, HackKey, Position, Prior, Rank } from '../model/lineage.ts';
import type { Sight } from '../model/marker.ts';
import type {
  Alias,
  FoldToWrite,
  HackEvent,
  MainlineCommit,
  Snapshot,
  SnapshotQuestion,
  StoreFacts,
  StoredSnapshot,
  MinedBlob,
  OpenAt,
  PriorQuestion,
  SightKey,
  StoredCommit,
  StoredEvent,
  RewriteToWrite,
  Rewritten,
  StoredHack,
  StoredStep,
  VerdictToWrite,
} from '../model/store.ts';

/** The one door to the database. Every method is one transaction. `line` is the name of a branch. */
export interface Store {
  /** One sentence for the user, if the store is not what was asked for. */
  readonly note: string | null;
  /** Runs `work` while no other run is at work on this database; waits for its turn. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  readSights(ruleset: string, keys: readonly SightKey[]): Promise<readonly (readonly Sight[] | undefined)[]>;
  writeSights(ruleset: string, blobs: readonly MinedBlob[]): Promise<void>;
  readTip(line: string, foldKey: string): Promise<FoldTip | undefined>;
  readPrior(line: string, question: PriorQuestion): Promise<Prior>;
  writeFold(line: string, write: FoldToWrite): Promise<void>;
  clearFold(line: string): Promise<void>;
  readHacks(line: string): Promise<readonly StoredHack[]>;
  readEvents(line: string, hack: HackKey): Promise<readonly StoredEvent[]>;
  /** What happened in commits with a committer date of `since` (seconds) or later, in canonical order. */
  readEventsSince(line: string, since: number): Promise<readonly HackEvent[]>;
  findHackIds(line: string, prefix: string): Promise<readonly { readonly id: HackId; readonly hack: HackKey }[]>;
  readOpenAt(line: string, position: Position): Promise<readonly OpenAt[]>;
  readCommits(line: string, oids: readonly CommitOid[]): Promise<readonly (StoredCommit | undefined)[]>;
  readUnjudged(line: string): Promise<readonly StoredHack[]>;
  writeVerdicts(line: string, verdicts: readonly VerdictToWrite[]): Promise<void>;
  /** Where hacks stood before and after commits off merges; undefined where a commit did not carry the hack from one version to another. */
  readSteps(
    line: string,
    asked: readonly { readonly hack: HackKey; readonly rank: Rank }[],
  ): Promise<readonly (StoredStep | undefined)[]>;
  /** The line's hacks whose annotated code was changed, and how many judgements are kept of all. */
  readRewritten(line: string): Promise<{ readonly hacks: readonly Rewritten[]; readonly kept: number }>;
  /** Keeps what was judged of rewrites in place of all that was kept of the line. */
  replaceRewrites(line: string, rewrites: readonly RewriteToWrite[]): Promise<void>;
  readAdmissions(line: string): Promise<StoredAdmissions>;
  /** Keeps admissions in commit messages in place of all that were kept of the line. */
  replaceAdmissions(
    line: string,
    write: { readonly upTo: Rank; readonly admissions: readonly Admission[] },
  ): Promise<void>;
  /** The mainline, oldest first, dated by the landed clock; `now` in seconds. */
  readMainline(line: string, now: number): Promise<readonly MainlineCommit[]>;
  /** The last mainline commit that had landed at `instant`; both in seconds. */
  findMainlineAt(line: string, at: { instant: number; now: number }): Promise<MainlineCommit | undefined>;
  readPeople(): Promise<readonly Identity[]>;
  /** False if the snapshot that stands may not be replaced: it is frozen, or observed where this one is rebuilt. */
  writeSnapshot(line: string, snapshot: Snapshot): Promise<boolean>;
  readSnapshots(line: string, question?: SnapshotQuestion): Promise<readonly StoredSnapshot[]>;
  /** Makes observed snapshots final whose time is over by `instant` (seconds); how many. */
  freezeBefore(instant: number): Promise<number>;
  readAliases(line: string): Promise<readonly Alias[]>;
  writeAliases(line: string, aliases: readonly Alias[]): Promise<void>;
  readFacts(): Promise<StoreFacts>;
  /** What is wrong with the file, in SQLite's words; empty if it is sound. */
  findDamage(): Promise<readonly string[]>;
  /** All derived rows as text, sorted: equal for equal histories, however many runs they took. */
  dumpDerived(line: string): Promise<readonly string[]>;
  close(): Promise<void>;
}
