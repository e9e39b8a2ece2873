import { UsageError } from '../../errors.ts';
import type { Repository } from '../../git/repository.ts';
import { openRepository } from '../../git/repository.ts';
import type { Tree } from '../../git/tree.ts';
import { mineBlob } from '../../markers/mine-blob.ts';
import type { RepoPath, TreeEntry } from '../../model/git.ts';
import type { Request } from '../../model/request.ts';
import { readMarkerRules, type MarkerRules } from '../mining/marker-rules.ts';
import { Findings } from './findings.ts';
import type { Ground } from './ground.ts';
import { locateTyped } from './ground.ts';

/** Which revision, and which paths of it; none: the folder asked for. */
export interface RevisionToSearch {
  readonly rev: string;
  readonly paths: readonly string[];
}

/** Searches the tree of a revision, by the rules of the line's tip: the answer is the same as that of what follows hacks. */
export async function searchRevision(
  request: Request<unknown>,
  ground: Ground,
  { rev, paths }: RevisionToSearch,
): Promise<{ rules: MarkerRules; findings: Findings }> {
  const { dir, outside } = request;
  // Where there is none, opening it says so.
  const repository = ground.repository ?? (await openRepository(dir, outside));
  const commit = await repository.require(rev);
  const line = await repository.line(ground.config.branch ?? undefined);
  const tree = await repository.tree(commit);
  const tip = line.tip === null || line.tip === commit ? tree : await repository.tree(line.tip);
  const rules = await readMarkerRules(repository, tip.files, ground.config);
  const part = limitTree(tree, ground, { rev, paths });
  return { rules, findings: await searchTree({ request, repository, rules }, part) };
}

function limitTree(tree: Tree, ground: Ground, { rev, paths }: RevisionToSearch): Tree {
  const names = (paths.length === 0 ? ['.'] : paths).map((path) => locateTyped(ground, path));
  if (names.some(({ name }) => name === '')) return tree;
  const counts = new Map(names.map(({ name }) => [name, 0]));
  const isAsked = (path: RepoPath): boolean => {
    const fitting = names.filter(({ name }) => path === name || path.startsWith(`${name}/`));
    for (const { name } of fitting) counts.set(name, (counts.get(name) ?? 0) + 1);
    return fitting.length > 0;
  };
  const part: Tree = {
    files: tree.files.filter(({ path }) => isAsked(path)),
    symlinks: tree.symlinks.filter(isAsked),
    submodules: tree.submodules.filter(isAsked),
  };
  const missing = paths.length === 0 ? -1 : names.findIndex(({ name }) => counts.get(name) === 0);
  if (missing < 0) return part;
  throw new UsageError(`There is no file or folder ${JSON.stringify(paths[missing])} in ${JSON.stringify(rev)}.`);
}

interface TreeSearch {
  readonly request: Request<unknown>;
  readonly repository: Repository;
  readonly rules: MarkerRules;
}

async function searchTree({ request, repository, rules }: TreeSearch, tree: Tree): Promise<Findings> {
  const findings = new Findings();
  for (const path of tree.symlinks) findings.skip(path, 'symbolic link');
  for (const path of tree.submodules) findings.skip(path, 'submodule');
  const files: (TreeEntry & { readonly language: string })[] = [];
  for (const { path, blob } of tree.files) {
    const language = rules.languageOf(path);
    if (language === undefined) findings.skip(path, rules.skipOf(path) ?? 'excluded by configuration');
    else files.push({ path, blob, language });
  }
  let next = 0;
  await repository.blobs(
    files.map(({ blob }) => blob),
    ({ bytes }) => {
      const file = files[next++];
      if (file === undefined) return;
      request.console.progress('searching files', next, files.length);
      findings.add(
        file.path,
        bytes === null ? { markers: [], skipped: 'too large' } : mineBlob(bytes, file.language, rules.ruleset),
      );
    },
  );
  return findings;
}
