import type { CommitOid } from '../../model/git.ts';
import type { HackId } from '../../model/hack.ts';
import type { HackKey } from '../../model/lineage.ts';
import type { StoredHack } from '../../model/store.ts';
import { findDemo, findLastShown, type FoundDemo } from './landmarks.ts';
import { readLostRevision } from './lost-revision.ts';
import type { MinedLine } from './mine-line.ts';
import { readRevision, type Revision } from './revision.ts';
import type { Session } from './session.ts';
import { followToLine, type Followed, type FollowedRevision } from './squashed.ts';

/** What a revision shows; of a demo whose commit is gone what was recorded of it. */
export async function readShown(session: Session, mined: MinedLine, oid: CommitOid): Promise<Revision> {
  const isHere = (await session.repository.resolve(oid)) !== undefined;
  return isHere ? readRevision(session, mined, oid) : readLostRevision(session, oid);
}

/** Like readShown, but null where the commit is gone and nobody recorded it in this database. */
export async function findShown(session: Session, mined: MinedLine, oid: CommitOid): Promise<Revision | null> {
  if ((await session.repository.resolve(oid)) !== undefined) return readRevision(session, mined, oid);
  const demos = await session.store.readSnapshots(session.line.name, { kind: 'demo' });
  return demos.some(({ commit }) => commit === oid) ? readLostRevision(session, oid) : null;
}

/**
 * The line's hacks, those that a revision shows under the names they had first, and those that only its branch has. What was learned of a
 * squashed branch is written down, as the branch may be deleted.
 */
export async function hacksWithShown(session: Session, revision: Revision | null): Promise<Followed[]> {
  const { store, line } = session;
  const hacks = new Map<HackKey, Followed>(
    (await store.readHacks(line.name)).map((hack) => [hack.key, { hack, isOnLine: true, lineId: hack.id }]),
  );
  if (revision === null) return [...hacks.values()];
  const shown = await followToLine(session, revision.open);
  await rememberSquash(session, shown);
  for (const followed of shown.hacks) hacks.set(followed.hack.key, followed);
  return [...hacks.values()];
}

/** Writes down under which names the line has the hacks of a squashed branch. */
export async function rememberSquash(session: Session, { hacks, squash }: FollowedRevision): Promise<void> {
  if (squash === null) return;
  const aliases = hacks.flatMap(({ hack, lineId }) => {
    if (lineId === null || lineId === hack.id) return [];
    const { oid: firstCommit, author, authorTime } = hack.introduced;
    const { name, email } = author;
    return [{ hack: lineId, firstId: hack.id, firstCommit, author: { name, email }, authorTime, squash }];
  });
  if (aliases.length > 0) await session.store.writeAliases(session.line.name, aliases);
}

/** The last demo where the team named it, by a decision or a tag; undefined without sprints. */
export async function findLastDemoOf(session: Session): Promise<FoundDemo | undefined> {
  const { sprint } = session.config;
  const last = sprint && (await findLastShown(session, sprint));
  const demo = sprint && last ? await findDemo(session, sprint, last.sprint) : undefined;
  return demo?.source === 'clock' ? undefined : demo;
}

/** What the last demo showed, where that was not the line as it was then. */
export async function readDemoOffLine(session: Session, mined: MinedLine): Promise<DemoOffLine> {
  const demo = await findLastDemoOf(session);
  if (!demo) return { commit: null, hacks: [], strangers: [] };
  const [known] = await session.store.readCommits(session.line.name, [demo.commit]);
  const isOnMainline = known !== undefined && known.position !== null;
  const revision = isOnMainline ? null : await findShown(session, mined, demo.commit);
  if (!revision) return { commit: demo.commit, hacks: [], strangers: [] };
  const shown = await followToLine(session, revision.open);
  await rememberSquash(session, shown);
  const strangers = shown.hacks.filter(({ hack, lineId }) => lineId !== hack.id);
  return { commit: demo.commit, hacks: shown.hacks, strangers };
}

/** A demo on a branch. Nothing but its commit where it was shown on the mainline, and not even that where nobody named one. */
export interface DemoOffLine {
  readonly commit: CommitOid | null;
  readonly hacks: readonly Followed[];
  /** Those that are not on the line, or not under the names they had at the demo. */
  readonly strangers: readonly Followed[];
}

/** The name that the line has for a hack, by the one it had first. */
export async function readLineNames({ store, line }: Session): Promise<ReadonlyMap<HackId, HackId>> {
  return new Map((await store.readAliases(line.name)).map(({ firstId, hack }) => [firstId, hack]));
}

/** Hacks by id, those of squashed branches by the one they had first and by the one the line gives them. */
export async function hacksByAnyName(
  session: Session,
  hacks: readonly StoredHack[],
): Promise<ReadonlyMap<HackId, StoredHack>> {
  const byId = new Map(hacks.map((hack) => [hack.id, hack]));
  for (const [first, name] of await readLineNames(session)) {
    const hack = byId.get(first) ?? byId.get(name);
    if (hack) byId.set(first, hack).set(name, hack);
  }
  return byId;
}
