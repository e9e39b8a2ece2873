import type { CommitOid } from '../../model/git.ts';
import type { CommitLog } from './commit-log.ts';
import { readCommits } from './commit-log.ts';
import type { Session } from './session.ts';

/** So many commits bring so many blobs that threads pay. */
const MANY_COMMITS = 600;

/** The commits of a revision that the stored tips in `not` do not have, with progress. */
export async function readNewCommits(session: Session, tip: CommitOid, not: readonly CommitOid[]): Promise<CommitLog> {
  const { repository, store, line, request, workforce } = session;
  const log = repository.log({ tips: [tip], not });
  const commits = await readCommits(log, (read) => {
    // Threads take a while to start, and git to tell the rest.
    if (read === MANY_COMMITS) workforce.expectMuch();
    request.console.progress('reading commits', read);
  });
  if (not.length === 0) return commits;
  // Where clocks were wrong git also names commits that `not` has: it stops looking when all that is left seems older.
  const known = await store.readCommits(line.name, [...commits.keys()]);
  return new Map([...commits].filter((_, index) => known[index] === undefined));
}
