import { lstatSync, type Stats } from 'node:fs';
import { isAbsolute, join, posix, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { codeOf } from './read.ts';

/** What is listed beside the usual. */
export interface ListOptions {
  /** Symbolic links, as what they are. */
  readonly withLinks?: boolean;
  /** What `.gitignore` names. */
  readonly withIgnored?: boolean;
}

/**
 * The regular files at and below the paths (relative to `folder`), each once, in plain code unit order, spelled with `/`
 * and relative to `folder` unless given as absolute. Folders honour `.gitignore` and leave out `.git`; a file that is
 * named itself is always listed. Symbolic links are never followed, and listed only if asked for. A path that is not there
 * is a UsageError.
 */
export async function listFiles(
  paths: readonly string[],
  folder: string,
  options: ListOptions = {},
): Promise<string[]> {
  const lists: string[][] = [];
  for (const path of paths) lists.push(await listOne(path, folder, options));
  return [...new Set(lists.flat())].toSorted(byCodeUnit);
}

async function listOne(path: string, folder: string, options: ListOptions): Promise<string[]> {
  const place = isAbsolute(path) ? path : join(folder, path);
  const name = posix.normalize(path.replaceAll(sep, '/'));
  const stats = findStats(place);
  if (stats === undefined) throw new UsageError(`There is no file or folder ${JSON.stringify(path)} here.`);
  if (stats.isFile() || (options.withLinks && stats.isSymbolicLink())) return [name];
  if (!stats.isDirectory()) return [];
  const below = await listFolder(place, options);
  return below.map((file) => posix.join(name, file));
}

function findStats(place: string): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR' || codeOf(error) === 'ENAMETOOLONG') return undefined;
    throw error;
  }
}

async function listFolder(place: string, { withLinks = false, withIgnored = false }: ListOptions): Promise<string[]> {
  const { globby } = await import('globby');
  const entries = await globby('**', {
    cwd: place,
    dot: true,
    onlyFiles: !withLinks,
    gitignore: !withIgnored,
    ignore: ['**/.git'],
    followSymbolicLinks: false,
    objectMode: true,
    suppressErrors: true,
  });
  return entries
    .filter((entry) => entry.dirent.isFile() || (withLinks && entry.dirent.isSymbolicLink()))
    .map((entry) => entry.path);
}

function byCodeUnit(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
