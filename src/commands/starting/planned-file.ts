import { UsageError } from '../../errors.ts';
import type { FileState } from '../../model/init.ts';
import type { RootReader } from '../../model/request.ts';

/** A file that `init` answers for. `text` is what it is to say; of a kept one nothing. */
export interface PlannedFile {
  /** Relative to the root. */
  readonly path: string;
  readonly state: FileState;
  readonly text: string;
}

/** What is to be done to a file. Throws UsageError where another text stands there. */
export async function planFile(
  read: RootReader,
  { path, text, force }: { readonly path: string; readonly text: string; readonly force: boolean },
): Promise<PlannedFile> {
  const old = await read(path);
  if (old !== null && old !== text && !force)
    throw new UsageError(`${path} is there already. Edit it, or write it anew with --force.`);
  return { path, text, state: old === text ? 'unchanged' : 'written' };
}
