import { adviceForUnshallow } from '../../git/clone.ts';
import type { Repository } from '../../git/repository.ts';
import type { Check } from '../../model/report.ts';
import type { Outside } from '../../model/request.ts';
import { ok, problem } from './check.ts';

/** What kind of a clone this is, and whether it has all of the history. */
export async function checkClone(repository: Repository, { env }: Outside): Promise<Check> {
  const kind = kindOf(repository);
  const faults = [
    ...(repository.location.isShallow ? [SHALLOW] : []),
    ...((await repository.isPartial()) ? [PARTIAL] : []),
  ];
  if (faults.length === 0) return ok('clone', `${kind} with all of its history`);
  const finding = faults.map((fault) => fault.finding).join('; ');
  return problem('clone', `${kind}, but ${finding}`, faults.map((fault) => fault.adviceFor(env)).join(' '));
}

interface Fault {
  readonly finding: string;
  adviceFor(env: Outside['env']): string;
}

const SHALLOW: Fault = {
  finding: 'shallow: what happened before its cut cannot be told',
  adviceFor: (env) => `To get it all, ${adviceForUnshallow(env)}; or go on with --allow-shallow.`,
};

const PARTIAL: Fault = {
  finding: 'partial: older versions of the files are not here',
  adviceFor: () => 'Clone it without --filter, or run "git fetch --refetch --no-filter".',
};

function kindOf({ location: { toplevel, gitDir, commonDir } }: Repository): string {
  if (gitDir !== commonDir) return `a linked worktree of ${commonDir}`;
  return toplevel === null ? 'a bare repository' : 'a work tree';
}
