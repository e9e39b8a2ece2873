import { mkdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { findKind } from './folder-reader.ts';
import { writeFileAtomically } from './write.ts';

/** Writes a file below a folder, making the folders on the way, none of which may be a link. `path` is relative, with `/`. Throws UsageError. */
export async function writeBelow(folder: string, path: string, content: string): Promise<void> {
  const file = join(folder, path);
  const steps = relative(folder, dirname(file)).split(sep);
  for (const [index] of steps.entries()) makeFolder(join(folder, ...steps.slice(0, index + 1)));
  await writeFileAtomically(file, content);
}

function makeFolder(folder: string): void {
  const kind = findKind(folder);
  if (kind === 'absent') mkdirSync(folder);
  else if (kind !== 'folder') throw new UsageError(`${folder} is no folder. Make it one, or write the file by hand.`);
}
