import { statFiles, type FileStat } from '../../files/stat.ts';
import type { Repository } from '../../git/repository.ts';
import type { IndexedFile, WorkTree } from '../../git/work-tree.ts';
import type { BlobOid, RepoPath } from '../../model/git.ts';
import type { PlacedMarker } from '../../model/report.ts';
import { openDiskBlobs } from '../detecting/disk-blobs.ts';
import type { Session } from './session.ts';
import type { WorkTreeChange } from './work-tree-changes.ts';

/**
 * Markers of the work tree that the tree of the checked-out commit does not hold, by path, line and column. Read are only the
 * files that may say something else than that commit: as they are on the disk, or as the index has them where nobody has
 * written to them since. None in a bare repository.
 */
export async function findUncommitted(session: Session, listing: WorkTree): Promise<PlacedMarker[]> {
  const { toplevel } = session.repository.location;
  const changes = toplevel === null ? [] : await findChanges(session, listing);
  if (toplevel === null || changes.length === 0) return [];
  // Most work trees say what their commit does, and nothing that reads markers is loaded.
  const { findNewMarkers } = await import('./work-tree-changes.ts');
  return findNewMarkers(session, toplevel, changes);
}

async function findChanges({ repository, rules }: Session, { index, untracked }: WorkTree): Promise<WorkTreeChange[]> {
  const { head } = repository.location;
  const tree = head === null ? [] : (await repository.tree(head)).files;
  const committed = new Map(tree.map(({ path, blob }) => [path, blob]));
  const known = new Set([...index.map(({ path }) => path), ...untracked]);
  const inCommit = (path: RepoPath): BlobOid | null => committed.get(path) ?? null;
  const tracked = findStates(repository, index).map(({ path, now }) => ({ path, before: inCommit(path), now }));
  const fresh = untracked.map((path) => ({ path, before: inCommit(path), now: 'disk' as const }));
  const gone = tree.filter(({ path }) => !known.has(path)).map(({ path, blob }) => ({ path, before: blob, now: null }));
  return [...tracked, ...fresh, ...gone].filter(
    ({ path, before, now }) => now !== before && rules.languageOf(path) !== undefined,
  );
}

/** What each file of the index says now: its blob, unless the disk says that somebody has written to it. */
function findStates(repository: Repository, index: readonly IndexedFile[]): Pick<WorkTreeChange, 'path' | 'now'>[] {
  const stats = statFiles(index.map(({ path }) => repository.fileOf(path)));
  const [own] = statFiles([repository.indexFile]);
  const onDisk = openDiskBlobs(repository);
  const stateOf = ({ path, blob, stat, isLeftOut }: IndexedFile, found: FileStat | null): WorkTreeChange['now'] => {
    if (found === null) return isLeftOut ? blob : null;
    if (stat?.size !== found.size || stat.mtime !== found.mtime) return 'disk';
    // Written to in the instant the index was, as the last files of each checkout are: the stat proves nothing.
    const isCertain = stat.mtime < (own?.mtime ?? 0);
    return isCertain || onDisk(path, blob) !== null ? blob : 'disk';
  };
  return index.map((file, at) => ({ path: file.path, now: stateOf(file, stats[at] ?? null) }));
}
