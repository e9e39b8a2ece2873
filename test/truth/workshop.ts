import { mergeTrees } from './merge-trees.ts';
import type { Bench, Draft, Tree } from './model.ts';
import { renderTree, sightsOf } from './model.ts';
import { at, randomOf } from './random.ts';

/** A commit as the generator knows it. Commits are numbered in the order in which they were made, parents first. */
export interface ModelCommit {
  readonly index: number;
  readonly name: string;
  readonly branch: string;
  readonly parents: readonly number[];
  readonly tree: Tree;
  readonly texts: ReadonlyMap<string, string>;
  /** What was done, in words. */
  readonly operations: readonly string[];
  readonly author: string;
  readonly committer: string;
  /** Seconds since 1970. An author never writes two commits in one second, except for cherry-picks of one commit. */
  readonly authored: number;
  readonly committed: number;
  /** This commit and every one it descends from. */
  readonly ancestors: ReadonlySet<number>;
  /** Every hack that this commit or one of its ancestors has. */
  readonly known: ReadonlySet<number>;
}

/** A history being made. */
export interface Workshop extends Bench {
  readonly commits: ModelCommit[];
  /** Tips by branch. */
  readonly branches: Map<string, number>;
  /** Tips of the histories that are merged under a folder, by branch, which is also the folder's name. */
  readonly libraries: Map<string, number>;
}

/** What a new commit is made of; the rest follows from the workshop. */
export interface NewCommit {
  readonly branch: string;
  readonly parents: readonly number[];
  readonly tree: Tree;
  readonly operations: readonly string[];
  /** The commit whose author and author time it keeps. */
  readonly authoredAs?: ModelCommit;
}

const AUTHORS = ['anna', 'bo', 'chen', 'dora'];
const START = Date.UTC(2026, 0, 5, 9) / 1000;
const HOUR = 3600;
const DAY = 24 * HOUR;

export function openWorkshop(seed: number): Workshop {
  let last = 0;
  const fresh = (): number => (last += 1);
  return { random: randomOf(seed), fresh, commits: [], branches: new Map(), libraries: new Map() };
}

/** Adds a commit without moving any branch. */
export function buildCommit(workshop: Workshop, made: NewCommit): ModelCommit {
  const { commits, random } = workshop;
  const index = commits.length;
  const authored = made.authoredAs?.authored ?? START + index * HOUR;
  const committer = random.pick(AUTHORS);
  const parents = made.parents.map((parent) => at(commits, parent));
  return {
    ...made,
    index,
    name: `c${index}`,
    texts: renderTree(made.tree),
    author: made.authoredAs?.author ?? committer,
    committer,
    authored,
    committed: pickCommitTime(workshop),
    ancestors: new Set([index, ...parents.flatMap((parent) => [...parent.ancestors])]),
    known: new Set([...sightsOf(made.tree).keys(), ...parents.flatMap((parent) => [...parent.known])]),
  };
}

/** Mostly an hour after the last one; sometimes in the same second, sometimes from a clock that is days off. */
function pickCommitTime({ commits, random }: Workshop): number {
  const usual = START + commits.length * HOUR;
  if (random.chance(0.1)) return commits.at(-1)?.committed ?? usual;
  return random.chance(0.05) ? usual + (random.below(7) - 4) * DAY : usual;
}

/** Adds a commit and moves its branch (or library) to it. */
export function record(workshop: Workshop, made: NewCommit): ModelCommit {
  const commit = buildCommit(workshop, made);
  workshop.commits.push(commit);
  const tips = workshop.libraries.has(made.branch) ? workshop.libraries : workshop.branches;
  tips.set(made.branch, commit.index);
  return commit;
}

export function tipOf(workshop: Workshop, branch: string): ModelCommit {
  return at(workshop.commits, workshop.branches.get(branch) ?? workshop.libraries.get(branch) ?? -1);
}

/** The merge of two commits, by identity, with conflicts resolved to one side. */
export function mergeCommits(workshop: Workshop, ours: ModelCommit, theirs: ModelCommit): Draft {
  const base = findMergeBase(workshop, ours, theirs)?.tree ?? new Map();
  const prefer = workshop.random.chance(0.5) ? 'ours' : 'theirs';
  return mergeTrees({ base, ours: ours.tree, theirs: theirs.tree, prefer });
}

/** Of several merge bases the one with the longest history. */
export function findMergeBase(workshop: Workshop, ours: ModelCommit, theirs: ModelCommit): ModelCommit | undefined {
  const shared = [...ours.ancestors].filter((index) => theirs.ancestors.has(index));
  const commits = shared.map((index) => at(workshop.commits, index));
  return commits.toSorted((a, b) => b.ancestors.size - a.ancestors.size || b.index - a.index)[0];
}

export function isMerged(commit: ModelCommit, into: ModelCommit): boolean {
  return into.ancestors.has(commit.index);
}

/** The hacks that a commit is the first to have in its own history, with where they stand and what they say. */
export function introductionsOf(workshop: Workshop, commit: ModelCommit): string[] {
  const parents = commit.parents.map((parent) => at(workshop.commits, parent));
  return [...sightsOf(commit.tree).values()]
    .filter(({ hack }) => !parents.some((parent) => parent.known.has(hack)))
    .map(({ hack, file, text }) => `${hack} ${file.path} ${text}`)
    .toSorted();
}
