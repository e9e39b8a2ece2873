import { posix } from 'node:path';
import type { Location } from '../../git/location.ts';
import { UsageError } from '../../errors.ts';
import { matchPaths } from '../../insights/select-hacks.ts';
import type { Session } from '../mining/session.ts';

/** Paths as typed, relative to the folder asked for, as paths from the root; none means the folder itself. */
export function scopedPaths(paths: readonly string[], { prefix }: Location): string[] {
  const folder = prefix.replace(/\/$/, '');
  if (paths.length === 0) return folder === '' ? [] : [folder];
  return paths.map((path) => fromRoot(path, folder));
}

/** What is told of: the paths as typed, else the folder asked for, else the scope. */
export function toldPaths({ repository, scope }: Session, paths: readonly string[]): readonly string[] {
  const asked = scopedPaths(paths, repository.location);
  return asked.length === 0 && scope ? scope.paths : asked;
}

/** Whether a path of the repository is told of; with a scope it must lie in that, too. */
export function matchTold(
  { repository, scope }: Pick<Session, 'repository' | 'scope'>,
  paths: readonly string[] = [],
): (path: string) => boolean {
  const [isAsked, isInScope] = [matchPaths(scopedPaths(paths, repository.location)), matchPaths(scope?.paths ?? [])];
  return (path) => isInScope(path) && isAsked(path);
}

/** One path as typed, as a path from the root. */
export function fromRoot(path: string, folder: string): string {
  const joined = posix.normalize(posix.join(folder, path.replaceAll('\\', '/')));
  if (joined.startsWith('..')) throw new UsageError(`"${path}" lies outside the repository. Name a path inside it.`);
  return joined === '.' ? '' : joined.replace(/\/$/, '');
}
