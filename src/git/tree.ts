import type { BlobOid, CommitOid, RepoPath, TreeEntry } from '../model/git.ts';
import { decodePath } from './paths.ts';
import { readGit, type GitContext } from './process.ts';
import { brokenOff, splitRecords } from './records.ts';

/** Everything in the tree of one commit. Symbolic links and submodules are known by name only: neither is followed. */
export interface Tree {
  readonly files: readonly TreeEntry[];
  readonly symlinks: readonly RepoPath[];
  readonly submodules: readonly RepoPath[];
}

const TAB = 0x09;

/** The whole tree of a commit, sub-directories included, in git's byte order of paths. */
export async function readTree(context: GitContext, commit: CommitOid): Promise<Tree> {
  const args = ['-r', '-z', '--full-tree', '--end-of-options', commit];
  const files: TreeEntry[] = [];
  const others = new Map<string, RepoPath[]>([
    ['120000', []],
    ['160000', []],
  ]);
  for (const record of splitRecords(await readGit(context, { name: 'ls-tree', args }))) {
    const { mode, oid, path } = parseEntry(record);
    const odd = others.get(mode);
    if (odd === undefined) files.push({ path, blob: oid });
    else odd.push(path);
  }
  return { files, symlinks: others.get('120000') ?? [], submodules: others.get('160000') ?? [] };
}

/** `100644 blob <oid>TAB<path>` */
function parseEntry(record: Buffer): { mode: string; oid: BlobOid; path: RepoPath } {
  const tab = record.indexOf(TAB);
  const [mode = '', , oid = ''] = record.toString('latin1', 0, tab).split(' ');
  if (!/^[0-9a-f]{40,64}$/.test(oid)) throw brokenOff();
  return { mode, oid: oid as BlobOid, path: decodePath(record.subarray(tab + 1)) };
}
