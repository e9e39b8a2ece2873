import { selectHacks } from '../insights/select-hacks.ts';
import { sortHacks } from '../insights/sort-hacks.ts';
import type { Hack } from '../model/hack.ts';
import type { CommandResult, ListOptions, Request } from '../model/request.ts';
import type { StoredCommit } from '../model/store.ts';
import { readAdmissionsAt } from './mining/admissions/admissions-at.ts';
import { readAdmissions } from './mining/admissions/mine-admissions.ts';
import { mineStory } from './mining/mine-story.ts';
import { readRevision } from './mining/revision.ts';
import type { Session } from './mining/session.ts';
import { withSession } from './mining/session.ts';
import { admissionDocument } from './telling/admission-document.ts';
import { matchTold } from './telling/paths.ts';
import { hackDocument, openDocument, type Telling } from './telling/hack-document.ts';
import { headOf } from './telling/head.ts';
import { tellingOf } from './telling/telling.ts';

/** `hackdebt list`: the hacks of the line, or what is open at another revision. */
export function run(request: Request<ListOptions>): Promise<CommandResult> {
  const { options } = request;
  return withSession(request, { store: true, allowShallow: options.allowShallow }, async (session) => {
    const { hacks, at } = await readHacks(session, options.at);
    const isTold = matchTold(session, options.filter.paths);
    const found = await withAdmissions(session, hacks, {
      at: options.at === null ? null : (at ?? null),
      filter: options.filter,
    });
    const selected = sortHacks(
      selectHacks(found, { ...options.filter, paths: [] }).filter(({ path }) => isTold(path)),
      options.sort,
    );
    return { report: { schema: 'hackdebt.list/1', ...headOf(session, at), hacks: selected }, exitCode: 0 };
  });
}

interface Asked {
  /** The revision that is asked for; null for the line's tip. */
  readonly at: StoredCommit | null;
  readonly filter: ListOptions['filter'];
}

/** Commits are listed where they are asked for: beside them the markers of most repositories would drown. */
async function withAdmissions(session: Session, hacks: Hack[], { at, filter }: Asked): Promise<Hack[]> {
  if (!filter.kinds.includes('commit')) return hacks;
  const admissions = at === null ? await readAdmissions(session) : await readAdmissionsAt(session, at.oid);
  const telling = at === null ? tellingOf(session) : tellingAt(session, at);
  return [...hacks, ...admissions.map((admission) => admissionDocument(admission, telling))];
}

/** Ages are those of the revision's day. */
function tellingAt(session: Session, { commitTime }: StoredCommit): Telling {
  return { ...tellingOf(session), asOf: new Date(commitTime.seconds * 1000) };
}

async function readHacks(
  session: Session,
  revision: string | null,
): Promise<{ hacks: Hack[]; at: Parameters<typeof headOf>[1] }> {
  const { store, line, repository } = session;
  const { mined, at } = await mineStory(session);
  const oid = revision === null ? undefined : await repository.require(revision);
  if (oid === undefined) {
    const telling = tellingOf(session);
    return { hacks: (await store.readHacks(line.name)).map((hack) => hackDocument(hack, telling)), at };
  }
  const { commit, open } = await readRevision(session, mined, oid);
  const telling = tellingAt(session, commit);
  return { hacks: open.map(({ hack, place }) => openDocument(hack, place, telling)), at: commit };
}
