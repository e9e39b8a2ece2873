import type { StoryCommit } from '../rig/story.ts';
import { type Random, randomOf } from '../truth/random.ts';
import * as betweenFiles from './between-files.ts';
import * as inFile from './in-file.ts';
import { buildScene, type Changes, readMarkers, type Disguise, type Tree } from './scene.ts';

const DISGUISES: readonly (readonly [kind: string, disguise: Disguise])[] = [
  ...Object.entries(inFile),
  ...Object.entries(betweenFiles),
].toSorted(([one], [other]) => (one < other ? -1 : 1));

/** How the admissions of a tree are disguised: in so many commits, by which chance. */
export interface Plan {
  readonly cases: number;
  readonly seed: number;
}

/**
 * A first commit with the tree, and one per case in which admissions are moved or reworded and none is taken away or made: all that were
 * open stay open. Each commit's message is the kind of its disguise.
 */
export function disguiseStory(start: Tree, { cases, seed }: Plan): StoryCommit[] {
  const random = randomOf(seed);
  const tree = new Map(start);
  const story: StoryCommit[] = [{ name: 'start', files: Object.fromEntries(tree) }];
  for (let tries = 0; story.length <= cases && tries < cases * 50; tries += 1) {
    const [kind, disguise] = random.pick(DISGUISES);
    const changes = tryDisguise(tree, disguise, random);
    if (!changes) continue;
    for (const [path, text] of changes) {
      if (text === null) tree.delete(path);
      else tree.set(path, text);
    }
    story.push({ name: `c${story.length}`, message: kind, files: Object.fromEntries(changes) });
  }
  return story;
}

/** The changes, if the files hold as many markers after them as before, and no more than one says something else. */
function tryDisguise(tree: Tree, disguise: Disguise, random: Random): Changes | undefined {
  const scene = buildScene(tree, random.pick([...tree.keys()]), random);
  const changes = scene && disguise(scene);
  if (!changes) return undefined;
  const before = sayingsOf([...changes.keys()].map((path) => [path, tree.get(path) ?? '']));
  const after = sayingsOf([...changes].map(([path, text]) => [path, text ?? '']));
  if (before.length !== after.length) return undefined;
  const left = [...after];
  for (const saying of before) if (left.includes(saying)) left.splice(left.indexOf(saying), 1);
  return left.length <= 1 ? changes : undefined;
}

function sayingsOf(files: readonly (readonly [path: string, text: string])[]): string[] {
  return files.flatMap(([path, text]) => readMarkers(text, path));
}
