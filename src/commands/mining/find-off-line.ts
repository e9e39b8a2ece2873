import type { Branch } from '../../git/branches.ts';
import { UsageError } from '../../errors.ts';
import type { ShowTarget } from '../../model/request.ts';
import type { StoredEvent, StoredHack } from '../../model/store.ts';
import { fromRoot } from '../telling/paths.ts';
import type { MinedLine } from './mine-line.ts';
import type { OpenHackAt } from './revision.ts';
import type { Session } from './session.ts';
import { findLastDemoOf, readDemoOffLine } from './shown.ts';
import { followToLine } from './squashed.ts';
import { findActiveBranches } from './standup/active-branches.ts';
import { foldActive, type FoldedBranches } from './standup/fold-branches.ts';

/** A hack that the line does not have, where it is open, and what happened to it there. */
export interface OffLine {
  readonly hack: StoredHack;
  /** The branch, or the demo's commit where no branch has it. Null: the line has it after all, from a squashed branch. */
  readonly onlyOn: string | null;
  readonly events: readonly StoredEvent[];
}

/** The hack of an unmerged branch or of the demo that an id or PATH:LINE means; undefined where that is none. */
export async function findOffLine(
  session: Session,
  mined: MinedLine,
  target: ShowTarget,
): Promise<OffLine | undefined> {
  const folded = await foldActive(session, mined, await branchesToSearch(session));
  for (const { name, open } of folded.branches) {
    const own = open.filter(({ hack }) => folded.commitOf.has(hack.introduced.rank));
    const meant = onlyOf(own.filter((entry) => isMeant(session, entry, target)));
    if (meant) return tellOf(session, { name, own, meant, folded });
  }
  const { strangers, commit } = await readDemoOffLine(session, mined);
  const shown = strangers.find(
    ({ hack, isOnLine }) => !isOnLine && isMeant(session, { hack, place: hack.place }, target),
  );
  return shown && { hack: shown.hack, onlyOn: commit?.slice(0, 7) ?? null, events: [] };
}

/** The unmerged branches, and the demo's commit, should its branch have gone on or away. */
async function branchesToSearch(session: Session): Promise<Pick<Branch, 'name' | 'tip'>[]> {
  const now = Math.floor(session.request.outside.now.getTime() / 1000);
  const { branches } = await findActiveBranches(session, { since: 0, now });
  const demo = await findLastDemoOf(session);
  const isHere = demo !== undefined && (await session.repository.resolve(demo.commit)) !== undefined;
  const [known] = isHere ? await session.store.readCommits(session.line.name, [demo.commit]) : [];
  return isHere && !known ? [...branches, { name: demo.commit.slice(0, 7), tip: demo.commit }] : [...branches];
}

function onlyOf(found: readonly OpenHackAt[]): OpenHackAt | undefined {
  const ids = [...new Set(found.map(({ hack }) => hack.id))];
  if (ids.length < 2) return found[0];
  throw new UsageError(`that means ${ids.length} hacks (${ids.slice(0, 3).join(', ')}). Give more of the id.`);
}

/** Whether a hack off the line is the one that was typed. */
export function isMeant({ repository }: Session, { hack, place }: OpenHackAt, target: ShowTarget): boolean {
  if (target.kind === 'id') return hack.id.startsWith(`hd-${target.prefix}`);
  const path = fromRoot(target.path, repository.location);
  return path === place.path && place.line <= target.line && target.line <= place.endLine;
}

interface Found {
  readonly name: string;
  /** All that the branch admits. */
  readonly own: readonly OpenHackAt[];
  readonly meant: OpenHackAt;
  readonly folded: FoldedBranches;
}

/** A branch that was squashed and is still there has hacks that the line has under other names. */
async function tellOf(session: Session, { name, own, meant, folded }: Found): Promise<OffLine> {
  const followed = (await followToLine(session, own)).hacks[own.indexOf(meant)];
  if (followed?.isOnLine) return { hack: followed.hack, onlyOn: null, events: [] };
  const { hack, place } = meant;
  const events = folded.events.flatMap(({ hack: key, rank, kind, before, after, why }): StoredEvent[] => {
    const commit = key === hack.key ? folded.commitOf.get(rank) : undefined;
    return commit ? [{ kind, commit, before, after, into: null, why }] : [];
  });
  return { hack: { ...hack, place }, onlyOn: name, events };
}
