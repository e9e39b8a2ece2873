import { hackId } from '../../../history/identity.ts';
import type { Step } from '../../../history/lineage.ts';
import { findMessageAdmission } from '../../../markers/commit-messages.ts';
import type { Admission, AdmittedFile } from '../../../model/admission.ts';
import type { RepoPath } from '../../../model/git.ts';
import { atLeisure } from '../at-leisure.ts';
import type { Session } from '../session.ts';
import type { Versions } from './count-batch.ts';
import { countLines } from './count-lines.ts';

/** Files of one commit whose lines are tracked, the first by path; the others are counted. */
const MOST_FILES = 50;

/** An admission of which nobody has counted yet how many lines it added. */
export type Draft = Omit<Admission, 'files' | 'ended'> & {
  readonly changes: readonly (Versions & { readonly path: RepoPath })[];
};

/** What the messages of commits off merges admit, step by step. */
export function* draftAdmissions({ rules }: Session, steps: readonly Step[]): Generator<undefined, Draft[]> {
  const drafts: Draft[] = [];
  for (const step of steps) {
    drafts.push(...draftOf(rules, step));
    yield;
  }
  return drafts;
}

/** The admissions in the messages of the steps. */
export async function readAdmissionsIn(session: Session, steps: readonly Step[]): Promise<Admission[]> {
  return findAdmissions(session, await atLeisure(draftAdmissions(session, steps)));
}

/** The admissions that can be tracked. The second one of an id is a copy; one that adds no line is none. */
export async function findAdmissions(session: Session, drafts: readonly Draft[]): Promise<Admission[]> {
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

function draftOf(rules: Session['rules'], { commit, rank }: Step): Draft[] {
  const said = commit.parents.length > 1 ? undefined : findMessageAdmission(commit.message);
  if (!said) return [];
  const id = hackId(commit, { path: '' as RepoPath, wording: said, ordinal: 0 });
  const changes = commit.changes.flatMap(({ path, before, after }) =>
    after === null || rules.languageOf(path) === undefined ? [] : [{ path, before, after, tip: after }],
  );
  const untracked = Math.max(0, changes.length - MOST_FILES);
  return [{ rank, id, ...said, untracked, changes: changes.slice(0, MOST_FILES) }];
}
