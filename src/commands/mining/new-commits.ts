import type { CommitOid } from '../../model/git.ts';
import type { ChangedCommit, CommitLog } from './commit-log.ts';
import { readCommits } from './commit-log.ts';
import type { Session } from './session.ts';

/** So many commits bring so many blobs that threads pay. */
const MANY_COMMITS = 600;

/** The commits of a revision that the stored tips in `not` do not have, with progress. */
export async function readNewCommits(session: Session, tip: CommitOid, not: readonly CommitOid[]): Promise<CommitLog> {
  return (await readFewCommits(session, { tip, not, most: Infinity })) ?? new Map<CommitOid, ChangedCommit>();
}

/** What to read of a log. */
export interface LogPart {
  readonly tip: CommitOid;
  readonly not: readonly CommitOid[];
  readonly most: number;
}

/** The same, unless there are more than so many: then undefined. */
export async function readFewCommits(session: Session, { tip, not, most }: LogPart): Promise<CommitLog | undefined> {
  const { repository, store, line, request, workforce } = session;
  const log = repository.log({ tips: [tip], not });
  const onCommit = (read: number): void => {
    // Threads take a while to start, and git to tell the rest.
    if (read === MANY_COMMITS) workforce.expectMuch();
    request.console.progress('reading commits', read);
  };
  const commits = await readCommits(log, onCommit, most);
  if (commits.size > most) return undefined;
  if (not.length === 0) return commits;
  // Where clocks were wrong git also names commits that `not` has: it stops looking when all that is left seems older.
  const known = await store.readCommits(line.name, [...commits.keys()]);
  return new Map([...commits].filter((_, index) => known[index] === undefined));
}
