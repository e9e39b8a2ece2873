import { join } from 'node:path';
import { UsageError } from '../../errors.ts';
import { writeFileAtomically } from '../../files/write.ts';
import { BASELINE_FILE, parseBaseline, renderBaseline } from '../../gate/baseline.ts';
import type { Repository } from '../../git/repository.ts';
import { joinTrees } from '../../history/squash.ts';
import type { BaselineEntry } from '../../model/check.ts';
import type { BlobOid, CommitOid, RepoPath } from '../../model/git.ts';
import type { Place } from '../../model/lineage.ts';
import { fingerprintsOf } from './changed-hacks.ts';
import type { TreeDelta } from './compare-trees.ts';

/** The list of known hacks, as a commit holds it. */
export interface KnownBaseline {
  readonly entries: readonly BaselineEntry[];
  readonly from: 'base' | 'head';
}

/** The baseline in a commit's tree, or undefined. Throws UsageError for one that cannot be read as a whole, or hacks would seem new. */
export async function readBaseline(
  repository: Repository,
  commit: CommitOid,
  from: KnownBaseline['from'],
): Promise<KnownBaseline | undefined> {
  const [bytes] = await repository.texts([{ commit, path: BASELINE_FILE as RepoPath }]);
  if (!bytes) return undefined;
  const { entries, problems } = parseBaseline(bytes.toString('utf8'));
  const [problem] = problems;
  if (!problem) return { entries, from };
  throw new UsageError(`${BASELINE_FILE}:${problem.line} as committed: ${problem.problem}. Mend it first.`);
}

/** Writes the hacks of a tree to the file at the top of the work tree. */
export async function writeBaseline({ location }: Repository, places: readonly Place[]): Promise<BaselineEntry[]> {
  if (location.toplevel === null) {
    throw new UsageError(`${BASELINE_FILE} is a file of the work tree, and here is none. Run it in a full checkout.`);
  }
  const fingerprints = fingerprintsOf(places);
  const entries = places.map((place) => ({ ...place.wording, ...place, fingerprint: fingerprints.get(place) ?? '' }));
  await writeFileAtomically(join(location.toplevel, BASELINE_FILE), renderBaseline(entries));
  return entries;
}

/** What a tree holds beyond its baseline, and what the baseline holds beyond the tree. */
export interface BaselineDelta {
  readonly delta: TreeDelta;
  readonly stale: readonly BaselineEntry[];
}

/** Joins by fingerprint, then what moved or was reworded by what is said and where. */
export function compareWithBaseline({ entries }: KnownBaseline, places: readonly Place[]): BaselineDelta {
  const fingerprints = fingerprintsOf(places);
  const [known, there] = [new Set(entries.map(({ fingerprint }) => fingerprint)), new Set(fingerprints.values())];
  const strangers = places.filter((place) => !known.has(fingerprints.get(place) ?? ''));
  const lost = entries.filter(({ fingerprint }) => !there.has(fingerprint));
  const near = joinNear({ strangers, lost }, { places, entries });
  const { strangers: added, lost: stale } = joinEqual(near);
  const isNew = new Set(added);
  const joined = places.filter((place) => !isNew.has(place)).map((place) => ({ before: place, after: place }));
  // A baseline holds no lines: of what it knows nothing more can be told than that it is there.
  return { delta: { joined, added, removed: [], skipped: 0 }, stale: stale.toSorted(byFingerprint) };
}

/** What is not joined yet. */
interface Left {
  readonly strangers: readonly Place[];
  readonly lost: readonly BaselineEntry[];
}

/** The levels that commits are matched by, as far as they get without knowing what stood around a hack. */
function joinNear(
  { strangers, lost }: Left,
  all: { readonly places: readonly Place[]; readonly entries: readonly BaselineEntry[] },
): Left {
  const joins = joinTrees({
    before: lost.map(placeOf),
    after: strangers,
    gone: missingPaths(lost, all.places),
    come: missingPaths(strangers, all.entries),
  });
  const [met, found] = [new Set(joins.map(({ from }) => from)), new Set(joins.map(({ to }) => to))];
  return {
    strangers: strangers.filter((_, index) => !found.has(index)),
    lost: lost.filter((_, index) => !met.has(index)),
  };
}

/** The same words in another file, as where a file is split. One word may be anybody's. */
function joinEqual({ strangers, lost }: Left): Left {
  const waiting = new Map<string, BaselineEntry[]>();
  for (const entry of lost) waiting.set(wordsOf(entry), [...(waiting.get(wordsOf(entry)) ?? []), entry]);
  const added = strangers.filter(
    ({ wording }) => !wording.text.includes(' ') || waiting.get(wordsOf(wording))?.pop() === undefined,
  );
  return { strangers: added, lost: [...waiting.values()].flat() };
}

function wordsOf({ tag, text }: Pick<BaselineEntry, 'tag' | 'text'>): string {
  return `${tag} ${text}`;
}

function missingPaths(
  of: readonly { readonly path: RepoPath }[],
  among: readonly { readonly path: RepoPath }[],
): Set<RepoPath> {
  const there = new Set(among.map(({ path }) => path));
  return new Set(of.map(({ path }) => path).filter((path) => !there.has(path)));
}

/** An entry as a place: what stood around it is not known. */
function placeOf({ path, tag, text }: BaselineEntry, index: number): Place {
  const around = { before: 0, code: 0, scope: 0 };
  const wording = { kind: 'tag', tag, text, owner: null, issues: [], due: null, priority: 0, enclosing: null } as const;
  const blob = '' as BlobOid;
  return { path, blob, line: index + 1, column: 1, endLine: index + 1, wording: { ...wording, around } };
}

function byFingerprint(one: BaselineEntry, other: BaselineEntry): number {
  return one.fingerprint < other.fingerprint ? -1 : 1;
}
