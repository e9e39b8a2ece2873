import { UnsoundError } from '../../errors.ts';
import type { BlobOid, CommitOid } from '../../model/git.ts';
import type { HackKey, Place, Position, Rank } from '../../model/lineage.ts';
import type { SnapshotHack, StoredCommit, StoredHack, StoredSnapshot } from '../../model/store.ts';
import type { OpenHackAt, Revision } from './revision.ts';
import type { Session } from './session.ts';

/**
 * What was open at a demo whose commit is no longer here (its branch was deleted and collected): as it was recorded when the demo was
 * named. Throws UnsoundError if nobody recorded it in this database.
 */
export async function readLostRevision({ store, line }: Session, oid: CommitOid): Promise<Revision> {
  const snapshots = await store.readSnapshots(line.name, { kind: 'demo' });
  const snapshot = snapshots.findLast(({ commit }) => commit === oid);
  if (!snapshot) {
    throw new UnsoundError(
      `the demo's commit ${oid.slice(0, 12)} is not in this clone, and this database did not record it. Fetch it, or name another with --demo.`,
    );
  }
  return recordedRevision(snapshot);
}

/** What a snapshot recorded, as a revision: it needs nothing of the history of now. */
export function recordedRevision(snapshot: StoredSnapshot): Revision {
  return { commit: shownCommit(snapshot), open: snapshot.hacks.map(recordedHack) };
}

function shownCommit({ commit, takenAt }: StoredSnapshot): StoredCommit {
  const nobody = { name: '', email: '' };
  return buildCommit(commit, { author: nobody, authorTime: { seconds: takenAt, offsetMinutes: 0 }, subject: '' });
}

/** A recorded hack, under keys that no hack of the line has. */
function recordedHack(hack: SnapshotHack, index: number): OpenHackAt {
  const place = placeOf(hack);
  const life = { moves: 0, rewordings: 0, reopened: 0, touches: hack.touches, rewrites: [], open: [] };
  const told: StoredHack = {
    ...life,
    key: (-1 - index) as HackKey,
    id: hack.id,
    introduced: buildCommit(hack.commit, hack),
    birthplace: place,
    place,
    mergedInto: null,
    removal: null,
  };
  return { hack: told, place };
}

/** Where it stood; what stood around it was not recorded. */
function placeOf({ path, line, column, kind, tag, text }: SnapshotHack): Place {
  const around = { before: 0, code: 0, scope: 0 };
  const said = { owner: null, issues: [], due: null, priority: 0, enclosing: null, around };
  const wording = { kind: kind === 'commit' ? 'phrase' : kind, tag, text, ...said } as const;
  return { path, blob: '' as BlobOid, line, column, endLine: line, wording };
}

function buildCommit(
  oid: CommitOid,
  { author, authorTime, subject }: Pick<SnapshotHack, 'author' | 'authorTime' | 'subject'>,
): StoredCommit {
  const shown = { ...author, displayName: author.name, displayEmail: author.email };
  const off = { rank: 0 as Rank, parents: [], position: null, landed: 0 as Position, landedOid: oid, trailers: null };
  return { ...off, oid, author: shown, authorTime, committer: shown, commitTime: authorTime, subject };
}
