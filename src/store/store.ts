import type { CommitOid } from '../model/git.ts';
import type { HackId } from '../model/hack.ts';
import type { FoldTip, HackKey, Position, Prior } from '../model/lineage.ts';
import type { Sight } from '../model/marker.ts';
import type {
  FoldToWrite,
  MinedBlob,
  OpenAt,
  PriorQuestion,
  SightKey,
  StoredCommit,
  StoredEvent,
  StoredHack,
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
  findHackIds(line: string, prefix: string): Promise<readonly { readonly id: HackId; readonly hack: HackKey }[]>;
  readOpenAt(line: string, position: Position): Promise<readonly OpenAt[]>;
  readCommits(line: string, oids: readonly CommitOid[]): Promise<readonly (StoredCommit | undefined)[]>;
  readUnjudged(line: string): Promise<readonly StoredHack[]>;
  writeVerdicts(line: string, verdicts: readonly VerdictToWrite[]): Promise<void>;
  close(): Promise<void>;
}
