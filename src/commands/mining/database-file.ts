import { join } from 'node:path';
import { UsageError } from '../../errors.ts';
import { findKind } from '../../files/folder-reader.ts';
import type { Repository } from '../../git/repository.ts';
import type { Request } from '../../model/request.ts';

/** Where the database is: as asked for, else in the directory that all worktrees share. Throws UsageError for a folder. */
export function databaseFile({ settings }: Request<unknown>, { location }: Repository): string {
  return requireNoFolder(settings.database ?? join(location.commonDir, 'hackdebt', 'hackdebt.db'));
}

/** The name of a database, there or not. Throws UsageError if a folder has it. */
export function requireNoFolder(file: string): string {
  if (findKind(file) === 'folder') throw new UsageError(`${file} is a folder, no database: name a file with --db.`);
  return file;
}
