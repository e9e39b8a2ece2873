import type { CommitOid } from '../model/git.ts';
import { readGit, type GitContext } from './process.ts';
import { brokenOff, splitLines } from './records.ts';

/** A local or remote-tracking branch. */
export interface Branch {
  /** Full name: `refs/heads/feed`, `refs/remotes/origin/feed`. */
  readonly ref: string;
  /** As people say it: `feed`, `origin/feed`. */
  readonly name: string;
  /** Without the remote's name: two that are equal here are one branch, seen from two places. */
  readonly ownName: string;
  readonly isLocal: boolean;
  readonly tip: CommitOid;
  /** Committer date of the tip, in seconds. */
  readonly seconds: number;
}

const FIELDS = ['refname', 'objectname', 'objecttype', 'symref', 'committerdate:raw'];
const FORMAT = FIELDS.map((field) => `%(${field})`).join('%09');

/** All branches in byte order of their refs, without those that only stand for another (`origin/HEAD`). One git process. */
export async function readBranches(context: GitContext): Promise<Branch[]> {
  const args = [`--format=${FORMAT}`, 'refs/heads', 'refs/remotes'];
  const output = await readGit(context, { name: 'for-each-ref', args });
  return splitLines(output.toString()).flatMap(parseBranch);
}

/** `refs/heads/feed TAB <oid> TAB commit TAB TAB 1700000000 +0100`; no name holds a TAB. */
function parseBranch(line: string): Branch[] {
  const [ref = '', tip = '', type, symref, date = ''] = line.split('\t');
  if (type === undefined || symref === undefined) throw brokenOff();
  if (type !== 'commit' || symref !== '') return [];
  const isLocal = ref.startsWith('refs/heads/');
  const name = ref.replace(/^refs\/(?:heads|remotes)\//, '');
  const ownName = isLocal ? name : name.replace(/^[^/]+\//, '');
  return [{ ref, name, ownName, isLocal, tip: tip as CommitOid, seconds: Number(date.split(' ')[0]) }];
}
