import { FolderReader } from '../../files/folder-reader.ts';
import type { FileStat } from '../../files/stat.ts';
import { statFiles } from '../../files/stat.ts';
import type { Repository } from '../../git/repository.ts';
import type { IndexedFile } from '../../git/work-tree.ts';
import { findSights } from '../../markers/find-sights.ts';
import type { BlobOid, RepoPath } from '../../model/git.ts';
import type { Sight } from '../../model/marker.ts';
import type { PlacedMarker } from '../../model/report.ts';
import { placeMarker, sortMarkers } from '../detecting/findings.ts';
import type { Session } from './session.ts';
import { findNewSights } from './new-sights.ts';

/**
 * Markers of the work tree that the tree of the checked-out commit does not hold, by path, line and column. Read are only the
 * files that may say something else than that commit: as they are on the disk, or as the index has them where nobody has
 * written to them since. Told apart by what they say, so a marker that moved is none. None in a bare repository.
 */
export async function findUncommitted(session: Session): Promise<PlacedMarker[]> {
  if (session.repository.location.toplevel === null) return [];
  const changes = await findChanges(session);
  const after = await readNow(session, session.repository.location.toplevel, changes);
  if (after.every((sights) => sights.length === 0)) return [];
  const before = await readSights(session, changes, (change) => change.before);
  const files = changes.map(({ path }, at) => ({ path, before: before[at] ?? [], after: after[at] ?? [] }));
  return sortMarkers(findNewSights(files).map(({ path, sight }) => placeMarker(path, { ...sight.wording, ...sight })));
}

/** A path that may say something else than its commit does. */
interface Change {
  readonly path: RepoPath;
  /** Null: the commit does not have it. */
  readonly before: BlobOid | null;
  /** Null: it is gone. */
  readonly now: BlobOid | 'disk' | null;
}

async function findChanges({ repository, rules }: Session): Promise<Change[]> {
  const { head } = repository.location;
  const [tree, index, untracked] = await Promise.all([
    head === null ? [] : repository.tree(head).then(({ files }) => files),
    repository.index(),
    repository.untracked(),
  ]);
  const committed = new Map(tree.map(({ path, blob }) => [path, blob]));
  const known = new Set([...index.map(({ path }) => path), ...untracked]);
  const before = (path: RepoPath): BlobOid | null => committed.get(path) ?? null;
  const isSearched = ({ path }: { readonly path: RepoPath }): boolean => rules.languageOf(path) !== undefined;
  const tracked = findStates(repository, index.filter(isSearched)).map(({ path, now }) => ({
    path,
    before: before(path),
    now,
  }));
  const fresh = untracked.map((path) => ({ path, before: before(path), now: 'disk' as const }));
  const gone = tree.filter(({ path }) => !known.has(path)).map(({ path, blob }) => ({ path, before: blob, now: null }));
  return [...tracked, ...fresh, ...gone].filter((change) => change.now !== change.before && isSearched(change));
}

/** What each file of the index says now: its blob, unless the disk says that somebody has written to it. */
function findStates(repository: Repository, index: readonly IndexedFile[]): Pick<Change, 'path' | 'now'>[] {
  const stats = statFiles(index.map(({ path }) => repository.fileOf(path)));
  const [own] = statFiles([repository.indexFile]);
  return index.map((file, at) => ({ path: file.path, now: stateOf(file, stats[at] ?? null, own?.mtime ?? 0n) }));
}

function stateOf({ blob, stat, isLeftOut }: IndexedFile, found: FileStat | null, indexed: bigint): Change['now'] {
  if (found === null) return isLeftOut ? blob : null;
  // Written to in the instant the index was: the stat proves nothing.
  const isSame = stat !== null && stat.size === found.size && stat.mtime === found.mtime && stat.mtime < indexed;
  return isSame ? blob : 'disk';
}

async function readNow(session: Session, toplevel: string, changes: readonly Change[]): Promise<(readonly Sight[])[]> {
  const staged = await readSights(session, changes, ({ now }) => (now === 'disk' ? null : now));
  const reader = new FolderReader(toplevel);
  return changes.map(({ path, now }, at) => {
    if (now !== 'disk') return staged[at] ?? [];
    const file = reader.read(session.repository.fileOf(path));
    return file.kind === 'content' ? sightsOf(session.rules, path, file.bytes) : [];
  });
}

/** The markers of one blob of each change, none where there is no blob. */
async function readSights(
  { repository, rules }: Session,
  changes: readonly Change[],
  blobOf: (change: Change) => BlobOid | null,
): Promise<(readonly Sight[])[]> {
  const sights: (readonly Sight[])[] = changes.map(() => []);
  const asked = changes.flatMap((change, at) => {
    const blob = blobOf(change);
    return blob === null ? [] : [{ path: change.path, blob, at }];
  });
  let next = 0;
  const take = ({ bytes }: { readonly bytes: Uint8Array | null }): void => {
    const file = asked[next++];
    if (file && bytes !== null) sights[file.at] = sightsOf(rules, file.path, bytes);
  };
  if (asked.length > 0)
    await repository.blobs(
      asked.map(({ blob }) => blob),
      take,
    );
  return sights;
}

function sightsOf({ languageOf, ruleset }: Session['rules'], path: RepoPath, bytes: Uint8Array): readonly Sight[] {
  const key = languageOf(path);
  return key === undefined ? [] : findSights(bytes, { path, key, ruleset });
}
