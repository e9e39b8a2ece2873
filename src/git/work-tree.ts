import type { BlobOid, RepoPath } from '../model/git.ts';
import { decodePath } from './paths.ts';
import { readGit, type GitContext } from './process.ts';
import { brokenOff, splitRecords } from './records.ts';

/** What the index remembers of a file in the work tree: equal size and time mean that nobody has written to it since. */
export interface IndexStat {
  /** In bytes. */
  readonly size: number;
  /** Nanoseconds since 1970. */
  readonly mtime: bigint;
}

/** One regular file of the index. */
export interface IndexedFile {
  readonly path: RepoPath;
  /** In a conflict: our side, else theirs. */
  readonly blob: BlobOid;
  /** Null where the work tree must be read to know (a conflict, an intent to add). */
  readonly stat: IndexStat | null;
  /** True where a sparse checkout leaves the file out of the work tree. */
  readonly isLeftOut: boolean;
}

const REGULAR = /^100(?:644|755)$/;
const SLASH = 0x2f;
const SKIP_WORKTREE = 0x4000_0000;
const INTENT_TO_ADD = 0x2000_0000;
const DEBUG = /^ {2}ctime: .*\n {2}mtime: (\d+):(\d+)\n {2}dev: .*\n {2}uid: .*\n {2}size: (\d+)\tflags: ([0-9a-f]+)\n/;

/** The regular files of the index with what it remembers of each. No filter, hook or monitor of the repository is run. */
export async function readIndex(context: GitContext): Promise<IndexedFile[]> {
  const staged = ['--stage', '-z'];
  const output = await readGit(context, { name: 'ls-files', args: [...staged, '--debug'] });
  const entries = parseDebug(output) ?? parsePlain(await readGit(context, { name: 'ls-files', args: staged }));
  return mergeStages(entries);
}

/** Files of the work tree that are neither in the index nor ignored by the repository's own rules. */
export async function readUntracked(context: GitContext): Promise<RepoPath[]> {
  const args = ['--others', '--exclude-standard', '-z'];
  const records = [...splitRecords(await readGit(context, { name: 'ls-files', args }))];
  // Another repository inside this one is a folder with a slash at its end.
  return records.filter((record) => record.at(-1) !== SLASH).map(decodePath);
}

/**
 * What git would see at and below the paths (none: everywhere): all of the index and all else that is not ignored. Links,
 * submodules and other repositories (as the folders they are) among them, and files that are gone from the work tree.
 */
export async function readListed(context: GitContext, paths: readonly RepoPath[]): Promise<RepoPath[]> {
  const args = ['--cached', '--others', '--exclude-standard', '-z', '--', ...paths];
  const records = [...splitRecords(await readGit(context, { name: 'ls-files', args }))];
  const names = records.map((record) => decodePath(record.at(-1) === SLASH ? record.subarray(0, -1) : record));
  // A path in conflict comes once for each side.
  return [...new Set(names)];
}

interface StagedFile extends IndexedFile {
  readonly stage: number;
  readonly isRegular: boolean;
}

/**
 * `100644 <oid> 0 TAB <path> NUL`, then five lines `  ctime: s:ns`, `  mtime: s:ns`, `  dev: n TAB ino: n`,
 * `  uid: n TAB gid: n`, `  size: n TAB flags: hex`. Undefined if this git words it otherwise.
 */
function parseDebug(output: Buffer): StagedFile[] | undefined {
  const entries: StagedFile[] = [];
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(0, start);
    // Five lines of numbers: far less than this.
    const debug = DEBUG.exec(output.toString('latin1', end + 1, end + 512));
    if (end === -1 || debug === null) return undefined;
    entries.push(addStat(parseEntry(output.subarray(start, end)), debug));
    start = end + 1 + debug[0].length;
  }
  return entries;
}

function parsePlain(output: Buffer): StagedFile[] {
  return Array.from(splitRecords(output), parseEntry);
}

function parseEntry(record: Buffer): StagedFile {
  const tab = record.indexOf(0x09);
  const [mode = '', oid = '', stage = ''] = record.toString('latin1', 0, tab).split(' ');
  if (!/^[0-9a-f]{40,64}$/.test(oid)) throw brokenOff();
  return {
    path: decodePath(record.subarray(tab + 1)),
    blob: oid as BlobOid,
    stat: null,
    isLeftOut: false,
    stage: Number(stage),
    isRegular: REGULAR.test(mode),
  };
}

function addStat(entry: StagedFile, debug: RegExpExecArray): StagedFile {
  const [, seconds = '0', nanoseconds = '0', size = '0', hex = '0'] = debug;
  const flags = Number.parseInt(hex, 16);
  const isKnown = entry.stage === 0 && (flags & INTENT_TO_ADD) === 0;
  const stat = { size: Number(size), mtime: BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds) };
  return { ...entry, stat: isKnown ? stat : null, isLeftOut: (flags & SKIP_WORKTREE) !== 0 };
}

/** Stages: 0 = merged; in a conflict 1 = base, 2 = ours, 3 = theirs. The order of the index puts ours before theirs. */
function mergeStages(entries: readonly StagedFile[]): IndexedFile[] {
  const files = new Map<RepoPath, IndexedFile>();
  for (const { stage, isRegular, ...file } of entries) {
    if (isRegular && stage !== 1 && !files.has(file.path)) files.set(file.path, file);
  }
  return [...files.values()];
}
