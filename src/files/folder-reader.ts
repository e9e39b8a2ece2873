import { closeSync, fstatSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { codeOf, DEFAULT_SIZE, FLAGS, MEANINGS, type FileContent, type FilePath } from './read.ts';

/** What stands at a path, without following a link. */
export type PathKind = 'file' | 'folder' | 'symbolic link' | 'other' | 'absent';

/**
 * Reads many small files below a folder (null: anywhere), each to be used before the next. One call after the other costs
 * a fraction of as many promises, and what leads out of the folder is looked at once for each of its folders.
 */
export class FolderReader {
  private readonly root: string | null;
  private readonly folders = new Map<string, boolean>();

  constructor(folder: string | null) {
    this.root = folder === null ? null : realpathSync(folder, { encoding: 'buffer' }).toString('latin1');
  }

  /** The whole content of a regular file of at most 4 MiB, never through a symbolic link. */
  read(path: FilePath): FileContent {
    try {
      return this.isInside(path) ? readOne(path) : { kind: 'symbolic link' };
    } catch (error) {
      const kind = MEANINGS[codeOf(error)];
      if (kind === undefined) throw error;
      return { kind };
    }
  }

  private isInside(path: FilePath): boolean {
    if (this.root === null) return true;
    const folder = dirname(typeof path === 'string' ? Buffer.from(path).toString('latin1') : path.toString('latin1'));
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const real = realpathSync(Buffer.from(folder, 'latin1'), { encoding: 'buffer' }).toString('latin1');
    const isInside = real === this.root || real.startsWith(this.root.endsWith(sep) ? this.root : this.root + sep);
    this.folders.set(folder, isInside);
    return isInside;
  }
}

/** What stands at the path. */
export function findKind(path: FilePath): PathKind {
  try {
    const stats = lstatSync(path);
    if (stats.isFile()) return 'file';
    if (stats.isDirectory()) return 'folder';
    return stats.isSymbolicLink() ? 'symbolic link' : 'other';
  } catch (error) {
    // A folder that may not be entered hides what is in it; reading will say so.
    const kind = MEANINGS[codeOf(error)];
    if (kind === undefined) throw error;
    return kind === 'unreadable' ? 'other' : 'absent';
  }
}

function readOne(path: FilePath): FileContent {
  const file = openSync(path, FLAGS);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return { kind: 'not a file' };
    if (stats.size > DEFAULT_SIZE) return { kind: 'too large' };
    return { kind: 'content', bytes: readFileSync(file) };
  } finally {
    closeSync(file);
  }
}
