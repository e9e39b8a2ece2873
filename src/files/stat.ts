import { lstatSync } from 'node:fs';
import { codeOf, type FilePath } from './read.ts';

const UNSEEN = new Set(['ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG']);

/** Size and age of one regular file. */
export interface FileStat {
  /** In bytes. */
  readonly size: number;
  /** When it was last written to, in milliseconds since 1970, with their fraction: to a quarter of a microsecond. */
  readonly mtime: number;
}

/** One answer for each path, in order; null where there is no regular file, or none we may see. Links are not followed. */
export function statFiles(paths: readonly FilePath[]): (FileStat | null)[] {
  return paths.map(statFile);
}

function statFile(path: FilePath): FileStat | null {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true ? { size: stats.size, mtime: stats.mtimeMs } : null;
  } catch (error) {
    if (UNSEEN.has(codeOf(error))) return null;
    throw error;
  }
}
