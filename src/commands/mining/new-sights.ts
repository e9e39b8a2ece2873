import type { RepoPath } from '../../model/git.ts';
import type { Sight } from '../../model/marker.ts';

/** What a file showed in a commit, and what it shows now. */
export interface ChangedFile {
  readonly path: RepoPath;
  readonly before: readonly Sight[];
  readonly after: readonly Sight[];
}

/** A marker and its file. */
export interface SightAt {
  readonly path: RepoPath;
  readonly sight: Sight;
}

/** Ways to be the same marker, the surest first; in the same file before any file. Lines and columns tell nothing. */
const LIKENESSES: readonly ((at: SightAt) => string)[] = [
  ({ path, sight }) => JSON.stringify([path, saidBy(sight), sight.wording.around]),
  ({ path, sight }) => JSON.stringify([path, saidBy(sight)]),
  ({ sight }) => JSON.stringify([saidBy(sight), sight.wording.around]),
  ({ sight }) => JSON.stringify(saidBy(sight)),
];

/** The markers of now that were not there before, in this file or another. Every one of before stands for one of now at most. */
export function findNewSights(files: readonly ChangedFile[]): SightAt[] {
  let gone = files.flatMap(({ path, before }) => before.map((sight) => ({ path, sight })));
  let fresh = files.flatMap(({ path, after }) => after.map((sight) => ({ path, sight })));
  for (const likeness of LIKENESSES) {
    const left = groupBy(gone, likeness);
    fresh = fresh.filter((at) => left.get(likeness(at))?.pop() === undefined);
    gone = [...left.values()].flat();
  }
  return fresh;
}

function groupBy(all: readonly SightAt[], keyOf: (at: SightAt) => string): Map<string, SightAt[]> {
  const groups = new Map<string, SightAt[]>();
  for (const at of all) {
    const key = keyOf(at);
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  }
  return groups;
}

function saidBy({ wording: { kind, tag, text } }: Sight): readonly string[] {
  return [kind, tag, text];
}
