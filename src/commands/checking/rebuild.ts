import { findKind } from '../../files/folder-reader.ts';
import type { Request } from '../../model/request.ts';
import { rebuildStore } from '../../store/rebuild.ts';

/** Moves the database aside and makes a new one with what nobody can derive again. False where there is none. */
export async function rebuild(file: string, { console, outside }: Request<unknown>): Promise<boolean> {
  if (findKind(file) === 'absent') {
    console.note(`There is nothing to rebuild: ${file} is not there.`);
    return false;
  }
  const onWait = (message: string): void => console.note(message);
  const { movedTo, snapshots, aliases } = await rebuildStore({ file, onWait, signal: outside.signal });
  const kept = `${snapshots} observed snapshots and ${aliases} aliases are kept`;
  console.note(`The old database is now ${movedTo}; ${kept}, the next scan reads the rest.`);
  return true;
}
