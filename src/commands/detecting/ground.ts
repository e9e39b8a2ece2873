import { join, posix, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { withoutLinks } from '../../files/folder-reader.ts';
import { NoRepository } from '../../git/locate.ts';
import { decodePath } from '../../git/paths.ts';
import type { Repository } from '../../git/repository.ts';
import { openRepository } from '../../git/repository.ts';
import type { Config } from '../../model/config.ts';
import type { RepoPath } from '../../model/git.ts';
import type { MarkersOptions, Request } from '../../model/request.ts';
import { rootReader } from '../mining/root-reader.ts';
import { requireScope } from '../mining/scope.ts';
import { findName, fromRoot, slashed } from '../telling/paths.ts';

/** Where markers are looked for, and what its paths are told from. */
export interface Ground {
  /** Null where there is none: then files stand for themselves. */
  readonly repository: Repository | null;
  /** Absolute path of the folder asked for. */
  readonly dir: string;
  /** Absolute path that names are relative to: the top of the work tree, else the folder asked for. */
  readonly root: string;
  /** The folder asked for, as seen from the root: empty, or with `/` at its end. */
  readonly prefix: string;
  /** With the globs of the command line. */
  readonly config: Config;
}

/** Looks for a repository around the folder; it is fine if there is none. */
export async function openGround(request: Request<MarkersOptions>): Promise<Ground> {
  const { dir, settings, options } = request;
  const repository = await findRepository(request);
  const found = await settings.readConfig(repository === null ? async () => null : rootReader(repository));
  // What is admitted in files is the same in every scope, but a name that means nothing is a mistake.
  if (settings.scope !== null) requireScope(found.config, settings.scope);
  const location = repository?.location ?? { toplevel: dir, prefix: '' };
  const scoped = (globs: readonly string[]): string[] => globs.map((glob) => fromRoot(glob, location));
  const config = {
    ...found.config,
    include: [...found.config.include, ...scoped(options.include)],
    exclude: [...found.config.exclude, ...scoped(options.exclude)],
  };
  return { repository, dir, root: location.toplevel ?? dir, prefix: location.prefix, config };
}

async function findRepository({ dir, outside }: Request<unknown>): Promise<Repository | null> {
  try {
    return await openRepository(dir, { env: outside.env, signal: outside.signal });
  } catch (error) {
    if (error instanceof NoRepository) return null;
    throw error;
  }
}

/** A path as it was typed. */
export interface TypedPath {
  /** From the root; if it lies outside, as it was typed. Empty for the root itself. */
  readonly name: RepoPath;
  readonly isInside: boolean;
  /** Absolute; inside the root without a link before it. */
  readonly place: string;
}

/** What a typed path means, seen from the folder asked for; there need be nothing. */
export function locateTyped({ dir, root, prefix }: Ground, typed: string): TypedPath {
  if (typed === '' || typed.includes('\0')) throw new UsageError('A path is empty. Name a file or a folder.');
  const place = resolve(dir, typed);
  // The root has no link before it, but the folder asked for, or what was typed, may have been reached through one.
  const name =
    findName(place, { folder: dir, prefix }) ??
    findName(place, { folder: root, prefix: '' }) ??
    findName(withoutLinks(place), { folder: root, prefix: '' });
  if (name === undefined) return { name: pathOf(posix.normalize(slashed(typed))), isInside: false, place };
  return { name: pathOf(name), isInside: true, place: name === '' ? root : join(root, name) };
}

/** A name from the disk or the command line in the spelling of reports. */
export function pathOf(name: string): RepoPath {
  return decodePath(Buffer.from(name));
}
