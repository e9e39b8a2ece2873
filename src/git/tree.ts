import type { BlobOid, CommitOid, RepoPath, TreeEntry } from '../model/git.ts';
import { decodeLatin1Path } from './paths.ts';
import { readGit, type GitContext } from './process.ts';
import { brokenOff, splitLatin1Records } from './records.ts';

/** Everything in the tree of one commit. Symbolic links and submodules are known by name only: neither is followed. */
export interface Tree {
  readonly files: readonly TreeEntry[];
  readonly symlinks: readonly RepoPath[];
  readonly submodules: readonly RepoPath[];
}

/** The whole tree of a commit, sub-directories included, in git's byte order of paths. */
export async function readTree(context: GitContext, commit: CommitOid): Promise<Tree> {
  const args = ['-r', '-z', '--full-tree', '--end-of-options', commit];
  const files: TreeEntry[] = [];
  const others = new Map<string, RepoPath[]>([
    ['120000', []],
    ['160000', []],
  ]);
  for (const record of splitLatin1Records(await readGit(context, { name: 'ls-tree', args }))) {
    const { mode, oid, path } = parseEntry(record);
    const odd = others.get(mode);
    if (odd === undefined) files.push({ path, blob: oid });
    else odd.push(path);
  }
  return { files, symlinks: others.get('120000') ?? [], submodules: others.get('160000') ?? [] };
}

const ENTRY = /^(\d{6}) [a-z]+ ([0-9a-f]{40,64})\t/;

/** `100644 blob <oid>TAB<path>` */
function parseEntry(record: string): { mode: string; oid: BlobOid; path: RepoPath } {
  const [head, mode, oid] = ENTRY.exec(record) ?? [];
  if (head === undefined || mode === undefined || oid === undefined) throw brokenOff();
  return { mode, oid: oid as BlobOid, path: decodeLatin1Path(record.slice(head.length)) };
}
