import type { CommitOid, PathChange, RepoPath } from '../../model/git.ts';
import type { CheckedRemoval } from '../../model/check.ts';
import type { Place } from '../../model/lineage.ts';
import { fateOf } from '../../verdicts/fates.ts';
import { judgeRemoval } from '../../verdicts/judge-removal.ts';
import type { ChangedCommit } from '../mining/commit-log.ts';
import { doesMore } from '../mining/more-than-comment.ts';
import { sourceOf } from '../mining/removal-texts.ts';
import type { JoinedPlaces } from './compare-trees.ts';
import type { TreeSearch } from './tree-places.ts';

/** What is known of how one tree became the other. */
export interface Passage {
  readonly changes: readonly PathChange[];
  readonly joined: readonly JoinedPlaces[];
  /** The commits between; empty where they are not known. */
  commits(): Promise<readonly ChangedCommit[]>;
  readonly trees: { readonly before: CommitOid; readonly after: CommitOid } | null;
}

/** Judges what became of the code of each removed marker, by the texts of the two trees; undefined where a text is not at hand. */
export async function judgeRemoved(
  search: TreeSearch,
  removed: readonly Place[],
  passage: Passage,
): Promise<ReadonlyMap<Place, CheckedRemoval>> {
  if (removed.length === 0) return new Map();
  const heirs = await findHeirs(search, removed, passage);
  const { repository } = search;
  const befores = await repository.texts(removed.map(({ blob }) => blob));
  const blobs = new Map(passage.changes.map(({ path, after }) => [path, after]));
  const afters = await repository.texts(removed.map(({ path, blob }) => blobs.get(heirs.get(path) ?? path) ?? blob));
  const verdicts = new Map<Place, CheckedRemoval>();
  for (const [index, place] of removed.entries()) {
    const heir = heirs.get(place.path) ?? place.path;
    const [before, after] = [befores[index], blobs.get(heir) ? afters[index] : null];
    if (!before) continue;
    const texts = { before: sourceOf(before, place.path), after: after ? sourceOf(after, heir) : null };
    verdicts.set(place, await judge(search, { place, ...texts }, passage));
  }
  return verdicts;
}

interface RemovedText {
  readonly place: Place;
  readonly before: ReturnType<typeof sourceOf>;
  readonly after: ReturnType<typeof sourceOf> | null;
}

async function judge(
  search: TreeSearch,
  { place, before, after }: RemovedText,
  passage: Passage,
): Promise<CheckedRemoval> {
  const judgement = judgeRemoval({ before, marker: place, after });
  const { message, changes } = changeOf(place.path, passage.changes, await passage.commits());
  const commit = { message, changes: changes.filter(({ path }) => search.rules.languageOf(path) !== undefined) };
  // What two trees cannot tell, an earlier rewriting of the code, could only speak for the branch.
  const evidence = { place, birthplace: place, before, after, judgement, commit };
  const fate = fateOf(judgement, {
    rewrittenBefore: false,
    commitDoesMore: await doesMore(search.repository, evidence),
  });
  return { kind: judgement.removal, extent: judgement.extent, fate, confidence: judgement.confidence };
}

/** The commits of the branch that changed the path, as one; a merge only if nothing else did. Without commits the whole change. */
function changeOf(
  path: RepoPath,
  changes: readonly PathChange[],
  commits: readonly ChangedCommit[],
): Pick<ChangedCommit, 'message' | 'changes'> {
  const touching = commits.filter((commit) => commit.changes.some((change) => change.path === path));
  const own = touching.filter(({ parents }) => parents.length < 2);
  const counted = own.length > 0 ? own : touching;
  if (counted.length === 0) return { message: '', changes };
  return {
    message: counted.map(({ message }) => message).join('\n'),
    changes: counted.flatMap((commit) => commit.changes),
  };
}

/** Where the files of removed markers went that are gone under their own name. */
async function findHeirs(
  { repository }: TreeSearch,
  removed: readonly Place[],
  { changes, joined, trees }: Passage,
): Promise<ReadonlyMap<RepoPath, RepoPath>> {
  const gone = new Set(changes.filter(({ after }) => after === null).map(({ path }) => path));
  const lost = new Set(removed.map(({ path }) => path).filter((path) => gone.has(path)));
  if (lost.size === 0) return new Map();
  const renames = trees === null ? [] : await repository.renamesBetween(trees.before, trees.after);
  const heirs = new Map<RepoPath, RepoPath>();
  for (const { before, after } of joined) if (before.path !== after.path) heirs.set(before.path, after.path);
  for (const { from, to } of renames) heirs.set(from, to);
  return new Map([...heirs].filter(([path]) => lost.has(path)));
}
