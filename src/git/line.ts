import { UsageError } from '../errors.ts';
import type { CommitOid } from '../model/git.ts';
import type { Location } from './location.ts';
import { readGit, type GitContext } from './process.ts';
import { brokenOff, splitLines } from './records.ts';

/** The branch whose story is told. */
export interface Line {
  /** Name of the branch (`main`); `HEAD` when none is checked out and none is known. */
  readonly name: string;
  /** Full name of the ref that was read; null in a repository without commits. */
  readonly ref: string | null;
  /** Its last commit; null in a repository without commits. */
  readonly tip: CommitOid | null;
  /** True when no branch could be told and the commit checked out stands in for one. */
  readonly isDetached: boolean;
}

const ORIGIN = 'refs/remotes/origin/';
const HEADS = 'refs/heads/';

/** The configured branch, else the one origin/HEAD stands for, else the current one. No git process when that is checked out. */
export async function findLine(context: GitContext, location: Location, configured?: string): Promise<Line> {
  if (configured !== undefined) return (await findBranch(context, location, configured)) ?? unknownBranch(configured);
  const { originHeadRef, headRef, head } = location;
  const preferred = originHeadRef?.startsWith(ORIGIN) ? originHeadRef.slice(ORIGIN.length) : undefined;
  const branch = preferred === undefined ? undefined : await findBranch(context, location, preferred);
  if (branch !== undefined) return branch;
  if (headRef !== null) return { name: shortName(headRef), ref: headRef, tip: head, isDetached: false };
  if (head !== null) return { name: 'HEAD', ref: 'HEAD', tip: head, isDetached: true };
  return findUnborn(context);
}

/** The local branch of that name, else origin's, else another remote's when the name says so (`upstream/main`). */
async function findBranch(context: GitContext, location: Location, name: string): Promise<Line | undefined> {
  if (name.includes('\0')) return undefined;
  const local = `${HEADS}${name}`;
  if (location.headRef === local) return { name, ref: local, tip: location.head, isDetached: false };
  const candidates = [local, `${ORIGIN}${name}`, `refs/remotes/${name}`];
  // As a pattern a name may fit others; only the very names count.
  const args = ['--format=%(refname) %(objectname)', ...candidates];
  const output = await readGit(context, { name: 'for-each-ref', args });
  const found = new Map(splitLines(output.toString()).map(splitRef));
  const ref = candidates.find((candidate) => found.has(candidate));
  if (ref === undefined) return undefined;
  return { name, ref, tip: found.get(ref) as CommitOid, isDetached: false };
}

/** `refs/heads/main <oid>` */
function splitRef(line: string): [string, string] {
  const at = line.lastIndexOf(' ');
  if (!/^[0-9a-f]{40,64}$/.test(line.slice(at + 1))) throw brokenOff();
  return [line.slice(0, at), line.slice(at + 1)];
}

/** A repository without commits still has a name for its first branch. */
async function findUnborn(context: GitContext): Promise<Line> {
  const output = await readGit(context, { name: 'symbolic-ref', args: ['HEAD'] });
  return { name: shortName(output.toString().trim()), ref: null, tip: null, isDetached: false };
}

function shortName(ref: string): string {
  return ref.startsWith(HEADS) ? ref.slice(HEADS.length) : ref;
}

function unknownBranch(name: string): never {
  throw new UsageError(
    `The branch ${JSON.stringify(name)} is not here. Check "branch" in the configuration, or fetch it: git fetch origin`,
  );
}
