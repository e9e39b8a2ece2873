import type { CommitOid } from '../../model/git.ts';
import type { CommitLog } from './commit-log.ts';
import { readCommits } from './commit-log.ts';
import type { Session } from './session.ts';

/** So many commits bring so many blobs that threads pay. */
const MANY_COMMITS = 600;

/** What to read of a log: the commits of a revision that the stored tips in `not` do not have. */
interface LogPart {
  readonly tip: CommitOid;
  readonly not: readonly CommitOid[];
}

/** The commits of a revision that the stored tips in `not` do not have, with progress. */
export async function readNewCommits(session: Session, tip: CommitOid, not: readonly CommitOid[]): Promise<CommitLog> {
  return withoutKnown(session, await readPart(session, { tip, not }), not);
}

/** The same, unless there are more than so many: then undefined. */
export async function readFewCommits(
  session: Session,
  { tip, not, most }: LogPart & { readonly most: number },
): Promise<CommitLog | undefined> {
  const commits = await readPart(session, { tip, not }, most);
  return commits.size > most ? undefined : withoutKnown(session, commits, not);
}

function readPart({ repository, request, workforce }: Session, part: LogPart, most?: number): Promise<CommitLog> {
  const onCommit = (read: number): void => {
    // Threads take a while to start, and git to tell the rest.
    if (read === MANY_COMMITS) workforce.expectMuch();
    request.console.progress('reading commits', read);
  };
  return readCommits(repository.log({ tips: [part.tip], not: part.not }), onCommit, most);
}

/** Where clocks were wrong git also names commits that `not` has: it stops looking when all that is left seems older. */
async function withoutKnown(
  { store, line }: Session,
  commits: CommitLog,
  not: readonly CommitOid[],
): Promise<CommitLog> {
  if (not.length === 0) return commits;
  const known = await store.readCommits(line.name, [...commits.keys()]);
  return new Map([...commits].filter((_, index) => known[index] === undefined));
}
