import { UsageError } from '../../../errors.ts';
import { lastWorkingDay } from '../../../sprints/standup-window.ts';
import type { Session } from '../session.ts';

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
  const commit = await session.repository.resolve(asked);
  if (commit !== undefined) return { since: await committedAt(session, asked), now };
  const date = /^\d{4}-\d{2}-\d{2}/.test(asked) ? Date.parse(asked) : NaN;
  if (Number.isNaN(date)) throw new UsageError(`"${asked}" is neither a revision here nor a date like 2026-11-17.`);
  return { since: Math.floor(date / 1000), now };
}

/** What comes after the revision: its own second does not count. */
async function committedAt({ repository, store, line }: Session, rev: string): Promise<number> {
  const oid = await repository.require(rev);
  const [known] = await store.readCommits(line.name, [oid]);
  if (known) return known.commitTime.seconds + 1;
  for await (const { commit } of repository.log({ tips: [oid] })) return commit.commitTime.seconds + 1;
  throw new Error(`commit ${oid} is there and git log does not tell it`);
}

/** Whether a commit was made in the window. */
export function isWithin({ since, now }: StandupWindow, seconds: number): boolean {
  return seconds >= since && seconds <= now;
}
