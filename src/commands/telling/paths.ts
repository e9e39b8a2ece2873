import { isAbsolute, posix, relative, sep } from 'node:path';
import { UsageError } from '../../errors.ts';
import { withoutLinks } from '../../files/folder-reader.ts';
import type { Location } from '../../git/location.ts';
import { matchPaths } from '../../insights/select-hacks.ts';
import type { Session } from '../mining/session.ts';

/** Paths as typed, relative to the folder asked for, as paths from the root; none means the folder itself. */
export function scopedPaths(paths: readonly string[], location: Location): string[] {
  const folder = location.prefix.replace(/\/$/, '');
  if (paths.length === 0) return folder === '' ? [] : [folder];
  return paths.map((path) => fromRoot(path, location));
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

/** One path or glob as typed, as one from the root. */
export function fromRoot(path: string, { toplevel, prefix }: Pick<Location, 'toplevel' | 'prefix'>): string {
  const name = isAbsolute(path) ? findBelow(path, toplevel) : nameInside(posix.join(prefix, slashed(path)));
  if (name === undefined) throw new UsageError(`"${path}" lies outside the repository. Name a path inside it.`);
  return name;
}

function findBelow(place: string, toplevel: string | null): string | undefined {
  if (toplevel === null) return undefined;
  const root = { folder: toplevel, prefix: '' };
  return findName(place, root) ?? findName(withoutLinks(place), root);
}

/** A place as seen from the root, by a folder and where that lies; undefined outside of the root. */
export function findName(
  place: string,
  from: { readonly folder: string; readonly prefix: string },
): string | undefined {
  return nameInside(posix.join(from.prefix, slashed(relative(from.folder, place))));
}

function nameInside(joined: string): string | undefined {
  const name = joined.replace(/\/$/, '');
  if (name === '.') return '';
  return name === '..' || name.startsWith('../') || isAbsolute(name) ? undefined : name;
}

/** A backslash stands between folders on Windows only; elsewhere names may hold one. */
export function slashed(path: string): string {
  return path.replaceAll(sep, '/');
}
