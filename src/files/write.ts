import { randomBytes } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UnsoundError, UsageError } from '../errors.ts';
import { codeOf } from './read.ts';

const NEW_FILE = 0o666;
/** What the system says, what it means, and whether another `--output` would help (UsageError) or nothing would. */
const CANNOT: Record<string, { readonly reason: string; readonly kind: typeof UsageError | typeof UnsoundError }> = {
  ENOENT: { reason: 'its folder does not exist', kind: UsageError },
  ENOTDIR: { reason: 'its folder is no folder', kind: UsageError },
  EACCES: { reason: 'permission denied', kind: UsageError },
  EPERM: { reason: 'permission denied', kind: UsageError },
  EROFS: { reason: 'the disk is read-only', kind: UsageError },
  ENOSPC: { reason: 'the disk is full', kind: UnsoundError },
  EDQUOT: { reason: 'the disk is full', kind: UnsoundError },
};

/**
 * Writes a file so that whoever reads it sees all of the old text or all of the new, also after a crash. The old file's
 * mode is kept. Never through a symbolic link; what cannot be written is a UsageError (a full disk: UnsoundError) and leaves the old file as it was.
 */
export async function writeFileAtomically(path: string, content: string | Buffer): Promise<void> {
  const mode = findMode(path);
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeDurably(temporary, content, mode);
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw cannotWrite(path, error);
  }
}

/** The same in a folder that is made if there is none. */
export async function writeInFolder(folder: string, name: string, content: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? new UsageError(`${folder} is no folder.`) : cannotWrite(folder, error);
  }
  await writeFileAtomically(join(folder, name), content);
}

/** Permission bits of the file to be replaced; undefined when it is new. */
function findMode(path: string): number | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isFile()) return stats && stats.mode & 0o7777;
  const kind = stats.isSymbolicLink() ? 'a symbolic link' : 'no regular file';
  throw new UsageError(`${path} is ${kind}. Give the file to write to.`);
}

/** `wx`: a name that somebody else made first, link or file, is not used. */
async function writeDurably(path: string, content: string | Buffer, mode: number | undefined): Promise<void> {
  const file = await open(path, 'wx', mode ?? NEW_FILE);
  try {
    await file.writeFile(content);
    if (mode !== undefined) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The new name itself is safe on disk only with its folder. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function cannotWrite(path: string, error: unknown): unknown {
  const meaning = CANNOT[codeOf(error)];
  return meaning === undefined ? error : new meaning.kind(`Cannot write ${path}: ${meaning.reason}.`, { cause: error });
}
