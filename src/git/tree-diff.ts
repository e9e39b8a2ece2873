import type { BlobOid, CommitOid, PathChange, RepoPath } from '../model/git.ts';
import { decodePath } from './paths.ts';
import { readGit, type GitContext } from './process.ts';
import { brokenOff, splitRecords } from './records.ts';

const ARGUMENTS = [
  '-r',
  '-z',
  '--raw',
  '--no-renames',
  '--no-abbrev',
  '--no-relative',
  '--no-ext-diff',
  '--no-textconv',
];

/** The paths whose regular files differ between the trees of two commits, in git's byte order; renames are two changes. */
export async function readTreeDiff(context: GitContext, before: CommitOid, after: CommitOid): Promise<PathChange[]> {
  const args = [...ARGUMENTS, '--end-of-options', before, after];
  const tokens = splitRecords(await readGit(context, { name: 'diff-tree', args }));
  const changes: PathChange[] = [];
  for (const token of tokens) {
    const { value: path, done } = tokens.next();
    if (done === true) throw brokenOff();
    changes.push({ path: decodePath(path as Buffer), ...parseBlobs(token.toString('latin1')) });
  }
  return changes.filter((change) => change.before !== change.after);
}

/** `:100644 100644 <before> <after> M`; see git-diff-tree(1), "Raw output format". Only regular files have a blob. */
function parseBlobs(meta: string): Pick<PathChange, 'before' | 'after'> {
  const parts = /^:(\d{6}) (\d{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) [A-Z]/.exec(meta);
  if (!parts) throw brokenOff();
  const [, modeBefore = '', modeAfter = '', before = '', after = ''] = parts;
  return { before: blobOf(modeBefore, before), after: blobOf(modeAfter, after) };
}

function blobOf(mode: string, oid: string): BlobOid | null {
  return mode.startsWith('100') ? (oid as BlobOid) : null;
}

const RENAMES = [
  '-r',
  '-z',
  '-M',
  '-l2000',
  '--diff-filter=R',
  '--name-status',
  '--no-relative',
  '--no-ext-diff',
  '--no-textconv',
];

/** The files that have another name in the second tree, by git's similarity. Reads contents: for one pair of trees. */
export async function readTreeRenames(
  context: GitContext,
  before: CommitOid,
  after: CommitOid,
): Promise<{ from: RepoPath; to: RepoPath }[]> {
  const args = [...RENAMES, '--end-of-options', before, after];
  const tokens = [...splitRecords(await readGit(context, { name: 'diff-tree', args }))];
  // `R087 NUL <from> NUL <to> NUL`
  if (tokens.length % 3 !== 0) throw brokenOff();
  const renames: { from: RepoPath; to: RepoPath }[] = [];
  for (let at = 0; at < tokens.length; at += 3) {
    const [from, to] = [tokens[at + 1], tokens[at + 2]];
    if (from && to) renames.push({ from: decodePath(from), to: decodePath(to) });
  }
  return renames;
}
