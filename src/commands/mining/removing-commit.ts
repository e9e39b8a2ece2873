import { addsFile } from '../../history/follow-path.ts';
import type { PathChange } from '../../model/git.ts';
import type { ChangedCommit } from './commit-log.ts';
import type { MarkerRules } from './marker-rules.ts';
import type { GoneHack } from './removal-texts.ts';

/** What a verdict about a removal knows of the commit, beside the texts. */
export interface RemovingCommit {
  readonly message: string;
  /** Of files that may hold markers. */
  readonly changes: readonly PathChange[];
  /** Whether it adds any file, searched or not: a file that went may be there. */
  readonly addsFiles: boolean;
}

/** Files of one commit that are searched for callers and tests of the annotated code; more is no evidence. */
export const MOST_FILES = 40;

/** Of a commit that changes more files than are looked at, one more than that says so, beside the marker's own. */
export function removingCommit(rules: MarkerRules, commit: ChangedCommit | undefined): RemovingCommit | undefined {
  if (commit === undefined) return undefined;
  const changes = commit.changes.filter(({ path }) => rules.languageOf(path) !== undefined);
  return { message: commit.message, changes: changes.slice(0, MOST_FILES + 2), addsFiles: addsFile(commit) };
}

/** Whether the file went, as it is, where nobody looks: into a folder of vendored code. */
export function isHidden(rules: MarkerRules, { removal }: GoneHack, commit: ChangedCommit | undefined): boolean {
  const { path: old, blob } = removal.place;
  const isThere = ({ path, after }: PathChange): boolean => after === blob && path !== old;
  return commit?.changes.some((change) => isThere(change) && rules.languageOf(change.path) === undefined) ?? false;
}
