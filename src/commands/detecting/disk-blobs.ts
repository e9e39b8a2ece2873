import { FolderReader } from '../../files/folder-reader.ts';
import { blobOid } from '../../git/blob-oid.ts';
import type { Repository } from '../../git/repository.ts';
import type { BlobOid, RepoPath } from '../../model/git.ts';

/** The content of the file at a path if that is the very blob, by git's own hash; else null. To be used before the next is read. */
export type DiskBlobs = (path: RepoPath, blob: BlobOid) => Buffer | null;

/** Blobs that the work tree holds as they are: starting git to read a small one takes longer than hashing it. None in a bare repository. */
export function openDiskBlobs(repository: Repository): DiskBlobs {
  const { toplevel, objectFormat } = repository.location;
  const reader = toplevel === null ? null : new FolderReader(toplevel);
  return (path, blob) => {
    const file = reader?.read(repository.fileOf(path));
    return file?.kind === 'content' && blobOid(file.bytes, objectFormat) === blob ? file.bytes : null;
  };
}
