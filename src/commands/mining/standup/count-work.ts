import { sumWork, type FileWork } from '../../../insights/work.ts';
import type { CommitOid, PathChange } from '../../../model/git.ts';
import type { Shares } from '../../../model/standup.ts';
import type { Versions } from '../admissions/count-batch.ts';
import { countLines } from '../admissions/count-lines.ts';
import type { ChangedCommit } from '../commit-log.ts';
import type { Session } from '../session.ts';

/** So many changed files are read in one run. */
const MOST_FILES = 800;

/** Commits whose renames git is asked for: it reads contents for them. */
const MOST_RENAMES = 100;

interface FileChange extends PathChange {
  readonly commit: ChangedCommit;
}

/** The lines that commits off merges added and took away, by what they were for. `paidIn` = the commits that paid a hack. */
export async function countWork(
  session: Session,
  commits: readonly ChangedCommit[],
  paidIn: ReadonlySet<CommitOid>,
): Promise<Shares> {
  const all = (await followRenames(session, commits)).filter(
    ({ path }) => session.rules.languageOf(path) !== undefined,
  );
  const counted = all.slice(0, MOST_FILES);
  const asked = counted.flatMap(({ before, after }) => [versionsOf(before, after), versionsOf(after, before)]);
  const counts = await countLines(
    session,
    asked.flatMap((versions) => versions ?? []),
  );
  let next = 0;
  const lines = asked.map((versions) => (versions ? (counts[next++]?.added ?? 0) : 0));
  const files = counted.map(({ path, before, commit }, index): FileWork => {
    const [added = 0, removed = 0] = lines.slice(2 * index, 2 * index + 2);
    const subject = commit.message.split('\n', 1)[0] ?? '';
    return { path, subject, added, removed, isNew: before === null, hasPaid: paidIn.has(commit.oid) };
  });
  return { lines: sumWork(files), leftOut: all.length - counted.length };
}

/** The lines of `after` that `before` does not have; none of a file that is not there. */
function versionsOf(before: PathChange['before'], after: PathChange['after']): Versions | null {
  return after === null ? null : { before, after, tip: after };
}

/** A file that only got another path was not written anew. */
async function followRenames({ repository }: Session, commits: readonly ChangedCommit[]): Promise<FileChange[]> {
  const own = commits.filter(({ parents }) => parents.length < 2);
  const doubtful = own.filter(
    ({ changes }) => changes.some(({ before }) => before === null) && changes.some(({ after }) => after === null),
  );
  const renames = await repository.renames(doubtful.slice(0, MOST_RENAMES).map(({ oid }) => oid));
  return own.flatMap((commit) => {
    const found = renames.get(commit.oid) ?? [];
    const moved = new Set(found.flatMap(({ from, to }) => [from, to]));
    const changes: PathChange[] = [
      ...commit.changes.filter(({ path }) => !moved.has(path)),
      ...found.map(({ to, before, after }) => ({ path: to, before, after })),
    ];
    return changes.map((change) => ({ ...change, commit }));
  });
}
