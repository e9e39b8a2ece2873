import type { Random } from './random.ts';

/** One line of a file. `id` stays through every edit and move; `hack` is the hidden token of the hack whose marker it is. */
export interface Line {
  readonly id: number;
  readonly kind: 'marker' | 'code' | 'header' | 'footer' | 'blank';
  readonly text: string;
  readonly hack: number | null;
}

/** A file with an identity of its own, wherever it is called what. */
export interface FileModel {
  readonly id: number;
  readonly path: string;
  readonly lines: readonly Line[];
}

/** The files of a commit by their identity. */
export type Tree = ReadonlyMap<number, FileModel>;

/** A tree being edited. */
export type Draft = Map<number, FileModel>;

/** What every edit needs: chance, and numbers never used before (for lines, files and hacks alike). */
export interface Bench {
  readonly random: Random;
  fresh(): number;
}

export function renderFile(file: FileModel): string {
  return file.lines.map((line) => `${line.text}\n`).join('');
}

/** Texts by path. */
export function renderTree(tree: Tree): Map<string, string> {
  return new Map([...tree.values()].map((file) => [file.path, renderFile(file)]));
}

/** Where a hack's marker stands in one tree. `line` counts from 1. */
export interface Sight {
  readonly hack: number;
  readonly file: FileModel;
  readonly line: number;
  readonly text: string;
}

/** Every hack of a tree, by its token. */
export function sightsOf(tree: Tree): Map<number, Sight> {
  const sights = new Map<number, Sight>();
  for (const file of tree.values()) {
    for (const [index, { hack, text }] of file.lines.entries()) {
      if (hack !== null) sights.set(hack, { hack, file, line: index + 1, text: text.trim() });
    }
  }
  return sights;
}
