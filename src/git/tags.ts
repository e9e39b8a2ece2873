import type { CommitOid } from '../model/git.ts';
import { readGit, type GitContext } from './process.ts';
import { brokenOff, splitLines } from './records.ts';

/** A tag of a commit. */
export interface Tag {
  readonly name: string;
  readonly commit: CommitOid;
  /** When the tag was made; for a tag without a message, when its commit was committed. Seconds since 1970. */
  readonly seconds: number;
}

const FIELDS = ['refname:strip=2', 'objecttype', 'objectname', '*objecttype', '*objectname', 'creatordate:raw'];
const FORMAT = FIELDS.map((field) => `%(${field})`).join('%09');

/** The tags of commits, in byte order of their names. */
export async function readTags(context: GitContext): Promise<Tag[]> {
  const output = await readGit(context, { name: 'for-each-ref', args: [`--format=${FORMAT}`, 'refs/tags/'] });
  return splitLines(output.toString()).flatMap(parseTag);
}

/** `demo-1 TAB tag TAB <oid of the tag> TAB commit TAB <oid of the commit> TAB 1700000000 +0100`; no name holds a TAB. */
function parseTag(line: string): Tag[] {
  const [name = '', type, oid = '', peeledType, peeledOid = '', date = ''] = line.split('\t');
  if (date === '' && type !== 'blob' && type !== 'tree' && type !== 'tag') throw brokenOff();
  const seconds = Number(date.split(' ')[0]);
  if (type === 'commit') return [{ name, commit: oid as CommitOid, seconds }];
  return peeledType === 'commit' ? [{ name, commit: peeledOid as CommitOid, seconds }] : [];
}
