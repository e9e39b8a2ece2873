import type { CommitOid } from '../model/git.ts';
import type { HackId } from '../model/hack.ts';
import type { Alias } from '../model/store.ts';
import type { Connection } from './connection.ts';
import { findLine, writeLine } from './lines.ts';
import { bytesOf, oidOf } from './oids.ts';

/** Records what is known of squashed hacks; what is recorded of a hack already stays. */
export function writeAliases(connection: Connection, line: string, aliases: readonly Alias[]): void {
  const key = writeLine(connection, line);
  const sql = `INSERT INTO alias_rows (repo_id, line_id, hack_id, first_id, first_commit,
    author_name, author_email, author_time, author_offset, squash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;
  for (const { hack, firstId, firstCommit, author, authorTime, squash } of aliases) {
    const birth = [firstId, bytesOf(firstCommit), author.name, author.email];
    const time = [authorTime.seconds, authorTime.offsetMinutes];
    connection.run(sql, ...key, hack, ...birth, ...time, bytesOf(squash));
  }
}

type AliasColumns = readonly [HackId, HackId, Uint8Array, string, string, number, number, Uint8Array];

/** What is recorded of the line's squashed hacks, by id. */
export function readAliases(connection: Connection, line: string): Alias[] {
  const sql = `SELECT hack_id, first_id, first_commit, author_name, author_email, author_time, author_offset, squash
    FROM alias_rows WHERE repo_id = ? AND line_id = ? ORDER BY hack_id`;
  return connection.rows<AliasColumns>(sql, ...findLine(connection, line)).map((row) => {
    const [hack, firstId, firstCommit, name, email, seconds, offsetMinutes, squash] = row;
    return {
      hack,
      firstId,
      firstCommit: oidOf<CommitOid>(firstCommit),
      author: { name, email },
      authorTime: { seconds, offsetMinutes },
      squash: oidOf<CommitOid>(squash),
    };
  });
}
