import type { Commit } from '../model/git.ts';
import type { CommitRow } from '../model/lineage.ts';
import type { Connection } from './connection.ts';
import { packChanges } from './change-packing.ts';
import type { LineKey } from './lines.ts';
import { subjectOf, trailersOf } from './messages.ts';
import { writePerson } from './names.ts';
import { packNumbers } from './number-packing.ts';
import { bytesOf } from './oids.ts';

interface Folded {
  readonly rows: readonly CommitRow[];
  readonly commits: readonly Commit[];
}

/** Adds the commits of a fold; `commits[i]` is the metadata of `rows[i]`. */
export function writeCommits(connection: Connection, key: LineKey, { rows, commits }: Folded): void {
  rows.forEach((row, i) => {
    const commit = commits[i];
    if (commit?.oid !== row.oid) throw new Error(`commit ${i} of the fold is ${row.oid}, its metadata ${commit?.oid}`);
    writeCommit(connection, key, { row, commit });
  });
}

function writeCommit(connection: Connection, key: LineKey, { row, commit }: { row: CommitRow; commit: Commit }): void {
  const sql = `INSERT INTO commit_rows (repo_id, line_id, rank, oid, parents, position, landed,
    author_id, author_time, author_offset, committer_id, commit_time, commit_offset, subject, trailers, changes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const parents = packNumbers(row.parents.map((parent) => row.rank - parent));
  const { authorTime, commitTime, message } = commit;
  const author = [writePerson(connection, commit.author), authorTime.seconds, authorTime.offsetMinutes];
  const committer = [writePerson(connection, commit.committer), commitTime.seconds, commitTime.offsetMinutes];
  const place = [row.rank, bytesOf(row.oid), parents, row.position, row.landed];
  const said = [subjectOf(message), trailersOf(message), packChanges(row.changes)];
  connection.run(sql, ...key, ...place, ...author, ...committer, ...said);
}
