import type { BlobOid, CommitOid, RepoPath } from '../model/git.ts';
import { decodePath } from './paths.ts';
import { readGit, type GitContext } from './process.ts';
import { brokenOff, splitRecords } from './records.ts';

/** One file that a commit moved, as git's similarity says (half of the lines or more are equal). */
export interface Rename {
  readonly from: RepoPath;
  readonly to: RepoPath;
  readonly before: BlobOid;
  readonly after: BlobOid;
  /** Per cent of equal content, 50 to 100. */
  readonly similarity: number;
}

const ARGUMENTS = [
  '--stdin',
  '-r',
  '-M',
  '-l2000',
  '--raw',
  '-z',
  '--root',
  '--diff-merges=first-parent',
  '--no-abbrev',
];
const SAFETY = ['--no-relative', '--no-ext-diff', '--no-textconv', '--no-color', '--always'];

/** The renames in each of the commits against its first parent. For a bounded number of commits: git reads contents for it. */
export async function readRenames(
  context: GitContext,
  commits: readonly CommitOid[],
): Promise<Map<CommitOid, Rename[]>> {
  const renames = new Map<CommitOid, Rename[]>(commits.map((commit) => [commit, []]));
  if (commits.length === 0) return renames;
  const input = [...renames.keys()].map((commit) => `${commit}\n`).join('');
  const output = await readGit(context, { name: 'diff-tree', args: [...ARGUMENTS, ...SAFETY] }, input);
  const tokens = splitRecords(output);
  let current: Rename[] = [];
  for (const token of tokens) {
    if (token[0] === 0x3a) takeChange(token.toString('latin1'), tokens, current);
    else current = renames.get(token.toString('latin1').trim() as CommitOid) ?? broken();
  }
  return renames;
}

/**
 * Each commit is `<oid> NUL`, then its changes: `:100644 100644 <before> <after> R087 NUL <from> NUL <to> NUL`, or
 * `:… M NUL <path> NUL`.
 */
function takeChange(meta: string, tokens: Iterator<Buffer>, renames: Rename[]): void {
  const [mode = '', newMode = '', before = '', after = '', status = ''] = meta.slice(1).split(' ');
  const from = nextPath(tokens);
  if (!status.startsWith('R')) return;
  const to = nextPath(tokens);
  if (!mode.startsWith('100') || !newMode.startsWith('100')) return;
  renames.push({ from, to, before: before as BlobOid, after: after as BlobOid, similarity: Number(status.slice(1)) });
}

function nextPath(tokens: Iterator<Buffer>): RepoPath {
  const { value, done } = tokens.next();
  return done === true ? broken() : decodePath(value as Buffer);
}

function broken(): never {
  throw brokenOff();
}
