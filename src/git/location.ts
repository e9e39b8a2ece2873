import { basename, dirname, isAbsolute } from 'node:path';
import { UnsoundError } from '../errors.ts';
import type { CommitOid } from '../model/git.ts';
import { splitLines } from './records.ts';

/** Where a repository is and what it is, as one `git rev-parse` tells. Plain data: may be handed to another thread. */
export interface Location {
  /** Absolute path of the git directory (of a linked worktree: its own). */
  readonly gitDir: string;
  /** Absolute path of the directory that all worktrees share. */
  readonly commonDir: string;
  /** Absolute path of the work tree; null in a bare repository. */
  readonly toplevel: string | null;
  /** Path of the given folder below the top level, with a `/` at its end; empty at the top. */
  readonly prefix: string;
  readonly objectFormat: 'sha1' | 'sha256';
  readonly isShallow: boolean;
  /** The commit checked out; null in a repository without commits. */
  readonly head: CommitOid | null;
  /** Full name of the branch checked out (`refs/heads/main`); null when HEAD is detached or has no commit. */
  readonly headRef: string | null;
  /** Full name of the branch that origin/HEAD stands for (`refs/remotes/origin/main`); null when unknown. */
  readonly originHeadRef: string | null;
}

/** What one `git rev-parse` is asked. A bare repository has no top level and must not be asked for it. */
export function locationQuestions(isBare: boolean): string[] {
  return [
    '--is-inside-work-tree',
    '--is-shallow-repository',
    '--show-object-format',
    '--git-dir',
    '--path-format=absolute',
    '--git-dir',
    '--git-common-dir',
    '--show-prefix',
    ...(isBare ? [] : ['--show-toplevel']),
    // Stops here, without an error, at the first name that is unknown.
    '--revs-only',
    'HEAD^{commit}',
    '--symbolic-full-name',
    'HEAD',
    'refs/remotes/origin/HEAD',
  ];
}

/** The answers as they were printed: the location, and the git directory as seen from the folder asked about. */
export interface Answers {
  readonly location: Location;
  readonly relativeGitDir: string;
}

/** One answer a line, in the order of the questions: `true`, `false`, `sha1`, `.git`, `/r/.git`, `/r/.git`, `src/`, `/r`, `<oid>`, … */
export function parseLocation(output: string, isBare: boolean): Answers {
  const lines = splitLines(output);
  const [inside, shallow, format, relativeGitDir = '', gitDir = '', commonDir = '', prefix = ''] = lines;
  const toplevel = isBare ? null : (lines[7] ?? '');
  const [head = '', headRef = '', originHeadRef = ''] = lines.slice(isBare ? 7 : 8);
  if (gitDir.startsWith('--') || (format !== 'sha1' && format !== 'sha256')) throw tooOld();
  const paths = [gitDir, commonDir, toplevel ?? gitDir];
  if (!paths.every((path) => isAbsolute(path)) || !/^(?:.*\/)?$/.test(prefix) || !/^(?:[0-9a-f]{40,64})?$/.test(head))
    throw oddPath();
  const isTrusted = inside === 'true' && toplevel !== null && isBeside(gitDir, toplevel);
  const location: Location = {
    gitDir,
    commonDir,
    toplevel: isTrusted ? toplevel : null,
    prefix: isTrusted ? prefix : '',
    objectFormat: format,
    isShallow: shallow === 'true',
    head: head === '' ? null : (head as CommitOid),
    headRef: headRef.startsWith('refs/') ? headRef : null,
    originHeadRef: originHeadRef.startsWith('refs/') ? originHeadRef : null,
  };
  return { location, relativeGitDir };
}

/** A repository's `core.worktree` may name any folder; a plain `.git` belongs to the folder it lies in and to no other. */
function isBeside(gitDir: string, toplevel: string): boolean {
  return basename(gitDir) !== '.git' || dirname(gitDir) === toplevel;
}

function tooOld(): UnsoundError {
  return new UnsoundError('This git is too old. Install git 2.31 or newer.');
}

function oddPath(): UnsoundError {
  return new UnsoundError('The path of this repository holds a line break. Move it to a folder with a plain name.');
}
