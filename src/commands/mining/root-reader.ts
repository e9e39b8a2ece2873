import { join } from 'node:path';
import { readRegularFile } from '../../files/read.ts';
import type { Repository } from '../../git/repository.ts';
import type { RepoPath } from '../../model/git.ts';
import type { RootReader } from '../../model/request.ts';

/** Reads files at the root: of the work tree; in a bare repository of the checked-out commit. */
export function rootReader(repository: Repository): RootReader {
  const { toplevel, head } = repository.location;
  return async (name) => {
    if (toplevel !== null) {
      const file = readRegularFile(join(toplevel, name), { within: toplevel });
      return file.kind === 'content' ? file.bytes.toString('utf8') : null;
    }
    if (head === null) return null;
    const [bytes] = await repository.texts([{ commit: head, path: name as RepoPath }]);
    return bytes?.toString('utf8') ?? null;
  };
}
