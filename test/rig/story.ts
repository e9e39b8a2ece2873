/** What a file is after a commit: its text or bytes, `null` = deleted, or an entry with a mode of its own. */
export type StoryFile = string | Buffer | null | StoryEntry;

/** An entry that is no plain file: `100755` executable, `120000` link (content = target), `160000` submodule (content = oid). */
export interface StoryEntry {
  readonly mode: '100755' | '120000' | '160000';
  readonly content: string;
}

/**
 * One commit of a story. Its tree is that of its first parent (a root: empty), with `rename` applied in order and then `files`.
 * Paths are UTF-8; a path that begins with `"` is taken as git's C-quoted form (`"caf\351.c"`), for bytes that are no UTF-8.
 */
export interface StoryCommit {
  readonly name: string;
  /** Branch that moves to this commit; default `main`. */
  readonly on?: string;
  /** Names of commits; several = a merge. Default: the tip of the branch, or none for a new branch. `[]` = another root. */
  readonly parents?: readonly string[];
  /** `anna` (means `anna <anna@example.org>`) or `Anna B <a@b.org>`; default `anna`. */
  readonly author?: string;
  /** Default: the author. */
  readonly committer?: string;
  /** ISO-8601 with zone, or seconds since 1970 (UTC). Default: an hour per commit from Monday 2026-01-05T09:00:00Z on. */
  readonly at?: string | number;
  /** When it was authored, if that was not when it was committed. */
  readonly authored?: string | number;
  /** Default: the commit's name. */
  readonly message?: string | Buffer;
  readonly files?: Readonly<Record<string, StoryFile>>;
  readonly rename?: Readonly<Record<string, string>>;
  /** Lightweight tag put on this commit. */
  readonly tag?: string;
}

/** Commits in the order in which they are written, parents first. */
export type Story = readonly StoryCommit[];
