import { UsageError } from '../errors.ts';
import type { CommitOid } from '../model/git.ts';
import { GitFailure, readGit, type GitContext } from './process.ts';
import { brokenOff, splitLines } from './records.ts';

/** The commit that a revision means, or undefined when it means none here. */
export async function resolveCommit(context: GitContext, revision: string): Promise<CommitOid | undefined> {
  // No revision holds NUL, and an argument cannot.
  if (revision === '' || revision.includes('\0')) return undefined;
  const args = ['--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  try {
    const output = await readGit(context, { name: 'rev-parse', args });
    const [oid = ''] = splitLines(output.toString('latin1'));
    // `^main` is answered with `^<oid>`: all but a commit, which is none.
    if (oid.startsWith('^')) return undefined;
    if (!/^[0-9a-f]{40,64}$/.test(oid)) throw brokenOff();
    return oid as CommitOid;
  } catch (error) {
    // Exit code 1 without a word: no such thing. 128: a syntax git will not parse, such as `main@{tomorrow`.
    if (error instanceof GitFailure && (error.code === 1 || error.code === 128)) return undefined;
    throw error;
  }
}

/** The commit that the user's revision means; a UsageError when it means none here. */
export async function requireCommit(context: GitContext, revision: string): Promise<CommitOid> {
  const commit = await resolveCommit(context, revision);
  if (commit === undefined) throw unknownRevision(revision);
  return commit;
}

/**
 * Where a commit's history left that of the user's revision: the best commit that both have. `none` where they share nothing (in a
 * shallow clone: nothing that is here), `unknown` where the revision means no commit here.
 */
export async function findFork(
  context: GitContext,
  revision: string,
  commit: CommitOid,
): Promise<CommitOid | 'none' | 'unknown'> {
  if (revision === '' || revision.includes('\0')) return 'unknown';
  try {
    const output = await readGit(context, { name: 'merge-base', args: ['--end-of-options', revision, commit] });
    const [oid = ''] = splitLines(output.toString('latin1'));
    if (!/^[0-9a-f]{40,64}$/.test(oid)) throw brokenOff();
    return oid as CommitOid;
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    if (error.code === 1 && error.complaints === '') return 'none';
    if (error.code === 128 && /^fatal: Not a valid (?:object|commit) name/m.test(error.complaints)) return 'unknown';
    throw error;
  }
}

/** How many commits are ancestors of (or) the tip, and not of (or) the others. */
export async function countCommits(
  context: GitContext,
  tip: CommitOid,
  not: readonly CommitOid[] = [],
): Promise<number> {
  const input = [tip, ...not.map((oid) => `^${oid}`)].map((line) => `${line}\n`).join('');
  return Number(await readGit(context, { name: 'rev-list', args: ['--count', '--stdin'] }, input));
}

/** Every so-manieth commit on the first-parent chain of the tip, oldest first, but for what the history of `not` has; the tip is the last. */
export async function readMainline(
  context: GitContext,
  tip: CommitOid,
  { every, not }: { readonly every: number; readonly not?: CommitOid | undefined },
): Promise<CommitOid[]> {
  const input = not === undefined ? `${tip}\n` : `${tip}\n^${not}\n`;
  const args = ['--first-parent', '--reverse', '--stdin'];
  const output = await readGit(context, { name: 'rev-list', args }, input);
  const length = tip.length + 1;
  if (output.length % length !== 0) throw brokenOff();
  const stops: CommitOid[] = [];
  for (let at = (every - 1) * length; at < output.length - length; at += every * length) {
    stops.push(output.toString('latin1', at, at + length - 1) as CommitOid);
  }
  return [...stops, tip];
}

/** The sentence for a revision that is not here. */
export function unknownRevision(revision: string): UsageError {
  const quoted = JSON.stringify(revision);
  return new UsageError(`${quoted} is not a revision here. Check the name, or fetch it first: git fetch origin --tags`);
}
