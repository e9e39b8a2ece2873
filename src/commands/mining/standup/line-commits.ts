import type { ChangedCommit } from '../commit-log.ts';
import { readCommits } from '../commit-log.ts';
import { mainlineAt } from '../landmarks.ts';
import type { Session } from '../session.ts';
import type { StandupWindow } from './window.ts';

/** What the line got since the window began, oldest last: also what was made earlier and landed in it. */
export async function readLineCommits(session: Session, { since }: StandupWindow): Promise<readonly ChangedCommit[]> {
  const { repository, line, request } = session;
  if (line.tip === null) return [];
  const before = await mainlineAt(session, new Date((since - 1) * 1000));
  if (before?.oid === line.tip) return [];
  const log = repository.log({ tips: [line.tip], not: before ? [before.oid] : [] });
  return [...(await readCommits(log, (read) => request.console.progress('reading commits', read))).values()];
}
