import type { AdmittedFile, StoredAdmission } from '../../model/admission.ts';
import type { Head } from '../../model/head.ts';
import type { EventKind } from '../../model/lineage.ts';
import type { LifeEvent, ShowReport } from '../../model/report.ts';
import type { Ending, Hack, OpenHack } from '../../model/hack.ts';
import type { Telling } from './hack-document.ts';
import { introductionAt, personRef } from './hack-document.ts';
import { isoDate } from './iso-date.ts';

const DAY_MILLISECONDS = 86_400_000;

/** A commit that admits a shortcut as the JSON contract has it. It stands at the first line it added to the file that holds most of them. */
export function admissionDocument(admission: StoredAdmission, telling: Telling): Hack {
  const { end } = admission;
  const common = commonFields(admission, telling);
  if (end === null) return { ...common, status: 'open', fate: null, mergedInto: null, removed: null };
  return { ...common, status: 'removed', fate: null, mergedInto: null, removed: endingOf(admission, end, telling) };
}

/** Lines have no life of their own. */
const UNEVENTFUL = { moves: 0, rewordings: 0, reopened: 0, touches: 0 } as const;

type Common = Omit<OpenHack, 'status' | 'fate' | 'mergedInto' | 'removed'>;

function commonFields(admission: StoredAdmission, telling: Telling): Common {
  const { id, tag, text, introduced, end } = admission;
  const file = mainFileOf(admission);
  const [path, line] = [file.now, file.firstLine];
  const until = end ? end.commitTime.seconds * 1000 : telling.asOf.getTime();
  const age = (until - introduced.commitTime.seconds * 1000) / DAY_MILLISECONDS;
  return {
    id,
    kind: 'commit',
    tag,
    text,
    owner: null,
    issues: [],
    due: null,
    stale: false,
    path,
    line,
    column: 1,
    endLine: line,
    enclosing: null,
    introduced: introductionAt(introduced, { path: file.path, line: 1 }, telling),
    ...UNEVENTFUL,
    ageDays: Math.max(0, Math.round(age * 10) / 10),
    lines: { added: sumOf(admission, 'added'), standing: sumOf(admission, 'standing') },
  };
}

/** The file in which most of its lines stand; if none do, the one to which most were added. */
function mainFileOf({ files }: StoredAdmission): AdmittedFile {
  const [first] = files.toSorted((one, other) => other.standing - one.standing || other.added - one.added);
  if (!first) throw new Error('an admission without files');
  return first;
}

function sumOf({ files }: StoredAdmission, count: 'added' | 'standing'): number {
  return files.reduce((sum, file) => sum + file[count], 0);
}

const UNJUDGED = {
  removal: null,
  extent: null,
  nearMarker: null,
  inDefinition: null,
  confidence: null,
  acknowledged: false,
} as const;

function endingOf(admission: StoredAdmission, end: StoredAdmission['introduced'], telling: Telling): Ending {
  const { now, firstLine } = mainFileOf(admission);
  return {
    commit: end.oid,
    landed: end.landedOid,
    date: isoDate(end.commitTime),
    author: personRef(end.author, telling),
    subject: end.subject,
    path: now,
    line: firstLine,
    ...UNJUDGED,
    selfRemoved: end.author.displayEmail === admission.introduced.author.displayEmail,
  };
}

/** One admission as `show` tells it: how it began and ended, and where its lines stand. */
export function tellAdmission(
  admission: StoredAdmission,
  telling: Telling,
): Omit<ShowReport, 'schema' | 'asOf' | keyof Head> {
  const { introduced, end, files } = admission;
  return {
    hack: admissionDocument(admission, telling),
    onlyOn: null,
    events: [eventOf('introduced', introduced, telling), ...(end ? [eventOf('removed', end, telling)] : [])],
    rewrites: [],
    files: files.map(({ now, added, standing }) => ({ path: now, added, standing })),
    proof: null,
  };
}

function eventOf(kind: EventKind, commit: StoredAdmission['introduced'], telling: Telling): LifeEvent {
  return {
    kind,
    commit: commit.oid,
    landed: commit.landedOid,
    date: isoDate(commit.commitTime),
    author: personRef(commit.author, telling),
    subject: commit.subject,
    before: null,
    after: null,
    into: null,
    why: null,
  };
}
