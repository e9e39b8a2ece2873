import type { Unused } from '../../../model/agenda.ts';
import type { BlobOid, CommitOid, CommitWithChanges, PathChange } from '../../../model/git.ts';
import { renderInstant } from '../../../sprints/zone.ts';
import { mainlineAt } from '../landmarks.ts';
import type { Session } from '../session.ts';
import { countNames, isCode, nameIn } from './named.ts';

/** Longer ways back are not gone for a date. */
const MOST_COMMITS = 20_000;

/** Nor are more versions of files read. */
const MOST_VERSIONS = 3000;

/** So many mainline commits are looked at at a time. */
const STRETCH = 50;

/** A definition that nothing else names, and when the oldest hack in it was admitted (seconds). */
export interface Unnamed {
  readonly enclosing: string | null;
  readonly seconds: number;
}

type Said = ReadonlyMap<string, Unused>;

/**
 * Since when nothing names these definitions: back over the mainline to the commit that took the last other naming away, or brought the
 * definition in. Further than the oldest hack, or than can be read in good time, it does not look: then it was so before.
 */
export async function findUnusedSince(
  session: Session,
  unnamed: readonly Unnamed[],
): Promise<(enclosing: string | null) => Unused | null> {
  const names = new Set(unnamed.flatMap(({ enclosing }) => nameIn(enclosing) ?? []));
  const chain =
    names.size === 0 ? null : await readMainline(session, Math.min(...unnamed.map(({ seconds }) => seconds)));
  const said = chain === null ? new Map<string, Unused>() : await walkBack(session, chain, names);
  return (enclosing) => said.get(nameIn(enclosing) ?? '') ?? null;
}

/** The mainline from its tip back to what was there before the moment; null where that is too long. */
async function readMainline(session: Session, seconds: number): Promise<CommitWithChanges[] | null> {
  const { repository, line } = session;
  if (line.tip === null) return null;
  const before = await mainlineAt(session, new Date(seconds * 1000 - 1000));
  const read = new Map<CommitOid, CommitWithChanges>();
  for await (const entry of repository.log({ tips: [line.tip], not: before ? [before.oid] : [] })) {
    if (read.size === MOST_COMMITS) return null;
    read.set(entry.commit.oid, entry);
  }
  const chain: CommitWithChanges[] = [];
  for (let at = read.get(line.tip); at; at = parentOf(at, read)) chain.push(at);
  return chain;
}

function parentOf(
  { commit }: CommitWithChanges,
  read: ReadonlyMap<CommitOid, CommitWithChanges>,
): CommitWithChanges | undefined {
  const [first] = commit.parents;
  return first && read.get(first);
}

async function walkBack(session: Session, chain: readonly CommitWithChanges[], names: Set<string>): Promise<Said> {
  const said = new Map<string, Unused>();
  let [versions, date] = [0, dateOf(session, chain[0])];
  for (let start = 0; start < chain.length && names.size > 0; start += STRETCH) {
    const stretch = chain.slice(start, start + STRETCH);
    const blobs = [...new Set(stretch.flatMap((entry) => codeOf(session, entry).flatMap(bothSides)))];
    versions += blobs.length;
    if (versions > MOST_VERSIONS) break;
    const counts = await countEach(session, blobs, names);
    for (const entry of stretch) {
      date = dateOf(session, entry);
      for (const [name, how] of turnsOf(codeOf(session, entry), counts, names)) {
        said.set(name, { date, how });
        names.delete(name);
      }
    }
  }
  for (const name of names) said.set(name, { date, how: 'before' });
  return said;
}

/** The names that stand more or less often in the code after a commit than before it. */
function turnsOf(
  changes: readonly PathChange[],
  counts: Counts,
  names: ReadonlySet<string>,
): [string, Unused['how']][] {
  return [...names].flatMap((name): [string, Unused['how']][] => {
    const times = (blob: BlobOid | null): number => (blob && counts.get(blob)?.get(name)) ?? 0;
    const more = changes.reduce((sum, { before, after }) => sum + times(after) - times(before), 0);
    return more === 0 ? [] : [[name, more < 0 ? 'lost' : 'came']];
  });
}

function codeOf({ rules }: Session, { changes }: CommitWithChanges): PathChange[] {
  return changes.filter(({ path }) => isCode(path, rules));
}

function bothSides({ before, after }: PathChange): BlobOid[] {
  return [before, after].flatMap((blob) => blob ?? []);
}

type Counts = ReadonlyMap<BlobOid, ReadonlyMap<string, number>>;

async function countEach({ repository }: Session, blobs: BlobOid[], names: ReadonlySet<string>): Promise<Counts> {
  const texts = await repository.texts(blobs);
  return new Map(blobs.map((blob, index) => [blob, countNames(texts[index]?.toString('latin1') ?? '', names)]));
}

/** The day on which a commit was made, where the team is. */
function dateOf({ config }: Session, entry: CommitWithChanges | undefined): string {
  const seconds = entry?.commit.commitTime.seconds ?? 0;
  return renderInstant(new Date(seconds * 1000), config.sprint?.timezone ?? 'UTC').slice(0, 10);
}
