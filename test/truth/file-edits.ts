import type { Edit } from './line-edits.ts';
import { deleteCode, insertCode } from './line-edits.ts';
import type { Bench, Draft, FileModel } from './model.ts';
import { buildFunction, buildPath } from './vocabulary.ts';

const FEWEST_FILES = 3;

export const addFile: Edit = (draft, bench) => {
  const path = buildPath(bench, { extension: bench.random.pick(['.ts', '.ts', '.py']) });
  return put(draft, buildFile(bench, path));
};

export const deleteFile: Edit = (draft, bench) => {
  return draft.size > FEWEST_FILES && draft.delete(pickFile(draft, bench).id);
};

/** A new name, now and then another folder, as it was. */
export const renameFile: Edit = (draft, bench) => {
  if (draft.size === 0) return false;
  const file = pickFile(draft, bench);
  return put(draft, { ...file, path: buildPath(bench, { extension: file.path.slice(-3) }) });
};

/** A new name, and code changed in the same commit. */
export const renameAndEditFile: Edit = (draft, bench) => {
  if (draft.size === 0) return false;
  const file = pickFile(draft, bench);
  const renamed: Draft = new Map([[file.id, { ...file, path: buildPath(bench, { extension: file.path.slice(-3) }) }]]);
  const isEdited = bench.random.pick([insertCode, deleteCode])(renamed, bench);
  return isEdited && [...renamed.values()].every((edited) => put(draft, edited));
};

/** Two files of one language exchange their names. */
export const swapPaths: Edit = (draft, bench) => {
  if (draft.size === 0) return false;
  const file = pickFile(draft, bench);
  const others = [...draft.values()].filter(({ id, path }) => id !== file.id && path.endsWith(file.path.slice(-3)));
  if (others.length === 0) return false;
  const other = bench.random.pick(others);
  return put(draft, { ...file, path: other.path }) && put(draft, { ...other, path: file.path });
};

/** `mv a b`, and a new file in the place of the old one. */
export const replaceFile: Edit = (draft, bench) => {
  if (draft.size === 0) return false;
  const file = pickFile(draft, bench);
  const moved = { ...file, path: buildPath(bench, { extension: file.path.slice(-3) }) };
  return put(draft, moved) && put(draft, buildFile(bench, file.path));
};

/** A copy is a file of its own, and so are its hacks. */
export const copyFile: Edit = (draft, bench) => {
  if (draft.size === 0) return false;
  const file = pickFile(draft, bench);
  const lines = file.lines.map((line) => ({
    ...line,
    id: bench.fresh(),
    hack: line.hack === null ? null : bench.fresh(),
  }));
  return put(draft, { id: bench.fresh(), path: buildPath(bench, { extension: file.path.slice(-3) }), lines });
};

/** A file of two to four definitions. */
export function buildFile(bench: Bench, path: string): FileModel {
  const functions = Array.from({ length: 2 + bench.random.below(3) }, () => buildFunction(bench, path));
  return { id: bench.fresh(), path, lines: functions.flat() };
}

function pickFile(draft: Draft, bench: Bench): FileModel {
  return bench.random.pick([...draft.values()]);
}

function put(draft: Draft, file: FileModel): boolean {
  draft.set(file.id, file);
  return true;
}
