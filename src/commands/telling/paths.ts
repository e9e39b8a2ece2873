import { posix } from 'node:path';
import type { Location } from '../../git/location.ts';
import { UsageError } from '../../errors.ts';

/** Paths as typed, relative to the folder asked for, as paths from the root; none means the folder itself. */
export function scopedPaths(paths: readonly string[], { prefix }: Location): string[] {
  const folder = prefix.replace(/\/$/, '');
  if (paths.length === 0) return folder === '' ? [] : [folder];
  return paths.map((path) => fromRoot(path, folder));
}

/** One path as typed, as a path from the root. */
export function fromRoot(path: string, folder: string): string {
  const joined = posix.normalize(posix.join(folder, path.replaceAll('\\', '/')));
  if (joined.startsWith('..')) throw new UsageError(`"${path}" lies outside the repository. Name a path inside it.`);
  return joined === '.' ? '' : joined.replace(/\/$/, '');
}
