import type { CommitOid } from '../../../model/git.ts';
import { lastWorkingDay } from '../../../sprints/standup-window.ts';
import type { Session } from '../session.ts';
import { readSince } from '../since.ts';

/** From when to when a standup looks, by the committer's clock; in seconds, both ends count. */
export interface StandupWindow {
  readonly since: number;
  readonly now: number;
}

/** Since a revision or date that was asked for, else since the last working day began. */
export async function openStandup(session: Session, asked: string | null): Promise<StandupWindow> {
  const { config, request } = session;
  const now = Math.floor(request.outside.now.getTime() / 1000);
  if (asked === null) return { since: lastWorkingDay(config.sprint, request.outside.now).getTime() / 1000, now };
  const since = await readSince(session, asked);
  if (since instanceof Date) return { since: Math.floor(since.getTime() / 1000), now };
  return { since: await committedAt(session, since), now };
}

/** What comes after the revision: its own second does not count. */
async function committedAt({ repository, store, line }: Session, oid: CommitOid): Promise<number> {
  const [known] = await store.readCommits(line.name, [oid]);
  if (known) return known.commitTime.seconds + 1;
  for await (const { commit } of repository.log({ tips: [oid] })) return commit.commitTime.seconds + 1;
  throw new Error(`commit ${oid} is there and git log does not tell it`);
}

/** Whether a commit was made in the window. */
export function isWithin({ since, now }: StandupWindow, seconds: number): boolean {
  return seconds >= since && seconds <= now;
}
