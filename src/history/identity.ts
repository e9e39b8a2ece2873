import { createHash } from 'node:crypto';
import type { Commit, RepoPath } from '../model/git.ts';
import type { HackId } from '../model/hack.ts';
import type { Wording } from '../model/marker.ts';

/** What an id is made of, besides the author. */
export interface Birth {
  readonly path: RepoPath;
  readonly wording: Pick<Wording, 'text'>;
  /** 0, 1, 2 … among equal texts introduced in that commit and path. */
  readonly ordinal: number;
}

/**
 * `hd-` and 16 hexadecimal digits of SHA-256 over version, raw author email, author time, path, tag-less text with white space
 * collapsed, and ordinal. Nothing in it depends on the clone, the committer or the parents, so a rebase keeps it.
 */
export function hackId({ author, authorTime }: Pick<Commit, 'author' | 'authorTime'>, birth: Birth): HackId {
  const text = birth.wording.text.replace(/\s+/g, ' ').trim();
  const parts = ['v1', author.email, String(authorTime.seconds), birth.path, text, String(birth.ordinal)];
  const digest = createHash('sha256').update(parts.join('\0')).digest('hex');
  return `hd-${digest.slice(0, 16)}` as HackId;
}
