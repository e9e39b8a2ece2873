import { isDeepStrictEqual } from 'node:util';
import type { CommitOid, RepoPath } from '../model/git.ts';
import type { HackId, HackKind } from '../model/hack.ts';
import type {
  Snapshot,
  SnapshotHack,
  SnapshotKind,
  SnapshotOrigin,
  SnapshotQuestion,
  StoredSnapshot,
} from '../model/store.ts';
import type { Connection } from './connection.ts';
import { findLine, type LineKey, writeLine } from './lines.ts';
import { bytesOf, oidOf } from './oids.ts';

/**
 * Records a snapshot in place of the one of that kind and name. False, and nothing is written, if that one is frozen, or if
 * it was observed and this one is only rebuilt.
 */
export function writeSnapshot(connection: Connection, line: string, snapshot: Snapshot): boolean {
  // What hacks there are does not depend on what is remembered of them.
  return connection.beside(() => replaceSnapshot(connection, line, snapshot));
}

function replaceSnapshot(connection: Connection, line: string, snapshot: Snapshot): boolean {
  const key = writeLine(connection, line);
  const { kind, name, origin, day, endsAt, takenAt, commit, ruleset, hacks } = snapshot;
  const [old] = readSnapshots(connection, line, { kind, name });
  if (old && (old.frozen || (old.origin === 'observed' && origin === 'rebuilt'))) return false;
  if (old && isSame(old, snapshot)) return true;
  forget(connection, key, snapshot);
  const sql = `INSERT INTO snapshot_rows (repo_id, line_id, kind, name, origin, day, ends_at, taken_at, commit_oid,
    ruleset, frozen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`;
  const id = connection.insert(sql, ...key, kind, name, origin, day, endsAt, takenAt, bytesOf(commit), ruleset);
  const addHack = `INSERT INTO snapshot_hack_rows (snapshot_id, place, recorded_id, line, "column", touches)
    VALUES (?, ?, ?, ?, ?, ?)`;
  hacks.forEach((hack, i) => {
    connection.run(addHack, id, i + 1, recordHack(connection, hack), hack.line, hack.column, hack.touches);
  });
  return true;
}

// A run that finds nothing new writes nothing, so the time it was taken stays that of the first such run.
function isSame(old: StoredSnapshot, told: Snapshot): boolean {
  return isDeepStrictEqual(old, { ...told, takenAt: old.takenAt, frozen: false });
}

function forget(connection: Connection, key: LineKey, { kind, name }: Snapshot): void {
  const named = 'repo_id = ? AND line_id = ? AND kind = ? AND name = ?';
  const hacks = `DELETE FROM snapshot_hack_rows WHERE snapshot_id IN (SELECT snapshot_id FROM snapshot_rows WHERE ${named})`;
  connection.run(hacks, ...key, kind, name);
  connection.run(`DELETE FROM snapshot_rows WHERE ${named}`, ...key, kind, name);
}

const RECORDED =
  'id, kind, tag, text, path, commit_oid, author_name, author_email, author_time, author_offset, subject';

// A hack says the same for days, so what it says is kept once.
function recordHack(connection: Connection, hack: SnapshotHack): number {
  const { author, authorTime } = hack;
  const said = [hack.id, hack.kind, hack.tag, hack.text, hack.path, bytesOf(hack.commit)];
  const born = [author.name, author.email, authorTime.seconds, authorTime.offsetMinutes, hack.subject];
  const find = `SELECT recorded_id AS id FROM recorded_hacks INDEXED BY recorded_by_id
    WHERE repo_id = ? AND (${RECORDED}) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const add = `INSERT INTO recorded_hacks (repo_id, ${RECORDED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const values = [connection.repoId, ...said, ...born];
  return connection.one<{ id: number }>(find, ...values)?.id ?? connection.insert(add, ...values);
}

/** Makes the observed snapshots whose time is over by `instant` (seconds) final; how many. */
export function freezeBefore(connection: Connection, instant: number): number {
  const sql = `UPDATE snapshot_rows SET frozen = 1
    WHERE repo_id = ? AND frozen = 0 AND origin = 'observed' AND ends_at <= ?`;
  return connection.beside(() => connection.run(sql, connection.repoId, instant));
}

interface SnapshotColumns {
  readonly snapshot_id: number;
  readonly kind: SnapshotKind;
  readonly name: string;
  readonly origin: SnapshotOrigin;
  readonly day: string;
  readonly ends_at: number;
  readonly taken_at: number;
  readonly commit_oid: Uint8Array;
  readonly ruleset: string;
  readonly frozen: number;
}

/** The snapshots asked for, by day, kind and name, with their hacks in the order of the list. */
export function readSnapshots(connection: Connection, line: string, question: SnapshotQuestion = {}): StoredSnapshot[] {
  const sql = `SELECT * FROM snapshot_rows WHERE repo_id = ? AND line_id = ?
    AND kind = coalesce(?, kind) AND name = coalesce(?, name) ORDER BY day, kind, name`;
  const values = [...findLine(connection, line), question.kind ?? null, question.name ?? null];
  return connection.all<SnapshotColumns>(sql, ...values).map((row) => ({
    kind: row.kind,
    name: row.name,
    origin: row.origin,
    day: row.day,
    endsAt: row.ends_at,
    takenAt: row.taken_at,
    commit: oidOf<CommitOid>(row.commit_oid),
    ruleset: row.ruleset,
    frozen: row.frozen === 1,
    hacks: readSnapshotHacks(connection, row.snapshot_id),
  }));
}

interface HackColumns {
  readonly id: HackId;
  readonly kind: HackKind;
  readonly tag: string;
  readonly text: string;
  readonly path: RepoPath;
  readonly commit_oid: Uint8Array;
  readonly author_name: string;
  readonly author_email: string;
  readonly author_time: number;
  readonly author_offset: number;
  readonly subject: string;
  readonly line: number;
  readonly column: number;
  readonly touches: number;
}

function readSnapshotHacks(connection: Connection, snapshot: number): SnapshotHack[] {
  const sql = `SELECT k.*, h.line, h."column", h.touches
    FROM snapshot_hack_rows h JOIN recorded_hacks k USING (recorded_id) WHERE h.snapshot_id = ? ORDER BY h.place`;
  return connection.all<HackColumns>(sql, snapshot).map((row) => ({
    id: row.id,
    kind: row.kind,
    tag: row.tag,
    text: row.text,
    path: row.path,
    line: row.line,
    column: row.column,
    commit: oidOf<CommitOid>(row.commit_oid),
    author: { name: row.author_name, email: row.author_email },
    authorTime: { seconds: row.author_time, offsetMinutes: row.author_offset },
    subject: row.subject,
    touches: row.touches,
  }));
}
