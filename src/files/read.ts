import { constants } from 'node:fs';
import { open, realpath, type FileHandle } from 'node:fs/promises';
import { dirname, sep } from 'node:path';

/** Path of a file; bytes where its name may be no UTF-8. */
export type FilePath = string | Buffer;

/** What reading a file gave. `absent` = there is none, `not a file` = a folder, a device, a pipe. */
export type FileContent =
  | { readonly kind: 'content'; readonly bytes: Buffer }
  | { readonly kind: 'absent' | 'symbolic link' | 'too large' | 'unreadable' | 'not a file' };

/** Bounds of a read. */
export interface ReadLimits {
  /** Longer files are not read. In bytes; default 4 MiB. */
  readonly size?: number;
  /** The file must lie below this folder, whatever links lead to it. */
  readonly within?: string;
}

export const DEFAULT_SIZE = 4 * 1024 * 1024;
// A link is not followed, and a pipe would keep an open waiting for ever without O_NONBLOCK.
export const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
/** What a failed open or read means; all else is unexpected. */
export const MEANINGS: Record<string, Exclude<FileContent['kind'], 'content'>> = {
  ENOENT: 'absent',
  ENOTDIR: 'absent',
  ELOOP: 'symbolic link',
  EMLINK: 'symbolic link',
  EACCES: 'unreadable',
  EPERM: 'unreadable',
  EIO: 'unreadable',
  EISDIR: 'not a file',
  ENXIO: 'not a file',
  ENAMETOOLONG: 'absent',
};

/** The whole content of a regular file, never through a symbolic link. */
export async function readRegularFile(path: FilePath, limits: ReadLimits = {}): Promise<FileContent> {
  try {
    if (limits.within !== undefined && !(await isWithin(path, limits.within))) return { kind: 'symbolic link' };
    const file = await open(path, FLAGS);
    try {
      return await readOpened(file, limits.size ?? DEFAULT_SIZE);
    } finally {
      await file.close();
    }
  } catch (error) {
    const kind = MEANINGS[codeOf(error)];
    if (kind === undefined) throw error;
    return { kind };
  }
}

async function readOpened(file: FileHandle, limit: number): Promise<FileContent> {
  const stats = await file.stat();
  if (!stats.isFile()) return { kind: 'not a file' };
  if (stats.size > limit) return { kind: 'too large' };
  return { kind: 'content', bytes: await file.readFile() };
}

/** A folder on the way may be a link out of the work tree. */
async function isWithin(path: FilePath, folder: string): Promise<boolean> {
  const text = path.toString('latin1');
  const parent = Buffer.from(
    dirname(typeof path === 'string' ? path : text),
    typeof path === 'string' ? 'utf8' : 'latin1',
  );
  const real = (await realpath(parent, { encoding: 'buffer' })).toString('latin1');
  const root = (await realpath(folder, { encoding: 'buffer' })).toString('latin1');
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** `ENOENT` and the like; empty for an error that is not the system's. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
