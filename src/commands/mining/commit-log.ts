import type { Commit, CommitOid, CommitWithChanges, PathChange } from '../../model/git.ts';

/** A commit and its changes in one. */
export type ChangedCommit = Commit & { readonly changes: readonly PathChange[] };

/** Commits by oid in git's own order: what the newest-first order of blobs goes by. */
export type CommitLog = ReadonlyMap<CommitOid, ChangedCommit>;

/** Reads a log to its end. Names, emails and paths repeat in thousands of commits, and every blob and commit is named twice: equal strings are kept once. */
export async function readCommits(
  log: AsyncIterable<CommitWithChanges>,
  onCommit: (read: number) => void,
): Promise<CommitLog> {
  const strings = new Map<string, string>();
  const commits = new Map<CommitOid, ChangedCommit>();
  for await (const { commit, changes } of log) {
    const oid = intern(strings, commit.oid);
    commits.set(oid, {
      ...commit,
      oid,
      parents: commit.parents.map((parent) => intern(strings, parent)),
      author: internPerson(strings, commit.author),
      committer: internPerson(strings, commit.committer),
      changes: changes.map(({ path, before, after }) => ({
        path: intern(strings, path),
        before: before && intern(strings, before),
        after: after && intern(strings, after),
      })),
    });
    onCommit(commits.size);
  }
  return commits;
}

function internPerson(strings: Map<string, string>, { name, email }: Commit['author']): Commit['author'] {
  return { name: intern(strings, name), email: intern(strings, email) };
}

function intern<S extends string>(strings: Map<string, string>, text: S): S {
  const known = strings.get(text);
  if (known !== undefined) return known as S;
  strings.set(text, text);
  return text;
}
