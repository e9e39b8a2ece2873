import { join } from 'node:path';
import type { Repository } from '../../git/repository.ts';
import type { Request } from '../../model/request.ts';

/** Where the database is: as asked for, else in the directory that all worktrees share. */
export function databaseFile({ settings }: Request<unknown>, { location }: Repository): string {
  return settings.database ?? join(location.commonDir, 'hackdebt', 'hackdebt.db');
}
