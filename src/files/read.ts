import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
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

/** The longest file that is read, unless told. In bytes. */
export const DEFAULT_SIZE = 4 * 1024 * 1024;
// A link is not followed, and a pipe would keep an open waiting for ever without O_NONBLOCK.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
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

/** The whole content of a regular file, never through a symbolic link. At once: a few files cost less than the threads that Node starts to read one. */
export function readRegularFile(path: FilePath, { size = DEFAULT_SIZE, within }: ReadLimits = {}): FileContent {
  return explaining(() => {
    if (within !== undefined && !isWithin(path, within)) return { kind: 'symbolic link' };
    return readOpened(path, size, (file) => readFileSync(file));
  });
}

/** Opens a regular file of at most `limit` bytes and has `read` read it, which is told how long it is. */
export function readOpened(path: FilePath, limit: number, read: (file: number, size: number) => Buffer): FileContent {
  const file = openSync(path, FLAGS);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return { kind: 'not a file' };
    if (stats.size > limit) return { kind: 'too large' };
    return { kind: 'content', bytes: read(file, stats.size) };
  } finally {
    closeSync(file);
  }
}

/** What `read` finds; or what its failure means, if that is one to be expected. */
export function explaining(read: () => FileContent): FileContent {
  try {
    return read();
  } catch (error) {
    const kind = MEANINGS[codeOf(error)];
    if (kind === undefined) throw error;
    return { kind };
  }
}

/** A folder on the way may be a link out of the work tree. */
function isWithin(path: FilePath, folder: string): boolean {
  const text = path.toString('latin1');
  const parent = Buffer.from(
    dirname(typeof path === 'string' ? path : text),
    typeof path === 'string' ? 'utf8' : 'latin1',
  );
  const real = realpathSync.native(parent, { encoding: 'buffer' }).toString('latin1');
  const root = realpathSync.native(folder, { encoding: 'buffer' }).toString('latin1');
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** `ENOENT` and the like; empty for an error that is not the system's. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
