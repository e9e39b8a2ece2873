import type { FileModel, Line } from './model.ts';
import { renderTree, sightsOf } from './model.ts';
import { at } from './random.ts';
import type { ModelCommit } from './workshop.ts';

/** A commit by hand. A line `7 // TODO x` is the marker of hack 7 and reads `// TODO x`; all other lines are code. */
export interface Planted {
  readonly name: string;
  /** Default: the commit before it. */
  readonly parents?: readonly string[];
  /** The whole tree: lines by path. */
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/** Builds commits with known truth from data. */
export function plantHistory(story: readonly Planted[]): ModelCommit[] {
  const commits: ModelCommit[] = [];
  for (const [index, { name, parents: names, files }] of story.entries()) {
    const wanted = names ?? story.slice(index - 1, index).map((commit) => commit.name);
    const parents = index === 0 ? [] : wanted.map((parent) => commits.findIndex((commit) => commit.name === parent));
    const ancestors = parents.flatMap((parent) => [...at(commits, parent).ancestors]);
    const known = parents.flatMap((parent) => [...at(commits, parent).known]);
    const tree = new Map(Object.entries(files).map(([path, lines], id) => [id, plantFile(id, { path, lines })]));
    commits.push({
      index,
      name,
      branch: 'main',
      parents,
      tree,
      texts: renderTree(tree),
      operations: [],
      author: 'anna',
      committer: 'anna',
      authored: index,
      committed: index,
      ancestors: new Set([index, ...ancestors]),
      known: new Set([...sightsOf(tree).keys(), ...known]),
    });
  }
  return commits;
}

function plantFile(id: number, { path, lines }: { path: string; lines: readonly string[] }): FileModel {
  return { id, path, lines: lines.map(plantLine) };
}

function plantLine(written: string, id: number): Line {
  const [, hack, text] = /^(\d+) (.*)$/.exec(written) ?? [];
  if (hack === undefined || text === undefined) return { id, kind: 'code', text: written, hack: null };
  return { id, kind: 'marker', text, hack: Number(hack) };
}
