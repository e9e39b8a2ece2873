import { hackId } from '../../../history/identity.ts';
import type { Step } from '../../../history/lineage.ts';
import { findMessageAdmission } from '../../../markers/commit-messages.ts';
import type { Admission, AdmittedFile } from '../../../model/admission.ts';
import type { RepoPath } from '../../../model/git.ts';
import type { Session } from '../session.ts';
import type { Versions } from './count-batch.ts';
import { countLines } from './count-lines.ts';

/** Files of one commit whose lines are tracked, the first by path; the others are counted. */
const MOST_FILES = 50;

/** The admissions in the messages of commits off merges. The second one of an id is a copy; one that adds no line cannot be tracked. */
export async function findAdmissions(session: Session, steps: readonly Step[]): Promise<Admission[]> {
  const drafts = steps.flatMap((step) => draftOf(session, step));
  const counts = await countLines(
    session,
    drafts.flatMap(({ changes }) => changes),
  );
  let next = 0;
  const seen = new Set<Admission['id']>();
  return drafts.flatMap(({ changes, ...draft }) => {
    const files = changes.flatMap(({ path, before, after }): AdmittedFile[] => {
      const { added = 0, standing = 0, firstLine = null } = counts[next++] ?? {};
      return added === 0
        ? []
        : [{ path, before, after, now: path, tip: after, added, standing, firstLine: firstLine ?? 1 }];
    });
    if (files.length === 0 || seen.has(draft.id)) return [];
    seen.add(draft.id);
    return [{ ...draft, files, ended: null }];
  });
}

type Draft = Omit<Admission, 'files' | 'ended'> & { readonly changes: readonly (Versions & { path: RepoPath })[] };

function draftOf({ rules }: Session, { commit, rank }: Step): Draft[] {
  const said = commit.parents.length > 1 ? undefined : findMessageAdmission(commit.message);
  if (!said) return [];
  const id = hackId(commit, { path: '' as RepoPath, wording: said, ordinal: 0 });
  const changes = commit.changes.flatMap(({ path, before, after }) =>
    after === null || rules.languageOf(path) === undefined ? [] : [{ path, before, after, tip: after }],
  );
  const untracked = Math.max(0, changes.length - MOST_FILES);
  return [{ rank, id, ...said, untracked, changes: changes.slice(0, MOST_FILES) }];
}
