import type { Repository } from '../../git/repository.ts';
import { decodeText } from '../../markers/decode.ts';
import type { SourceText } from '../../markers/scopes/source-text.ts';
import { buildSource } from '../../markers/scopes/source-text.ts';
import type { RepoPath } from '../../model/git.ts';
import type { StoredHack, StoredRemoval } from '../../model/store.ts';

/** A hack that is gone. */
export type GoneHack = StoredHack & { readonly removal: StoredRemoval };

/** The file of a removed marker before and after the commit that removed it; `after` is null if the file went, too. */
export interface TextsOfRemoval {
  readonly hack: GoneHack;
  readonly before: SourceText;
  readonly after: SourceText | null;
}

/** Reads both texts of each removal; a file that only changed its name in that commit is followed, if the commit may rename files. */
export async function readRemovalTexts(
  repository: Repository,
  hacks: readonly GoneHack[],
  mayRename: (hack: GoneHack) => boolean = () => true,
): Promise<TextsOfRemoval[]> {
  const befores = await repository.texts(hacks.map(({ removal }) => removal.place.blob));
  const afters = await repository.texts(
    hacks.map(({ removal }) => ({ commit: removal.commit.oid, path: removal.place.path })),
  );
  const renamed = await readRenamed(
    repository,
    hacks.filter((hack, index) => afters[index] === null && mayRename(hack)),
  );
  return hacks.flatMap((hack, index) => {
    const { path } = hack.removal.place;
    const before = befores[index];
    if (!before) return [];
    const same = afters[index];
    const after = same ? sourceOf(same, path) : (renamed.get(hack) ?? null);
    return [{ hack, before: sourceOf(before, path), after }];
  });
}

async function readRenamed(repository: Repository, hacks: readonly GoneHack[]): Promise<Map<GoneHack, SourceText>> {
  const found = new Map<GoneHack, SourceText>();
  if (hacks.length === 0) return found;
  const renames = await repository.renames([...new Set(hacks.map(({ removal }) => removal.commit.oid))]);
  const moved = hacks.flatMap((hack) => {
    const { commit, place } = hack.removal;
    const rename = renames.get(commit.oid)?.find(({ from }) => from === place.path);
    return rename ? [{ hack, at: { commit: commit.oid, path: rename.to } }] : [];
  });
  const texts = await repository.texts(moved.map(({ at }) => at));
  for (const [index, { hack, at }] of moved.entries()) {
    const bytes = texts[index];
    if (bytes) found.set(hack, sourceOf(bytes, at.path));
  }
  return found;
}

/** What was read already: hacks of one file mostly change and go together. */
const SOURCES = new WeakMap<Uint8Array, SourceText>();

/** A file's bytes, decoded and lexed. */
export function sourceOf(bytes: Uint8Array, path: RepoPath): SourceText {
  const known = SOURCES.get(bytes);
  if (known?.path === path) return known;
  const source = buildSource(path, decodeText(bytes));
  SOURCES.set(bytes, source);
  return source;
}
