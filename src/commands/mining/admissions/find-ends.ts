import type { Step } from '../../../history/lineage.ts';
import type { Admission, AdmittedFile } from '../../../model/admission.ts';
import type { BlobOid, RepoPath } from '../../../model/git.ts';
import type { Position, Rank } from '../../../model/lineage.ts';
import type { Session } from '../session.ts';
import { countLines } from './count-lines.ts';
import { buildFollower } from './follow-files.ts';

/** A version of one file on the mainline; null while it was not there. */
interface Version {
  readonly rank: Rank;
  readonly file: AdmittedFile;
  readonly blob: BlobOid | null;
}

/** A search among the mainline commits that changed an admission's files: the end lies in ranks[low .. high]. */
interface Search {
  readonly versions: readonly Version[];
  readonly ranks: readonly Rank[];
  low: number;
  high: number;
}

/**
 * The mainline commits among the steps with which the last added line of each went; the admissions as they were before the steps, or when
 * they came with them. Lines go for good far more often than they come back, so the versions of the files are halved, all searches at
 * once, and not read one by one.
 */
export async function findEnds(
  session: Session,
  admissions: readonly Admission[],
  steps: readonly Step[],
): Promise<(Rank | undefined)[]> {
  const paths = new Set(admissions.flatMap(({ files }) => files.map(({ now }) => now)));
  const follow = await buildFollower(session, paths, steps);
  const mainline = readMainline(steps);
  const searches = admissions.map((admission): Search => {
    const versions = versionsOf(admission, mainline, follow);
    const ranks = [...new Set(versions.map(({ rank }) => rank))];
    // Lines that a side branch took back itself never stood on the mainline: they end where it landed.
    if (ranks.length === 0) ranks.push(mainline.landingOf(admission.rank) ?? admission.rank);
    return { versions, ranks, low: 0, high: ranks.length - 1 };
  });
  for (;;) {
    const open = searches.flatMap((search, index) => {
      const admission = admissions[index];
      return admission && search.low < search.high ? [{ search, admission }] : [];
    });
    if (open.length === 0) return searches.map(({ ranks, low }) => ranks[low]);
    await halve(session, open);
  }
}

/** What an admission's files are followed through. */
interface Mainline {
  /** The mainline commit that brought a commit in. */
  readonly landingOf: (rank: Rank) => Rank | undefined;
  /** The mainline commits that changed a path, in order, with its blob after each. */
  readonly changesOf: (path: RepoPath) => readonly (readonly [Rank, BlobOid | null])[];
}

function readMainline(steps: readonly Step[]): Mainline {
  const landed = new Map(steps.map(({ rank, landed: position }) => [rank, position]));
  const ranks = new Map<Position, Rank>();
  const changes = new Map<RepoPath, [Rank, BlobOid | null][]>();
  for (const { commit, rank, position } of steps) {
    if (position === null) continue;
    ranks.set(position, rank);
    for (const { path, after } of commit.changes) {
      const known = changes.get(path);
      if (known) known.push([rank, after]);
      else changes.set(path, [[rank, after]]);
    }
  }
  return {
    landingOf: (rank) => {
      const position = landed.get(rank);
      return position === undefined ? undefined : ranks.get(position);
    },
    changesOf: (path) => changes.get(path) ?? [],
  };
}

/** Every version that the mainline had among the steps after the admission landed, in order. */
function versionsOf(
  { files, rank }: Admission,
  { landingOf, changesOf }: Mainline,
  follow: (path: RepoPath, after: Rank) => readonly RepoPath[],
): Version[] {
  const landed = landingOf(rank) ?? 0;
  const versions = files.flatMap((file) => {
    const blobs = new Map<Rank, BlobOid | null>();
    const names = [...new Set(follow(file.now, rank))].toSorted();
    // A commit that moves the file takes it from one name and gives it another.
    for (const [at, blob] of names.flatMap(changesOf)) {
      if (at !== rank && at >= landed) blobs.set(at, blobs.get(at) ?? blob);
    }
    return [...blobs].map(([at, blob]) => ({ rank: at, file, blob }));
  });
  return versions.toSorted((one, other) => one.rank - other.rank);
}

async function halve(
  session: Session,
  open: readonly { readonly search: Search; readonly admission: Admission }[],
): Promise<void> {
  const asked = open.map(({ search, admission }) => blobsAt(search, admission));
  const counts = await countLines(session, asked.flat());
  let next = 0;
  for (const [index, { search }] of open.entries()) {
    const found = counts.slice(next, (next += asked[index]?.length ?? 0));
    if (found.some(({ standing }) => standing > 0)) search.low = middleOf(search) + 1;
    else search.high = middleOf(search);
  }
}

function middleOf({ low, high }: Search): number {
  return (low + high) >> 1;
}

/** What each file said at the middle of a search, where it was there. */
function blobsAt(search: Search, { files }: Admission): Parameters<typeof countLines>[1][number][] {
  const rank = search.ranks[middleOf(search)] ?? 0;
  return files.flatMap((file) => {
    const last = search.versions.findLast((version) => version.file === file && version.rank <= rank);
    const tip = last ? last.blob : file.tip;
    return tip === null ? [] : [{ before: file.before, after: file.after, tip }];
  });
}
