import { UsageError } from '../../errors.ts';
import type { CommitOid } from '../../model/git.ts';
import { parseMoment } from '../../sprints/moment.ts';
import type { Session } from './session.ts';

/** What `--since` names: a commit, else a date. Throws UsageError. */
export async function readSince({ repository, config }: Session, typed: string): Promise<CommitOid | Date> {
  const since = (await repository.resolve(typed)) ?? parseMoment(typed, config.sprint);
  if (since !== undefined) return since;
  throw new UsageError(`"${typed}" is neither a revision here nor a date like 2026-11-17.`);
}
