import { FolderReader } from '../../files/folder-reader.ts';
import { findSights } from '../../markers/find-sights.ts';
import type { BlobOid, RepoPath } from '../../model/git.ts';
import type { Sight } from '../../model/marker.ts';
import type { PlacedMarker } from '../../model/report.ts';
import { placeMarker, sortMarkers } from '../detecting/findings.ts';
import { findNewSights } from './new-sights.ts';
import type { Session } from './session.ts';

/** A path that may say something else than its commit does. */
export interface WorkTreeChange {
  readonly path: RepoPath;
  /** Null: the commit does not have it. */
  readonly before: BlobOid | null;
  /** Null: it is gone. */
  readonly now: BlobOid | 'disk' | null;
}

/** The markers that these files hold and their commit does not, told apart by what they say: one that moved is none. */
export async function findNewMarkers(
  session: Session,
  toplevel: string,
  changes: readonly WorkTreeChange[],
): Promise<PlacedMarker[]> {
  const after = await readNow(session, toplevel, changes);
  if (after.every((sights) => sights.length === 0)) return [];
  const before = await readSights(session, changes, (change) => change.before);
  const files = changes.map(({ path }, at) => ({ path, before: before[at] ?? [], after: after[at] ?? [] }));
  return sortMarkers(findNewSights(files).map(({ path, sight }) => placeMarker(path, { ...sight.wording, ...sight })));
}

async function readNow(
  session: Session,
  toplevel: string,
  changes: readonly WorkTreeChange[],
): Promise<(readonly Sight[])[]> {
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
  changes: readonly WorkTreeChange[],
  blobOf: (change: WorkTreeChange) => BlobOid | null,
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
