import { addFile, buildFile } from './file-edits.ts';
import { pickEdits } from './edits.ts';
import { mergeTrees } from './merge-trees.ts';
import type { Draft, Tree } from './model.ts';
import { at } from './random.ts';
import { buildPath } from './vocabulary.ts';
import type { ModelCommit, Workshop } from './workshop.ts';
import { findMergeBase, isMerged, mergeCommits, record, tipOf } from './workshop.ts';

/** Lets the history go on in one way; false if it is not possible now. */
export type GraphMove = (workshop: Workshop) => boolean;

const EMPTY_TREE: Tree = new Map();

/** One to three edits on some branch, mostly on main. */
export const commitEdits: GraphMove = (workshop) => {
  const branch = workshop.random.chance(0.4) ? 'main' : pickBranch(workshop);
  return commitOn(workshop, branch, tipOf(workshop, branch));
};

export const commitNothing: GraphMove = (workshop) => {
  const branch = pickBranch(workshop);
  const tip = tipOf(workshop, branch);
  record(workshop, { branch, parents: [tip.index], tree: tip.tree, operations: ['empty commit'] });
  return true;
};

/** A new branch from a tip or from an older commit of it, with its first commit. */
export const startBranch: GraphMove = (workshop) => {
  if (workshop.branches.size > 4) return false;
  const tip = tipOf(workshop, pickBranch(workshop));
  const older = [...tip.ancestors].filter((index) => tip.index - index < 8 && !isLibraryCommit(workshop, index));
  return commitOn(workshop, `b${workshop.fresh()}`, at(workshop.commits, workshop.random.pick(older)));
};

/** A branch that shares nothing with the others; a later merge brings it in. */
export const startRoot: GraphMove = (workshop) => {
  if (workshop.branches.size > 4) return false;
  const branch = `root${workshop.fresh()}`;
  record(workshop, { branch, parents: [], tree: newTree(workshop, 2), operations: ['another root'] });
  return true;
};

export const mergeBranch: GraphMove = (workshop) => {
  const target = workshop.random.chance(0.7) ? 'main' : pickBranch(workshop);
  const source = pickUnmerged(workshop, tipOf(workshop, target));
  if (source === undefined) return false;
  mergeInto(workshop, { branch: target, source, how: 'merge' });
  return true;
};

/** Merges a commit that its branch has left behind. */
export const mergeOlderCommit: GraphMove = (workshop) => {
  const main = tipOf(workshop, 'main');
  const source = pickUnmerged(workshop, main);
  const older = [...(source?.ancestors ?? [])].filter((index) => index !== source?.index && !main.ancestors.has(index));
  if (older.length === 0) return false;
  const picked = workshop.random.pick(older);
  if (isLibraryCommit(workshop, picked)) return false;
  mergeInto(workshop, { branch: 'main', source: at(workshop.commits, picked), how: 'merge of an older commit' });
  return true;
};

/** Merges main into a branch and lets main follow it: the first parent is now the branch's. */
export const mergeWrongWay: GraphMove = (workshop) => {
  const branch = pickBranch(workshop);
  const main = tipOf(workshop, 'main');
  if (isMerged(main, tipOf(workshop, branch)) || isMerged(tipOf(workshop, branch), main)) return false;
  mergeInto(workshop, { branch, source: main, how: 'merge the wrong way round' });
  workshop.branches.set('main', tipOf(workshop, branch).index);
  return true;
};

/** Main and a branch merge each other as they were. */
export const mergeCrissCross: GraphMove = (workshop) => {
  const main = tipOf(workshop, 'main');
  const source = pickUnmerged(workshop, main);
  const branch = [...workshop.branches].find(([, tip]) => tip === source?.index)?.[0];
  if (source === undefined || branch === undefined || isMerged(main, source)) return false;
  mergeInto(workshop, { branch: 'main', source, how: 'criss-cross merge' });
  mergeInto(workshop, { branch, source: main, how: 'criss-cross merge' });
  return true;
};

export const mergeOctopus: GraphMove = (workshop) => {
  const main = tipOf(workshop, 'main');
  const [first, second] = [pickUnmerged(workshop, main), pickUnmerged(workshop, main)];
  if (first === undefined || second === undefined) return false;
  if (isMerged(first, second) || isMerged(second, first)) return false;
  const tree = mergeCommits(workshop, { ...main, tree: mergeCommits(workshop, main, first) }, second);
  const parents = [main.index, first.index, second.index];
  record(workshop, { branch: 'main', parents, tree, operations: ['octopus merge'] });
  return true;
};

/** Begins a library, goes on with it, or merges what is new in it under its folder. */
export const mergeSubtree: GraphMove = (workshop) => {
  const [library] = workshop.libraries.keys();
  if (library === undefined) {
    const branch = `lib${workshop.fresh()}`;
    workshop.libraries.set(branch, workshop.commits.length);
    record(workshop, { branch, parents: [], tree: newTree(workshop, 1), operations: ['root of a library'] });
    return true;
  }
  const [main, tip] = [tipOf(workshop, 'main'), tipOf(workshop, library)];
  if (isMerged(tip, main)) return commitOn(workshop, library, tip);
  const base = findMergeBase(workshop, main, tip)?.tree ?? EMPTY_TREE;
  const under = (tree: Tree): Tree => putUnder(tree, `${library}/`);
  const tree = mergeTrees({ base: under(base), ours: main.tree, theirs: under(tip.tree), prefer: 'ours' });
  record(workshop, { branch: 'main', parents: [main.index, tip.index], tree, operations: ['subtree merge'] });
  return true;
};

function putUnder(tree: Tree, folder: string): Tree {
  return new Map([...tree].map(([id, file]) => [id, { ...file, path: folder + file.path }]));
}

function newTree(workshop: Workshop, files: number): Draft {
  const tree: Draft = new Map();
  for (let count = 0; count < files; count += 1) addFile(tree, workshop);
  const readme = buildFile(workshop, buildPath(workshop, { extension: '.ts' }));
  return tree.set(readme.id, readme);
}

function commitOn(workshop: Workshop, branch: string, parent: ModelCommit): boolean {
  const tree: Draft = new Map(parent.tree);
  const operations = pickEdits(tree, workshop);
  if (operations.length === 0) return false;
  record(workshop, { branch, parents: [parent.index], tree, operations });
  return true;
}

interface MergePlan {
  readonly branch: string;
  readonly source: ModelCommit;
  readonly how: string;
}

function mergeInto(workshop: Workshop, { branch, source, how }: MergePlan): void {
  const target = tipOf(workshop, branch);
  const tree = mergeCommits(workshop, target, source);
  const operations = [`${how}: ${source.name} of ${source.branch} into ${branch}`];
  record(workshop, { branch, parents: [target.index, source.index], tree, operations });
}

/** A branch whose tip `into` does not have yet. */
export function pickUnmerged(workshop: Workshop, into: ModelCommit): ModelCommit | undefined {
  const tips = [...workshop.branches.values()].map((tip) => at(workshop.commits, tip));
  const unmerged = tips.filter((tip) => !isMerged(tip, into));
  return unmerged.length > 0 ? workshop.random.pick(unmerged) : undefined;
}

export function pickBranch(workshop: Workshop): string {
  return workshop.random.pick([...workshop.branches.keys()]);
}

function isLibraryCommit({ commits, libraries }: Workshop, index: number): boolean {
  return libraries.has(at(commits, index).branch);
}
