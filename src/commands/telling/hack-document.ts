import type { CommitOid } from '../../model/git.ts';
import type { Ending, Hack, Introduction, PersonRef } from '../../model/hack.ts';
import type { Place } from '../../model/lineage.ts';
import type { StoredCommit, StoredHack, StoredPerson } from '../../model/store.ts';
import { isoDate } from './iso-date.ts';

/** What a document says beyond what is stored. */
export interface Telling {
  /** Ages are counted up to here. */
  readonly asOf: Date;
  readonly emails: boolean;
  /** Commits at which the history is cut. */
  readonly cuts: ReadonlySet<CommitOid>;
}

const DAY_SECONDS = 86_400;

/** A stored hack as the JSON contract has it. */
export function hackDocument(hack: StoredHack, telling: Telling): Hack {
  const common = commonFields(hack, hack.place, telling);
  if (hack.mergedInto !== null) {
    return { ...common, status: 'merged', fate: null, stale: false, mergedInto: hack.mergedInto, removed: null };
  }
  if (hack.removal === null) return openDocument(hack, hack.place, telling);
  const { verdict } = hack.removal;
  const removed = endingOf(hack.introduced, hack.removal, telling);
  return { ...common, status: 'removed', fate: verdict?.fate ?? null, stale: false, mergedInto: null, removed };
}

/** The same hack as it stood, or stands, open at a place. */
export function openDocument(hack: StoredHack, place: Place, telling: Telling): Hack {
  const common = commonFields({ ...hack, removal: null }, place, telling);
  const stale = hack.rewrites.some(
    ({ commit, extent }) => extent === 'logic' && commit.commitTime.seconds * 1000 <= telling.asOf.getTime(),
  );
  return { ...common, status: 'open', fate: null, stale, mergedInto: null, removed: null };
}

type Common = Omit<Hack, 'status' | 'fate' | 'stale' | 'mergedInto' | 'removed'>;

function commonFields(hack: StoredHack, place: Place, telling: Telling): Common {
  const { wording, path, line, column, endLine } = place;
  const { kind, tag, text, owner, issues, due, enclosing } = wording;
  const { id, moves, rewordings, reopened, touches } = hack;
  const said = { kind, tag, text, owner, issues, due };
  const stands = { path, line, column, endLine, enclosing };
  const introduced = introductionOf(hack, telling);
  return {
    id,
    ...said,
    ...stands,
    introduced,
    moves,
    rewordings,
    reopened,
    ageDays: ageDays(hack, telling),
    touches,
    lines: null,
  };
}

/** Days from the introduction to the end, or to now; one digit. */
function ageDays({ introduced, removal }: StoredHack, { asOf }: Telling): number {
  const end = removal ? removal.commit.commitTime.seconds : asOf.getTime() / 1000;
  return Math.max(0, Math.round(((end - introduced.commitTime.seconds) / DAY_SECONDS) * 10) / 10);
}

function introductionOf({ introduced, birthplace, open }: StoredHack, telling: Telling): Introduction {
  return { ...introductionAt(introduced, birthplace, telling), ...(open.length === 0 && { landed: null }) };
}

/** An introduction by a commit at a place. */
export function introductionAt(
  introduced: StoredCommit,
  { path, line }: Pick<Place, 'path' | 'line'>,
  telling: Telling,
): Introduction {
  return {
    commit: introduced.oid,
    landed: introduced.landedOid,
    date: isoDate(introduced.commitTime),
    authorDate: isoDate(introduced.authorTime),
    author: personRef(introduced.author, telling),
    subject: introduced.subject,
    path,
    line,
    notBefore: telling.cuts.has(introduced.oid),
  };
}

function endingOf(
  introduced: StoredCommit,
  { commit, landed, place, verdict }: NonNullable<StoredHack['removal']>,
  telling: Telling,
): Ending {
  return {
    commit: commit.oid,
    landed: landed === null ? null : commit.landedOid,
    date: isoDate(commit.commitTime),
    author: personRef(commit.author, telling),
    subject: commit.subject,
    path: place.path,
    line: place.line,
    removal: verdict?.removal ?? null,
    extent: verdict?.extent ?? null,
    nearMarker: verdict?.nearMarker ?? null,
    inDefinition: verdict?.inDefinition ?? null,
    acknowledged: verdict?.acknowledged ?? false,
    selfRemoved: isSamePerson(introduced.author, commit.author),
    confidence: verdict?.confidence ?? null,
  };
}

/** As the mailmap shows them, one name or one address is one person. */
function isSamePerson(one: StoredPerson, other: StoredPerson): boolean {
  return one.displayEmail.toLowerCase() === other.displayEmail.toLowerCase() || one.displayName === other.displayName;
}

/** A person as output may name them. */
export function personRef({ displayName, displayEmail }: StoredPerson, { emails }: Telling): PersonRef {
  return emails ? { name: displayName, email: displayEmail } : { name: displayName };
}

/** A commit as reports refer to it. */
export function commitRef({ oid, commitTime, subject }: Pick<StoredCommit, 'oid' | 'commitTime' | 'subject'>): {
  commit: CommitOid;
  date: string;
  subject: string;
} {
  return { commit: oid, date: isoDate(commitTime), subject };
}
