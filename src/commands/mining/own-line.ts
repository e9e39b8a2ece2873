import { UsageError } from '../../errors.ts';
import type { Session } from './session.ts';

/**
 * Throws UsageError where the database holds a line of this name that is another repository's: neither its first commit nor its last is
 * here. In the git directory a database is this repository's whatever became of its history, and a cut clone may lack both.
 */
export async function requireOwnLine({ store, line, repository, request, cuts }: Session): Promise<void> {
  const { database } = request.settings;
  if (database === null || cuts.size > 0) return;
  const stored = await store.readMainline(line.name, 0);
  const [first, last] = [stored[0], stored.at(-1)];
  if (!first || !last) return;
  for (const { oid } of [first, last]) if ((await repository.resolve(oid)) !== undefined) return;
  throw new UsageError(
    `${database} holds ${line.name} of another repository. Name another with --db; if all history was rewritten here, run hackdebt doctor --rebuild.`,
  );
}
