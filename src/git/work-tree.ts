import type { BlobOid, RepoPath } from '../model/git.ts';
import { decodeLatin1Path } from './paths.ts';
import { readGit, type GitContext } from './process.ts';
import { brokenOff, splitLatin1Records } from './records.ts';

/** What the index remembers of a file in the work tree: equal size and time mean that nobody has written to it since. */
export interface IndexStat {
  /** In bytes. */
  readonly size: number;
  /** In milliseconds since 1970, with their fraction. */
  readonly mtime: number;
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

/** What git knows of the files in the work tree. */
export interface WorkTree {
  /** The regular files of the index with what it remembers of each. */
  readonly index: readonly IndexedFile[];
  /** Files that are neither in the index nor ignored by the repository's own rules. */
  readonly untracked: readonly RepoPath[];
}

const REGULAR = /^100(?:644|755)$/;
const SKIP_WORKTREE = 0x4000_0000;
const INTENT_TO_ADD = 0x2000_0000;
const UNTRACKED = /\? ([^\0]+)\0/y;
const ENTRY = /[A-Z] (\d{6}) ([0-9a-f]{40,64}) ([0-3])\t([^\0]+)\0/y;
const DEBUG = / {2}ctime: .*\n {2}mtime: (\d+):(\d+)\n {2}dev: .*\n {2}uid: .*\n {2}size: (\d+)\tflags: ([0-9a-f]+)\n/y;

/** The index and all else that lies in the work tree. No filter, hook or monitor of the repository is run. */
export function readWorkTree(context: GitContext): Promise<WorkTree> {
  return list(context, ['--others', '--exclude-standard']);
}

/** The index alone: the work tree is not looked at. */
export async function readIndex(context: GitContext): Promise<readonly IndexedFile[]> {
  return (await list(context, [])).index;
}

// The untracked files come first. With a tag before each line their names cannot be taken for anything else.
async function list(context: GitContext, others: readonly string[]): Promise<WorkTree> {
  const read = async (args: readonly string[]): Promise<string> =>
    (await readGit(context, { name: 'ls-files', args: ['-t', '--stage', '-z', ...args] })).toString('latin1');
  return parseDebug(await read([...others, '--debug'])) ?? parsePlain(await read(others));
}

/**
 * What git would see at and below the paths (none: everywhere): all of the index and all else that is not ignored. Links,
 * submodules and other repositories (as the folders they are) among them, and files that are gone from the work tree.
 */
export async function readListed(context: GitContext, paths: readonly RepoPath[]): Promise<RepoPath[]> {
  const args = ['--cached', '--others', '--exclude-standard', '-z', '--', ...paths];
  const records = splitLatin1Records(await readGit(context, { name: 'ls-files', args }));
  const names = records.map((record) => decodeLatin1Path(record.endsWith('/') ? record.slice(0, -1) : record));
  // A path in conflict comes once for each side.
  return [...new Set(names)];
}

interface StagedFile extends IndexedFile {
  readonly stage: number;
  readonly isRegular: boolean;
}

/**
 * `H 100644 <oid> 0 TAB <path> NUL`, then five lines `  ctime: s:ns`, `  mtime: s:ns`, `  dev: n TAB ino: n`,
 * `  uid: n TAB gid: n`, `  size: n TAB flags: hex`. Undefined if this git words it otherwise.
 */
function parseDebug(text: string): WorkTree | undefined {
  const { untracked, end } = parseUntracked(text);
  const entries: StagedFile[] = [];
  for (let at = end; at < text.length;) {
    const file = parseEntry(text, at);
    DEBUG.lastIndex = ENTRY.lastIndex;
    const debug = DEBUG.exec(text);
    if (debug === null) return undefined;
    entries.push(addStat(file, debug));
    at = DEBUG.lastIndex;
  }
  return { untracked, index: mergeStages(entries) };
}

/** The same without what `--debug` tells. */
function parsePlain(text: string): WorkTree {
  const { untracked, end } = parseUntracked(text);
  const entries: StagedFile[] = [];
  for (let at = end; at < text.length; at = ENTRY.lastIndex) entries.push(parseEntry(text, at));
  return { untracked, index: mergeStages(entries) };
}

/** `? <path> NUL`; another repository inside this one is a folder with a slash at its end, and left out. */
function parseUntracked(text: string): { readonly untracked: RepoPath[]; readonly end: number } {
  const paths: string[] = [];
  let end = 0;
  UNTRACKED.lastIndex = 0;
  for (let found = UNTRACKED.exec(text); found !== null; found = UNTRACKED.exec(text)) {
    paths.push(found[1] ?? '');
    end = UNTRACKED.lastIndex;
  }
  return { untracked: paths.filter((path) => !path.endsWith('/')).map(decodeLatin1Path), end };
}

/** Leaves `ENTRY` behind the entry that begins at an offset. */
function parseEntry(text: string, at: number): StagedFile {
  ENTRY.lastIndex = at;
  const parts = ENTRY.exec(text);
  if (parts === null) throw brokenOff();
  const [, mode = '', oid = '', stage = '', path = ''] = parts;
  return {
    path: decodeLatin1Path(path),
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
  const stat = { size: Number(size), mtime: Number(seconds) * 1000 + Number(nanoseconds) / 1_000_000 };
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
