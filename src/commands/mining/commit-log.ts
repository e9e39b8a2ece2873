import type { Commit, CommitOid, CommitWithChanges, GitTime, Identity, PathChange } from '../../model/git.ts';

/** A commit and its changes in one. */
export type ChangedCommit = Commit & { readonly changes: readonly PathChange[] };

/** Commits by oid in git's own order: what the newest-first order of blobs goes by. */
export type CommitLog = ReadonlyMap<CommitOid, ChangedCommit>;

/** Reads a log to its end, or until it has more than `most` commits. Names, paths and moments repeat in thousands of commits, and every blob and commit is named twice: equal ones are kept once. */
export async function readCommits(
  log: AsyncIterable<CommitWithChanges>,
  onCommit: (read: number) => void,
  most = Infinity,
): Promise<CommitLog> {
  const strings = new Map<string, string>();
  const people = new Map<string, Identity>();
  const commits = new Map<CommitOid, ChangedCommit>();
  const person = ({ name, email }: Identity): Identity => {
    const known = people.get(`${name}\0${email}`) ?? { name, email };
    people.set(`${name}\0${email}`, known);
    return known;
  };
  for await (const { commit, changes } of log) {
    const oid = intern(strings, commit.oid);
    const { authorTime, commitTime } = commit;
    commits.set(oid, {
      ...commit,
      oid,
      parents: commit.parents.map((parent) => intern(strings, parent)),
      author: person(commit.author),
      committer: person(commit.committer),
      commitTime: isSameMoment(authorTime, commitTime) ? authorTime : commitTime,
      changes: changes.map(({ path, before, after }) => ({
        path: intern(strings, path),
        before: before && intern(strings, before),
        after: after && intern(strings, after),
      })),
    });
    onCommit(commits.size);
    if (commits.size > most) break;
  }
  return commits;
}

function isSameMoment(one: GitTime, other: GitTime): boolean {
  return one.seconds === other.seconds && one.offsetMinutes === other.offsetMinutes;
}

function intern<S extends string>(strings: Map<string, string>, text: S): S {
  const known = strings.get(text);
  if (known !== undefined) return known as S;
  strings.set(text, text);
  return text;
}
