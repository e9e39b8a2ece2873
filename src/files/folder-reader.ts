import { lstatSync, readSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf, DEFAULT_SIZE, explaining, MEANINGS, readOpened, type FileContent, type FilePath } from './read.ts';

/** What stands at a path, without following a link. */
export type PathKind = 'file' | 'folder' | 'symbolic link' | 'other' | 'absent';

/**
 * Reads many small files below a folder (its absolute path without links; null: anywhere), each to be used before the next.
 * One call after the other costs a fraction of as many promises, and each folder on the way is looked at once.
 */
export class FolderReader {
  private readonly root: string | null;
  private readonly folders = new Map<string, boolean>();
  /** Neighbours in a list lie in the same folder. */
  private last: { readonly folder: string; readonly isFolder: boolean } | undefined;
  // Memory of its own for each file would keep the collector busy longer than the disk.
  private readonly buffer = Buffer.allocUnsafeSlow(DEFAULT_SIZE);

  constructor(folder: string | null) {
    this.root = folder === null ? null : Buffer.from(folder).toString('latin1');
  }

  /** The whole content of a regular file of at most 4 MiB, never through a symbolic link. The next read overwrites it. */
  read(path: FilePath): FileContent {
    return explaining(() => (this.isInside(path) ? readInto(this.buffer, path) : { kind: 'symbolic link' }));
  }

  private isInside(path: FilePath): boolean {
    if (this.root === null) return true;
    if (typeof path !== 'string') return this.isFolder(dirname(path.toString('latin1')));
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (folder !== this.last?.folder) {
      this.last = { folder, isFolder: this.isFolder(dirname(Buffer.from(path).toString('latin1'))) };
    }
    return this.last.isFolder;
  }

  /** Whether a folder (its bytes as Latin-1) is the root or lies in it, with no link on the way. */
  private isFolder(folder: string): boolean {
    if (folder === this.root) return true;
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const above = dirname(folder);
    const isFolder = above !== folder && this.isFolder(above) && lstatSync(Buffer.from(folder, 'latin1')).isDirectory();
    this.folders.set(folder, isFolder);
    return isFolder;
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

/** The path with no link before its last name; as it is where its folder cannot be looked at. */
export function withoutLinks(path: string): string {
  try {
    return join(realpathSync.native(dirname(path)), basename(path));
  } catch (error) {
    if (MEANINGS[codeOf(error)] === undefined) throw error;
    return path;
  }
}

function readInto(buffer: Buffer, path: FilePath): FileContent {
  return readOpened(path, buffer.length, (file, size) => buffer.subarray(0, readSync(file, buffer, 0, size, null)));
}
