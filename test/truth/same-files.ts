import type { FileModel } from './model.ts';
import type { Doubt } from './slots.ts';
import type { ModelCommit } from './workshop.ts';

/** Hacks of files with one path and one text that histories made without knowing of each other: the texts tell no difference. */
export function findSameFiles(commits: readonly ModelCommit[]): (Doubt & { readonly commit: string })[] {
  const first = new Map<string, readonly number[]>();
  return commits.flatMap((commit) =>
    [...commit.tree.values()].flatMap((file) => {
      const key = `${file.path}\0${commit.texts.get(file.path) ?? ''}`;
      const hacks = hacksOf(file);
      const known = first.get(key) ?? hacks;
      first.set(key, known);
      const twins = hacks.map((hack, index) => [hack, known[index] ?? hack] as const);
      return twins.flatMap((pair) => (pair[0] === pair[1] ? [] : doubtsAbout(pair, commit.name)));
    }),
  );
}

function hacksOf({ lines }: FileModel): number[] {
  return lines.flatMap(({ hack }) => hack ?? []);
}

function doubtsAbout([one, other]: readonly [number, number], commit: string) {
  return [
    { commit, hack: one, why: `the same file was made twice (${other})` },
    { commit, hack: other, why: `the same file was made twice (${one})` },
  ];
}
