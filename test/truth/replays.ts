import { pickBranch } from './graph-moves.ts';
import type { GraphMove } from './graph-moves.ts';
import { mergeTrees } from './merge-trees.ts';
import type { Tree } from './model.ts';
import { at } from './random.ts';
import type { ModelCommit, NewCommit, Workshop } from './workshop.ts';
import { buildCommit, introductionsOf, isMerged, record, tipOf } from './workshop.ts';

/** Takes back what an earlier commit of the branch did. */
export const revertCommit: GraphMove = (workshop) => {
  const branch = pickBranch(workshop);
  const tip = tipOf(workshop, branch);
  const reverted = pickReplayable(workshop, (commit) => isMerged(commit, tip) && tip.index - commit.index < 10);
  if (reverted === undefined) return false;
  const tree = mergeTrees({ base: reverted.tree, ours: tip.tree, theirs: before(workshop, reverted), prefer: 'ours' });
  return recordChange(workshop, tip, { branch, parents: [tip.index], tree, operations: [`revert: ${reverted.name}`] });
};

/**
 * Repeats a commit of another branch, with its author and author time. Only where it introduces exactly the same hacks at the
 * same places: elsewhere an id made of author, time, path and text tells another hack, and the truth would be a matter of taste.
 */
export const cherryPick: GraphMove = (workshop) => {
  const branch = pickBranch(workshop);
  const tip = tipOf(workshop, branch);
  const picked = pickReplayable(workshop, (commit) => !isMerged(commit, tip) && tip.index - commit.index < 15);
  if (picked === undefined) return false;
  const tree = mergeTrees({ base: before(workshop, picked), ours: tip.tree, theirs: picked.tree, prefer: 'ours' });
  const operations = [`cherry-pick: ${picked.name}`];
  const made: NewCommit = { branch, parents: [tip.index], tree, operations, authoredAs: picked };
  const wanted = introductionsOf(workshop, picked).join('\n');
  if (introductionsOf(workshop, buildCommit(workshop, made)).join('\n') !== wanted) return false;
  return recordChange(workshop, tip, made);
};

function pickReplayable(workshop: Workshop, accept: (commit: ModelCommit) => boolean): ModelCommit | undefined {
  const { commits, libraries, random } = workshop;
  const found = commits.filter((commit) => commit.parents.length === 1 && !libraries.has(commit.branch));
  const accepted = found.filter(accept);
  return accepted.length > 0 ? random.pick(accepted) : undefined;
}

function before({ commits }: Workshop, commit: ModelCommit): Tree {
  return at(commits, at(commit.parents, 0)).tree;
}

function recordChange(workshop: Workshop, tip: ModelCommit, made: NewCommit): boolean {
  const { texts } = buildCommit(workshop, made);
  const isSame = texts.size === tip.texts.size && [...texts].every(([path, text]) => tip.texts.get(path) === text);
  if (isSame) return false;
  record(workshop, made);
  return true;
}
