import type { Story, StoryCommit } from '../rig/story.ts';
import type { GraphMove } from './graph-moves.ts';
import {
  commitEdits,
  commitNothing,
  mergeBranch,
  mergeCrissCross,
  mergeOctopus,
  mergeOlderCommit,
  mergeSubtree,
  mergeWrongWay,
  startBranch,
  startRoot,
} from './graph-moves.ts';
import { addFile } from './file-edits.ts';
import type { Draft } from './model.ts';
import { at } from './random.ts';
import { cherryPick, revertCommit } from './replays.ts';
import type { ModelCommit, Workshop } from './workshop.ts';
import { openWorkshop, record, tipOf } from './workshop.ts';

/** A random history: what git is told, and what only the generator knows. */
export interface History {
  readonly seed: number;
  readonly story: Story;
  /** Parents first; the last one is the tip of main. */
  readonly commits: readonly ModelCommit[];
}

interface MoveRow {
  readonly name: string;
  readonly weight: number;
  readonly move: GraphMove;
}

/** Every way in which a history goes on, and how often it does. */
export const MOVES: readonly MoveRow[] = [
  { name: 'edits', weight: 40, move: commitEdits },
  { name: 'empty commit', weight: 1, move: commitNothing },
  { name: 'branch', weight: 10, move: startBranch },
  { name: 'another root', weight: 1, move: startRoot },
  { name: 'merge', weight: 6, move: mergeBranch },
  { name: 'merge of an older commit', weight: 2, move: mergeOlderCommit },
  { name: 'merge the wrong way round', weight: 2, move: mergeWrongWay },
  { name: 'criss-cross merge', weight: 2, move: mergeCrissCross },
  { name: 'octopus merge', weight: 6, move: mergeOctopus },
  { name: 'subtree', weight: 3, move: mergeSubtree },
  { name: 'revert', weight: 4, move: revertCommit },
  { name: 'cherry-pick', weight: 5, move: cherryPick },
];

/** Makes a history of about `size` commits; the same seed and size make the same history. */
export function generateHistory(seed: number, size = 30): History {
  const workshop = openWorkshop(seed);
  const tree: Draft = new Map();
  for (let count = 0; count < 4; count += 1) addFile(tree, workshop);
  record(workshop, { branch: 'main', parents: [], tree, operations: ['root'] });
  while (workshop.commits.length < size) workshop.random.pickRow(MOVES).move(workshop);
  finish(workshop);
  const { commits } = workshop;
  return { seed, commits, story: commits.map((commit) => tellCommit(commit, commits)) };
}

/** Brings most of what is unmerged to main, and ends with a commit there. */
function finish(workshop: Workshop): void {
  for (let count = 0; count < 3; count += 1) mergeBranch(workshop);
  const tip = tipOf(workshop, 'main');
  record(workshop, { branch: 'main', parents: [tip.index], tree: tip.tree, operations: ['the end'] });
}

function tellCommit(commit: ModelCommit, commits: readonly ModelCommit[]): StoryCommit {
  const parents = commit.parents.map((parent) => at(commits, parent));
  const before = parents[0]?.texts ?? new Map<string, string>();
  const gone = [...before.keys()].filter((path) => !commit.texts.has(path)).map((path) => [path, null] as const);
  const written = [...commit.texts].filter(([path, text]) => before.get(path) !== text);
  return {
    name: commit.name,
    on: commit.branch,
    parents: parents.map((parent) => parent.name),
    author: commit.author,
    committer: commit.committer,
    at: commit.committed,
    authored: commit.authored,
    message: commit.operations.join(', '),
    files: Object.fromEntries([...gone, ...written]),
  };
}
