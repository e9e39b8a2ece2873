import type { CommitOid } from '../model/git.ts';
import type { Position, Rank } from '../model/lineage.ts';
import type { StoredCommit, StoredPerson } from '../model/store.ts';
import type { Connection, NumberQuery } from './connection.ts';
import { damage } from './faults.ts';
import { findLine, type LineKey } from './lines.ts';
import { unpackNumbers } from './number-packing.ts';
import { bytesOf, oidOf } from './oids.ts';

type CommitColumns = readonly [
  rank: Rank,
  oid: Uint8Array,
  parents: Uint8Array,
  position: Position | null,
  landed: Position,
  landedOid: Uint8Array,
  author: number,
  authorTime: number,
  authorOffset: number,
  committer: number,
  commitTime: number,
  commitOffset: number,
  subject: string,
  trailers: string | null,
];

const COLUMNS = `c.rank, c.oid, c.parents, c.position, c.landed, m.oid, c.author_id, c.author_time, c.author_offset,
  c.committer_id, c.commit_time, c.commit_offset, c.subject, c.trailers`;

const LANDED = 'm.repo_id = c.repo_id AND m.line_id = c.line_id AND m.position = c.landed';

/** The commits of the ranks that a query names, by rank. */
export function readCommitsOf(connection: Connection, key: LineKey, ranks: NumberQuery): (rank: Rank) => StoredCommit {
  const sql = `SELECT ${COLUMNS} FROM commit_rows c JOIN commit_rows m ON ${LANDED}
    WHERE c.repo_id = ? AND c.line_id = ? AND c.rank IN (${ranks.sql})`;
  const personOf = buildPersonReader(connection);
  const rows = connection.rows<CommitColumns>(sql, ...key, ...ranks.values);
  const commits = new Map(rows.map((row) => [row[0], commitOf(row, personOf)]));
  return (rank) => {
    const commit = commits.get(rank);
    if (!commit) throw damage(connection.file);
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
  const sql = `SELECT ${COLUMNS} FROM commit_rows c INDEXED BY commit_by_oid JOIN commit_rows m ON ${LANDED}
    WHERE c.repo_id = ? AND c.line_id = ? AND substr(c.oid, 1, 4) = ? AND c.oid = ?`;
  return oids.map((oid) => {
    const bytes = bytesOf(oid);
    const [row] = connection.rows<CommitColumns>(sql, ...key, bytes.subarray(0, 4), bytes);
    return row && commitOf(row, personOf);
  });
}

function buildPersonReader(connection: Connection): (id: number) => StoredPerson {
  const people = new Map<number, StoredPerson>();
  const sql = `SELECT name, email, display_name AS displayName, display_email AS displayEmail
    FROM person_rows WHERE person_id = ?`;
  return (id) => {
    const person = people.get(id) ?? connection.one<StoredPerson>(sql, id);
    if (!person) throw damage(connection.file);
    people.set(id, person);
    return person;
  };
}

function commitOf(row: CommitColumns, personOf: (id: number) => StoredPerson): StoredCommit {
  const [rank, oid, parents, position, landed, landedOid, ...rest] = row;
  const [author, authorTime, authorOffset, committer, commitTime, commitOffset, subject, trailers] = rest;
  return {
    rank,
    oid: oidOf<CommitOid>(oid),
    parents: unpackNumbers(parents).map((distance) => (rank - distance) as Rank),
    position,
    landed,
    landedOid: oidOf<CommitOid>(landedOid),
    author: personOf(author),
    authorTime: { seconds: authorTime, offsetMinutes: authorOffset },
    committer: personOf(committer),
    commitTime: { seconds: commitTime, offsetMinutes: commitOffset },
    subject,
    trailers,
  };
}
