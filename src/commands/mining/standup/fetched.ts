import { join } from 'node:path';
import { statFiles } from '../../../files/stat.ts';
import type { Session } from '../session.ts';

/** When git last fetched (ISO-8601), by the age of the file it writes then; null where it never did since the clone. */
export function fetchedAt({ repository }: Session): string | null {
  const { gitDir, commonDir } = repository.location;
  const stats = statFiles([join(gitDir, 'FETCH_HEAD'), join(commonDir, 'FETCH_HEAD')]).filter((stat) => stat !== null);
  return stats.length === 0 ? null : new Date(Math.max(...stats.map(({ mtime }) => mtime))).toISOString();
}
