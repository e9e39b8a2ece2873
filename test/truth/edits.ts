import { addFile, copyFile, deleteFile, renameAndEditFile, renameFile, replaceFile, swapPaths } from './file-edits.ts';
import type { Edit } from './line-edits.ts';
import {
  deleteCode,
  deleteMarker,
  deleteMarkerWithCode,
  insertCode,
  insertMarker,
  moveToFile,
  moveWithinFile,
  reindent,
  rewordMarker,
} from './line-edits.ts';
import type { Bench, Draft } from './model.ts';

interface EditRow {
  readonly name: string;
  readonly weight: number;
  readonly edit: Edit;
}

/** Everything that can happen to files in a commit, and how often it does. */
export const EDITS: readonly EditRow[] = [
  { name: 'insert code', weight: 8, edit: insertCode },
  { name: 'delete code', weight: 5, edit: deleteCode },
  { name: 'insert marker', weight: 11, edit: insertMarker },
  { name: 'delete marker', weight: 4, edit: deleteMarker },
  { name: 'delete marker with code', weight: 3, edit: deleteMarkerWithCode },
  { name: 'reword marker', weight: 4, edit: rewordMarker },
  { name: 'reindent', weight: 3, edit: reindent },
  { name: 'move within file', weight: 3, edit: moveWithinFile },
  { name: 'move to another file', weight: 3, edit: moveToFile },
  { name: 'add file', weight: 2, edit: addFile },
  { name: 'delete file', weight: 1, edit: deleteFile },
  { name: 'rename file', weight: 2, edit: renameFile },
  { name: 'rename and edit file', weight: 2, edit: renameAndEditFile },
  { name: 'swap paths', weight: 1, edit: swapPaths },
  { name: 'move file and put a new one in its place', weight: 1, edit: replaceFile },
  { name: 'copy file', weight: 1, edit: copyFile },
];

/** Applies one to three edits and names those that changed something. */
export function pickEdits(draft: Draft, bench: Bench): string[] {
  const wanted = bench.random.pick([1, 1, 1, 2, 2, 3]);
  const rows = Array.from({ length: wanted }, () => bench.random.pickRow(EDITS));
  return rows.filter(({ edit }) => edit(draft, bench)).map(({ name }) => name);
}
