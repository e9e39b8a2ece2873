import { UnsoundError } from '../errors.ts';
import type { BlobOid, Commit, CommitOid, CommitWithChanges, GitTime, PathChange } from '../model/git.ts';
import { decodePath } from './paths.ts';

/** One commit is these nine fields, each ended by NUL. */
export const LOG_FORMAT = ['%H', '%P', '%an', '%ae', '%ad', '%cn', '%ce', '%cd', '%B'].join('%x00');

const FIELDS = 9;
const COLON = 0x3a;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const REGULAR = new Set(['100644', '100755']);
const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const RAW_DATE = /^(-?\d+) ([+-])(\d\d)(\d\d)$/;

/**
 * Reads `git log --raw -z` with LOG_FORMAT, in chunks of any size. One commit, `\0` for NUL:
 *
 *     <oid>\0<parent> <parent>\0Ada\0ada@x\01700000000 +0100\0Ada\0ada@x\01700000000 +0100\0subject\n\nbody\n\0
 *     \n:100644 100644 <before> <after> M\0src/a.c\0:000000 100644 0000… <after> A\0b.c\0<oid of the next commit>\0…
 *
 * A commit without changes has no `\n:` part. See git-diff-tree(1), "Raw output format".
 */
export class LogParser {
  private partial: Buffer[] = [];
  private fields: string[] = [];
  private meta: Buffer | undefined;
  private changes: PathChange[] = [];
  private complete: CommitWithChanges[] = [];

  /** The commits that this chunk completes. */
  push(chunk: Buffer): CommitWithChanges[] {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      this.take(this.joined(chunk.subarray(start, end)));
      start = end + 1;
    }
    if (start < chunk.length) this.partial.push(chunk.subarray(start));
    return this.drain();
  }

  /** The last commit; to be called once git has ended well. */
  finish(): CommitWithChanges[] {
    if (this.partial.length > 0 || this.meta !== undefined) throw garbled();
    if (this.fields.length > 0) this.completeCommit();
    return this.drain();
  }

  private drain(): CommitWithChanges[] {
    const commits = this.complete;
    this.complete = [];
    return commits;
  }

  private joined(token: Buffer): Buffer {
    if (this.partial.length === 0) return token;
    const whole = Buffer.concat([...this.partial, token]);
    this.partial = [];
    return whole;
  }

  private take(token: Buffer): void {
    if (this.meta !== undefined) {
      this.takePath(this.meta, token);
      return;
    }
    if (this.fields.length === FIELDS) {
      if (token[0] === COLON || token[0] === NEWLINE) {
        this.meta = token[0] === NEWLINE ? token.subarray(1) : token;
        return;
      }
      this.completeCommit();
    }
    this.fields.push(token.toString('utf8'));
  }

  private takePath(meta: Buffer, path: Buffer): void {
    this.meta = undefined;
    const change = parseChange(meta);
    if (change.before !== change.after) this.changes.push({ path: decodePath(path), ...change });
  }

  private completeCommit(): void {
    this.complete.push({ commit: parseCommit(this.fields), changes: this.changes });
    this.fields = [];
    this.changes = [];
  }
}

/** `:100644 120000 <before> <after> T`: only regular files have a blob; a change of mode alone leaves both equal. */
function parseChange(meta: Buffer): Pick<PathChange, 'before' | 'after'> {
  const afterAt = meta.indexOf(SPACE, 15) + 1;
  if (meta[0] !== COLON || afterAt === 0) throw garbled();
  const length = afterAt - 16;
  return {
    before: sideOf(meta.toString('latin1', 1, 7), meta.toString('latin1', 15, 15 + length)),
    after: sideOf(meta.toString('latin1', 8, 14), meta.toString('latin1', afterAt, afterAt + length)),
  };
}

function sideOf(mode: string, oid: string): BlobOid | null {
  return REGULAR.has(mode) ? (oid as BlobOid) : null;
}

function parseCommit(fields: readonly string[]): Commit {
  const [oid = '', parents = '', name = '', email = '', date = '', cName = '', cEmail = '', cDate = '', message] =
    fields;
  if (!OID.test(oid) || message === undefined) throw garbled();
  return {
    oid: oid as CommitOid,
    parents: parents === '' ? [] : (parents.split(' ') as CommitOid[]),
    author: { name, email },
    authorTime: parseTime(date),
    committer: { name: cName, email: cEmail },
    commitTime: parseTime(cDate),
    message,
  };
}

/** `1700000000 +0530`. A commit whose date line is damaged prints nothing here and counts as 1970. */
function parseTime(text: string): GitTime {
  const [, seconds, sign, hours, minutes] = RAW_DATE.exec(text) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return { seconds: Number(seconds ?? 0), offsetMinutes: sign === '-' && offset !== 0 ? -offset : offset };
}

function garbled(): UnsoundError {
  return new UnsoundError('git log printed something that is no commit, or broke off in the middle of one.');
}
