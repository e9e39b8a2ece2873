import type { CanonicalOrder } from './canonical-order.ts';
import { canonicalOrder } from './canonical-order.ts';
import type { Ambiguity } from './find-ambiguities.ts';
import { findAmbiguities } from './find-ambiguities.ts';
import type { History } from './generate-history.ts';
import type { Life } from './life.ts';
import { buildLife } from './life.ts';
import { at } from './random.ts';
import { markersOf } from './slots.ts';
import type { ModelCommit } from './workshop.ts';

/** Where a hack stands in the tree of a commit. */
export interface TruthSight {
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  readonly truthId: number;
  readonly text: string;
}

/** The true life of one hack; all commits by their names in the story. */
export interface TruthHack extends Life {
  readonly truthId: number;
  /** What the marker said when it was introduced. */
  readonly text: string;
  /** Cases in which no tool could know from content; empty for nearly all hacks. */
  readonly ambiguities: readonly Ambiguity[];
}

/** A commit of the line as the truth tells it. */
export interface TruthCommit {
  readonly name: string;
  readonly oid: string;
  readonly parents: readonly string[];
  readonly operations: readonly string[];
}

/** The truth about the line of `main`: its tip's ancestors and every hack that one of them has. */
export interface Truth {
  readonly seed: number;
  /** In canonical order. */
  readonly commits: readonly TruthCommit[];
  /** Names, oldest first. */
  readonly mainline: readonly string[];
  readonly hacks: readonly TruthHack[];
  /** Ordered by path and line. */
  hacksAt(commitName: string): TruthSight[];
}

/** Tells the truth of a generated history. `oidOf` = the oids of its repository, which settle ties of the canonical order. */
export function tellTruth(history: History, oidOf: (name: string) => string): Truth {
  const { commits, seed } = history;
  const order = canonicalOrder(commits, (commit) => oidOf(commit.name));
  const onLine = order.order.map((index) => at(commits, index));
  const doubts = findAmbiguities(commits, onLine);
  return {
    seed,
    commits: onLine.map((commit) => tellCommit(commit, { commits, oidOf })),
    mainline: order.mainline.map((index) => at(commits, index).name),
    hacks: findHacks(onLine).map((hack) => tellHack(hack, { history, order, doubts })),
    hacksAt: (name) => sightsAt(onLine.find((commit) => commit.name === name)),
  };
}

interface Naming {
  readonly commits: readonly ModelCommit[];
  oidOf(name: string): string;
}

function tellCommit({ name, parents, operations }: ModelCommit, { commits, oidOf }: Naming): TruthCommit {
  return { name, oid: oidOf(name), parents: parents.map((parent) => at(commits, parent).name), operations };
}

function findHacks(onLine: readonly ModelCommit[]): number[] {
  return [...new Set(onLine.flatMap((commit) => [...markersOf(commit).keys()]))];
}

interface Sources {
  readonly history: History;
  readonly order: CanonicalOrder;
  readonly doubts: readonly Ambiguity[];
}

function tellHack(hack: number, { history, order, doubts }: Sources): TruthHack {
  const life = buildLife(hack, history.commits, order);
  const first = history.commits.find((commit) => commit.name === life.introducedIn);
  return {
    truthId: hack,
    text: first === undefined ? '' : (markersOf(first).get(hack)?.text ?? ''),
    ...life,
    ambiguities: doubts.filter((doubt) => doubt.hack === hack),
  };
}

function sightsAt(commit: ModelCommit | undefined): TruthSight[] {
  if (commit === undefined) throw new Error('The line has no such commit.');
  return [...markersOf(commit).values()]
    .map(({ path, line, hack, text }) => ({ path, line, truthId: hack, text }))
    .toSorted((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}
