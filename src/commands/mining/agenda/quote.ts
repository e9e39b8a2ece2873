import { findMessageAdmission } from '../../../markers/commit-messages.ts';
import type { AgendaReport } from '../../../model/agenda.ts';
import type { CommitOid } from '../../../model/git.ts';
import { commitRef } from '../../telling/hack-document.ts';
import { readAdmissions } from '../admissions/mine-admissions.ts';
import type { ChangedCommit } from '../commit-log.ts';
import { readCommits } from '../commit-log.ts';
import type { Session } from '../session.ts';

/** Where and when a quote is looked for. `shown` is the demo's commit. */
export interface QuoteQuestion {
  readonly window: AgendaReport['window'];
  readonly shown: CommitOid | null;
  isTold(path: string): boolean;
}

/**
 * Of the line's commits of that time whose message admits a shortcut the one of which most lines stand; else of those of the demo's branch,
 * while it is not merged, the one that changed most files.
 */
export async function findQuote(session: Session, question: QuoteQuestion): Promise<AgendaReport['quote']> {
  const isNow = isWithin(question.window);
  const admissions = (await readAdmissions(session)).filter(
    ({ introduced, files }) => isNow(introduced.commitTime.seconds) && files.some(({ path }) => question.isTold(path)),
  );
  const [most] = admissions.toSorted((one, other) => standing(other) - standing(one));
  if (most) return commitRef(most.introduced);
  const said = (await readBranch(session, question.shown)).filter(
    ({ parents, message, commitTime, changes }) =>
      parents.length < 2 &&
      isNow(commitTime.seconds) &&
      changes.some(({ path }) => question.isTold(path)) &&
      findMessageAdmission(message) !== undefined,
  );
  const [first] = said.toSorted((one, other) => other.changes.length - one.changes.length);
  return first ? commitRef({ ...first, subject: first.message.split('\n', 1)[0] ?? '' }) : null;
}

function isWithin({ from, to }: AgendaReport['window']): (seconds: number) => boolean {
  const [start, end] = [Date.parse(from) / 1000, Date.parse(to) / 1000];
  return (seconds) => seconds >= start && seconds < end;
}

function standing({ files }: { readonly files: readonly { readonly standing: number }[] }): number {
  return files.reduce((sum, file) => sum + file.standing, 0);
}

/** The commits that only the demo's branch has; none where it is on the line, or gone. */
async function readBranch({ repository, store, line }: Session, shown: CommitOid | null): Promise<ChangedCommit[]> {
  if (shown === null || line.tip === null) return [];
  const [known] = await store.readCommits(line.name, [shown]);
  if (known || (await repository.resolve(shown)) === undefined) return [];
  return [...(await readCommits(repository.log({ tips: [shown], not: [line.tip] }), () => undefined)).values()];
}
