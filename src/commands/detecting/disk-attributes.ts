import { FolderReader } from '../../files/folder-reader.ts';
import { parseAttributes } from '../../git/attribute-rules.ts';
import { Attributes } from '../../git/attributes.ts';
import { blobOid } from '../../git/blob-oid.ts';
import { encodePath } from '../../git/paths.ts';
import type { RepoPath } from '../../model/git.ts';
import type { Ground } from './ground.ts';

const FILE = '.gitattributes';

/**
 * What the `.gitattributes` on the disk say of paths: those among the files and those in a folder above one of the paths asked
 * for. Their key is the one that the same files have in a commit.
 */
export function readDiskAttributes(
  { root, repository }: Ground,
  files: readonly RepoPath[],
  asked: readonly RepoPath[],
): Attributes {
  const reader = new FolderReader(root);
  const rules: [string, ReturnType<typeof parseAttributes>][] = [];
  const key: string[] = [];
  for (const path of sourcesFor(files, asked)) {
    const name = encodePath(path);
    const file = reader.read(Buffer.concat([Buffer.from(`${root}/`), name]));
    if (file.kind !== 'content') continue;
    const folder = name.toString('latin1').slice(0, -FILE.length);
    rules.push([folder, parseAttributes(file.bytes.toString('latin1'))]);
    key.push(`${blobOid(file.bytes, repository?.location.objectFormat ?? 'sha1')} ${path}`);
  }
  return new Attributes(new Map(rules), key.join('\n'));
}

function sourcesFor(files: readonly RepoPath[], asked: readonly RepoPath[]): RepoPath[] {
  const sources = new Set(files.filter((path) => path === FILE || path.endsWith(`/${FILE}`)));
  for (const path of asked) {
    if (path.startsWith('../') || path.startsWith('/')) continue;
    sources.add(FILE as RepoPath);
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      sources.add(`${path.slice(0, at + 1)}${FILE}` as RepoPath);
    }
  }
  return [...sources].toSorted();
}
