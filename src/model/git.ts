/** Full hexadecimal name of a commit: 40 digits, or 64 in a SHA-256 repository. */
export type CommitOid = string & { readonly __commitOid: never };

/** Full hexadecimal name of a blob: 40 digits, or 64 in a SHA-256 repository. */
export type BlobOid = string & { readonly __blobOid: never };

/**
 * Path of a file inside the repository, `/`-separated, relative to its root. Bytes that are no UTF-8 make the whole path
 * appear in git's C-quoted form (`"caf\351.c"`), as does a path that itself begins with `"`: readable and reversible.
 */
export type RepoPath = string & { readonly __repoPath: never };

/** A person as the commit names them, before any mailmap. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}

/** A moment as git records it: seconds since 1970 and the author's own offset from UTC. */
export interface GitTime {
  readonly seconds: number;
  readonly offsetMinutes: number;
}

/** One commit of the history, with its message. */
export interface Commit {
  readonly oid: CommitOid;
  readonly parents: readonly CommitOid[];
  readonly author: Identity;
  readonly authorTime: GitTime;
  readonly committer: Identity;
  readonly commitTime: GitTime;
  readonly message: string;
}

/** One path that a commit changed against its first parent (a root commit: against nothing). Only regular files have a blob. */
export interface PathChange {
  readonly path: RepoPath;
  readonly before: BlobOid | null;
  readonly after: BlobOid | null;
}

/** A commit together with what it changed against its first parent. */
export interface CommitWithChanges {
  readonly commit: Commit;
  readonly changes: readonly PathChange[];
}

/** One regular file in the tree of a commit. */
export interface TreeEntry {
  readonly path: RepoPath;
  readonly blob: BlobOid;
}
