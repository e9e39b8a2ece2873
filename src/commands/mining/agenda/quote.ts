import { findMessageAdmission, sureness } from '../../../markers/commit-messages.ts';
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
 * Of the line's commits of that time whose message admits a shortcut the one of which most lines stand, or, while the demo's branch is not
 * merged, of those of the branch the one that changed most files: of the two the one whose words leave less doubt.
 */
export async function findQuote(session: Session, question: QuoteQuestion): Promise<AgendaReport['quote']> {
  const [line, branch] = [await findOnLine(session, question), await findOnBranch(session, question)];
  if (line && branch) return (sureness(branch.tag) < sureness(line.tag) ? branch : line).commit;
  return (line ?? branch)?.commit ?? null;
}

interface Quote {
  readonly tag: string;
  readonly commit: NonNullable<AgendaReport['quote']>;
}

async function findOnLine(session: Session, { window, isTold }: QuoteQuestion): Promise<Quote | undefined> {
  const isNow = isWithin(window);
  const admissions = (await readAdmissions(session)).filter(
    ({ introduced, files }) => isNow(introduced.commitTime.seconds) && files.some(({ path }) => isTold(path)),
  );
  const [most] = admissions.toSorted((one, other) => standing(other) - standing(one));
  return most && { tag: most.tag, commit: commitRef(most.introduced) };
}

async function findOnBranch(session: Session, { window, shown, isTold }: QuoteQuestion): Promise<Quote | undefined> {
  const isNow = isWithin(window);
  const said = (await readBranch(session, shown)).flatMap((commit) => {
    const { parents, message, commitTime, changes } = commit;
    const isOurs = parents.length < 2 && isNow(commitTime.seconds) && changes.some(({ path }) => isTold(path));
    const admission = isOurs ? findMessageAdmission(message) : undefined;
    return admission ? [{ commit, tag: admission.tag }] : [];
  });
  const [most] = said.toSorted((one, other) => other.commit.changes.length - one.commit.changes.length);
  if (!most) return undefined;
  const subject = most.commit.message.split('\n', 1)[0] ?? '';
  return { tag: most.tag, commit: commitRef({ ...most.commit, subject }) };
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
