import { UsageError } from '../../errors.ts';
import { findKind } from '../../files/folder-reader.ts';
import { listFiles } from '../../files/list.ts';
import type { FilePath } from '../../files/read.ts';
import type { RepoPath } from '../../model/git.ts';
import type { Ground, TypedPath } from './ground.ts';
import { locateTyped, pathOf } from './ground.ts';

/** A path to look at. There may be a link, a submodule or nothing. */
export interface ListedFile {
  readonly path: RepoPath;
  readonly place: FilePath;
  /** True where no link on the way may lead out of the root. */
  readonly isInside: boolean;
}

/**
 * Everything at and below the paths as typed (none: the folder asked for), each once, by path. What is ignored is left out
 * unless it is named itself. A path that is not there is a UsageError.
 */
export async function listGround(ground: Ground, typed: readonly string[]): Promise<ListedFile[]> {
  const asked = (typed.length === 0 ? ['.'] : typed).map((path) => locateTyped(ground, path));
  const kinds = asked.map(({ place }) => findKind(place));
  const missing = kinds.indexOf('absent');
  if (missing >= 0) throw new UsageError(`There is no file or folder ${JSON.stringify(typed[missing] ?? '.')} here.`);
  const folders = asked.filter((_, index) => kinds[index] === 'folder');
  const files = asked.filter((_, index) => kinds[index] !== 'folder').map(listedFile);
  const all = [...files, ...(await listFolders(ground, folders))];
  const byPath = new Map(all.map((file) => [file.path, file]));
  return [...byPath.values()].toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function listedFile({ name, place, isInside }: TypedPath): ListedFile {
  return { path: name, place, isInside };
}

async function listFolders(ground: Ground, folders: readonly TypedPath[]): Promise<ListedFile[]> {
  const inside = folders.filter(({ isInside }) => isInside);
  const known = inside.length === 0 ? [] : await listByGit(ground, inside);
  const isKnown = ({ name, isInside }: TypedPath): boolean => {
    if (!isInside || !isOfGit(ground)) return false;
    return name === '' || known.some(({ path }) => isAtOrBelow(path, name));
  };
  const unknown = folders.filter((folder) => !isKnown(folder));
  return [...known, ...(await listByDisk(ground, unknown))];
}

/** Without a work tree git lists nothing. */
function isOfGit({ repository }: Ground): boolean {
  return repository !== null && repository.location.toplevel !== null;
}

async function listByGit({ repository }: Ground, folders: readonly TypedPath[]): Promise<ListedFile[]> {
  if (repository === null || repository.location.toplevel === null) return [];
  const names = folders.map(({ name }) => name);
  const listed = await repository.listed(names.some((name) => name === '') ? [] : names);
  const { toplevel } = repository.location;
  const placeOf = (path: RepoPath): FilePath =>
    path.startsWith('"') ? repository.fileOf(path) : `${toplevel}/${path}`;
  return listed.map((path) => ({ path, place: placeOf(path), isInside: true }));
}

async function listByDisk(ground: Ground, folders: readonly TypedPath[]): Promise<ListedFile[]> {
  const lists: ListedFile[] = [];
  for (const { name, place, isInside } of folders) {
    // A folder that git says nothing of is ignored as a whole, but was asked for by name.
    const withIgnored = isInside && isOfGit(ground);
    for (const file of await listFiles(['.'], place, { withLinks: true, withIgnored })) {
      const path = pathOf(name === '' ? file : `${name}/${file}`);
      lists.push({ path, place: `${place}/${file}`, isInside: isInside && isOfGit(ground) });
    }
  }
  return lists;
}

function isAtOrBelow(path: RepoPath, folder: RepoPath): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
