import type { Admission, AdmittedFile, StoredAdmission, StoredAdmissions } from '../model/admission.ts';
import type { BlobOid, RepoPath } from '../model/git.ts';
import type { HackId } from '../model/hack.ts';
import type { Rank } from '../model/lineage.ts';
import type { Connection } from './connection.ts';
import { findLine, type LineKey } from './lines.ts';
import { writePath } from './names.ts';
import { bytesOf, oidOf } from './oids.ts';
import { readCommitsOf } from './stored-commits.ts';

/** All admissions of a line, and how far its commits were read for them. */
interface AdmissionsUpTo {
  readonly upTo: Rank;
  readonly admissions: readonly Admission[];
}

/** Keeps the admissions of a line in place of all that were kept. */
export function replaceAdmissions(connection: Connection, line: string, kept: AdmissionsUpTo): void {
  connection.beside(() => writeAdmissions(connection, line, kept));
}

function writeAdmissions(connection: Connection, line: string, { upTo, admissions }: AdmissionsUpTo): void {
  const key = findLine(connection, line);
  for (const table of ADMISSION_TABLES) {
    connection.run(`DELETE FROM ${table} WHERE repo_id = ? AND line_id = ?`, ...key);
  }
  connection.run('INSERT INTO admission_tips (repo_id, line_id, upto_rank) VALUES (?, ?, ?)', ...key, upTo);
  const sql = `INSERT INTO admission_rows (repo_id, line_id, rank, id, tag, text, untracked, ended)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
  for (const { rank, id, tag, text, untracked, ended, files } of admissions) {
    connection.run(sql, ...key, rank, id, tag, text, untracked, ended);
    for (const file of files) writeFile(connection, [...key, rank], file);
  }
}

/** The tables of admissions; a fold that is cleared takes them with it. */
export const ADMISSION_TABLES = ['admission_tips', 'admission_rows', 'admitted_file_rows'] as const;

function writeFile(connection: Connection, key: readonly number[], file: AdmittedFile): void {
  const sql = `INSERT INTO admitted_file_rows (repo_id, line_id, rank, path_id, before, after, now_path_id, tip,
    added, standing, first_line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const { path, before, after, now, tip, added, standing, firstLine } = file;
  const blobs = [before === null ? null : bytesOf(before), bytesOf(after)];
  const present = [writePath(connection, now), tip === null ? null : bytesOf(tip), added, standing, firstLine];
  connection.run(sql, ...key, writePath(connection, path), ...blobs, ...present);
}

type AdmissionColumns = readonly [Rank, HackId, string, string, number, Rank | null];

/** All admissions of the line, by rank. */
export function readAdmissions(connection: Connection, line: string): StoredAdmissions {
  const key = findLine(connection, line);
  const upTo = connection.one<{ n: Rank }>(
    'SELECT upto_rank AS n FROM admission_tips WHERE repo_id = ? AND line_id = ?',
    ...key,
  );
  const files = readFiles(connection, key);
  const commitOf = readCommitsOf(connection, key, {
    sql: `SELECT rank FROM admission_rows WHERE repo_id = ? AND line_id = ?
      UNION SELECT ended FROM admission_rows WHERE repo_id = ? AND line_id = ?`,
    values: [...key, ...key],
  });
  const sql = `SELECT rank, id, tag, text, untracked, ended FROM admission_rows
    WHERE repo_id = ? AND line_id = ? ORDER BY rank`;
  const rows = connection.rows<AdmissionColumns>(sql, ...key);
  const admissions = rows.map(([rank, id, tag, text, untracked, ended]): StoredAdmission => {
    const commits = { introduced: commitOf(rank), end: ended === null ? null : commitOf(ended) };
    return { rank, id, tag, text, untracked, ended, files: files.get(rank) ?? [], ...commits };
  });
  return { upTo: upTo?.n ?? (0 as Rank), admissions };
}

type FileColumns = readonly [
  rank: Rank,
  path: RepoPath,
  before: Uint8Array | null,
  after: Uint8Array,
  now: RepoPath,
  tip: Uint8Array | null,
  added: number,
  standing: number,
  firstLine: number,
];

function readFiles(connection: Connection, key: LineKey): Map<Rank, AdmittedFile[]> {
  const sql = `SELECT f.rank, p.path, f.before, f.after, n.path, f.tip, f.added, f.standing, f.first_line
    FROM admitted_file_rows f JOIN paths p ON p.path_id = f.path_id JOIN paths n ON n.path_id = f.now_path_id
    WHERE f.repo_id = ? AND f.line_id = ? ORDER BY f.rank, p.path`;
  const files = new Map<Rank, AdmittedFile[]>();
  for (const row of connection.rows<FileColumns>(sql, ...key)) {
    const [rank, path, before, after, now, tip, added, standing, firstLine] = row;
    const blobs = { before: blobOf(before), after: oidOf<BlobOid>(after), tip: blobOf(tip) };
    const file = { path, now, ...blobs, added, standing, firstLine };
    const known = files.get(rank);
    if (known) known.push(file);
    else files.set(rank, [file]);
  }
  return files;
}

function blobOf(bytes: Uint8Array | null): BlobOid | null {
  return bytes === null ? null : oidOf<BlobOid>(bytes);
}
