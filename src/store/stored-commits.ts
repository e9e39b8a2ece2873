import type { CommitOid } from '../model/git.ts';
import type { Position, Rank } from '../model/lineage.ts';
import type { StoredCommit, StoredPerson } from '../model/store.ts';
import type { Connection, Value } from './connection.ts';
import { findLine, type LineKey } from './lines.ts';
import { unpackNumbers } from './number-packing.ts';
import { bytesOf, oidOf } from './oids.ts';

interface CommitColumns {
  readonly rank: number;
  readonly oid: Uint8Array;
  readonly parents: Uint8Array;
  readonly position: number | null;
  readonly landed: number;
  readonly landed_oid: Uint8Array;
  readonly author_id: number;
  readonly author_time: number;
  readonly author_offset: number;
  readonly committer_id: number;
  readonly commit_time: number;
  readonly commit_offset: number;
  readonly subject: string;
  readonly trailers: string | null;
}

const COMMITS = `SELECT c.*, m.oid AS landed_oid FROM commit_rows c
  JOIN commit_rows m ON m.repo_id = c.repo_id AND m.line_id = c.line_id AND m.position = c.landed
  WHERE c.repo_id = ? AND c.line_id = ?`;

/** Looks commits of one line up by rank; each is read once, each person once. */
export function buildCommitReader(connection: Connection, key: LineKey): (rank: number) => StoredCommit {
  const commits = new Map<number, StoredCommit>();
  const personOf = buildPersonReader(connection);
  return (rank) => {
    const known = commits.get(rank);
    if (known) return known;
    const row = connection.one<CommitColumns>(`${COMMITS} AND c.rank = ?`, ...key, rank);
    if (!row) throw new Error(`no commit of rank ${rank} in ${connection.file}`);
    const commit = commitOf(row, personOf);
    commits.set(rank, commit);
    return commit;
  };
}

/** The commits of these oids, in the order asked; `undefined` for those the line's fold does not hold. */
export function readCommits(
  connection: Connection,
  line: string,
  oids: readonly CommitOid[],
): (StoredCommit | undefined)[] {
  const key = findLine(connection, line);
  const personOf = buildPersonReader(connection);
  return oids.map((oid) => {
    const bytes = bytesOf(oid);
    const values: Value[] = [...key, bytes.subarray(0, 4), bytes];
    const row = connection.one<CommitColumns>(`${COMMITS} AND substr(c.oid, 1, 4) = ? AND c.oid = ?`, ...values);
    return row && commitOf(row, personOf);
  });
}

function buildPersonReader(connection: Connection): (id: number) => StoredPerson {
  const people = new Map<number, StoredPerson>();
  const sql = `SELECT name, email, display_name AS displayName, display_email AS displayEmail
    FROM person_rows WHERE person_id = ?`;
  return (id) => {
    const person = people.get(id) ?? connection.one<StoredPerson>(sql, id);
    if (!person) throw new Error(`no person ${id} in ${connection.file}`);
    people.set(id, person);
    return person;
  };
}

function commitOf(row: CommitColumns, personOf: (id: number) => StoredPerson): StoredCommit {
  return {
    rank: row.rank as Rank,
    oid: oidOf<CommitOid>(row.oid),
    parents: unpackNumbers(row.parents).map((distance) => (row.rank - distance) as Rank),
    position: row.position as Position | null,
    landed: row.landed as Position,
    landedOid: oidOf<CommitOid>(row.landed_oid),
    author: personOf(row.author_id),
    authorTime: { seconds: row.author_time, offsetMinutes: row.author_offset },
    committer: personOf(row.committer_id),
    commitTime: { seconds: row.commit_time, offsetMinutes: row.commit_offset },
    subject: row.subject,
    trailers: row.trailers,
  };
}
