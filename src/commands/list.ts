import { selectHacks } from '../insights/select-hacks.ts';
import { sortHacks } from '../insights/sort-hacks.ts';
import type { Hack } from '../model/hack.ts';
import type { CommandResult, ListOptions, Request } from '../model/request.ts';
import { readAdmissions } from './mining/admissions/mine-admissions.ts';
import { mineStory } from './mining/mine-story.ts';
import { readRevision } from './mining/revision.ts';
import type { Session } from './mining/session.ts';
import { withSession } from './mining/session.ts';
import { admissionDocument } from './telling/admission-document.ts';
import { matchTold } from './telling/paths.ts';
import { hackDocument, openDocument } from './telling/hack-document.ts';
import { headOf } from './telling/head.ts';
import { tellingOf } from './telling/telling.ts';

/** `hackdebt list`: the hacks of the line, or what is open at another revision. */
export function run(request: Request<ListOptions>): Promise<CommandResult> {
  const { options } = request;
  return withSession(request, { store: true, allowShallow: options.allowShallow }, async (session) => {
    const { hacks, at } = await readHacks(session, options.at);
    const isTold = matchTold(session, options.filter.paths);
    const found = await withAdmissions(session, hacks, options);
    const selected = sortHacks(
      selectHacks(found, { ...options.filter, paths: [] }).filter(({ path }) => isTold(path)),
      options.sort,
    );
    return { report: { schema: 'hackdebt.list/1', ...headOf(session, at), hacks: selected }, exitCode: 0 };
  });
}

/** Commits are listed where they are asked for: beside them the markers of most repositories would drown. */
async function withAdmissions(session: Session, hacks: Hack[], { at, filter }: ListOptions): Promise<Hack[]> {
  if (at !== null || !filter.kinds.includes('commit')) return hacks;
  const telling = tellingOf(session);
  return [...hacks, ...(await readAdmissions(session)).map((admission) => admissionDocument(admission, telling))];
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
  const telling = { ...tellingOf(session), asOf: new Date(commit.commitTime.seconds * 1000) };
  return { hacks: open.map(({ hack, place }) => openDocument(hack, place, telling)), at: commit };
}
