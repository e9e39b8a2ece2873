import type { StoredAdmission } from '../model/admission.ts';
import type { Head } from '../model/head.ts';
import type { CommandResult, Request, ShowOptions } from '../model/request.ts';
import type { Rewrite, ShowReport } from '../model/report.ts';
import type { StoredHack } from '../model/store.ts';
import { readAdmissions } from './mining/admissions/mine-admissions.ts';
import { findHack } from './mining/find-hack.ts';
import { mineStory } from './mining/mine-story.ts';
import type { Session } from './mining/session.ts';
import { withSession } from './mining/session.ts';
import { commitRef, hackDocument } from './telling/hack-document.ts';
import { headOf } from './telling/head.ts';
import { lifeEvents } from './telling/life-events.ts';
import { tellAdmission } from './telling/admission-document.ts';
import { explainMatch } from './telling/explain-match.ts';
import { proofOf } from './telling/proof.ts';
import { tellingOf } from './telling/telling.ts';

/** `hackdebt show`: one hack's life, with the proof of its fate. */
export function run(request: Request<ShowOptions>): Promise<CommandResult> {
  const { target, explain, allowShallow } = request.options;
  return withSession(request, { store: true, allowShallow }, async (session) => {
    const { at } = await mineStory(session);
    const admission = target.kind === 'id' ? await findAdmission(session, target.prefix) : undefined;
    const told = admission
      ? tellAdmission(admission, tellingOf(session))
      : await tellHack(session, await findHack(session, target), explain);
    const asOf = tellingOf(session).asOf.toISOString();
    return { report: { schema: 'hackdebt.show/1', ...headOf(session, at), asOf, ...told }, exitCode: 0 };
  });
}

type Told = Omit<ShowReport, 'schema' | 'asOf' | keyof Head>;

async function tellHack(session: Session, hack: StoredHack, explain: boolean): Promise<Told> {
  const telling = tellingOf(session);
  const events = await session.store.readEvents(session.line.name, hack.key);
  const told = explain ? events.map((event) => ({ ...event, why: explainMatch(event) })) : events;
  return {
    hack: hackDocument(hack, telling),
    events: await lifeEvents(session, told, telling),
    rewrites: rewritesOf(hack),
    files: [],
    proof: await proofOf(session, hack),
  };
}

/** The only commit that admits a shortcut and whose id begins so; none if a marker's does, too. */
async function findAdmission(session: Session, prefix: string): Promise<StoredAdmission | undefined> {
  const found = (await readAdmissions(session)).filter(({ id }) => id.startsWith(`hd-${prefix}`));
  const hacks = await session.store.findHackIds(session.line.name, `hd-${prefix}`);
  return found.length === 1 && hacks.length === 0 ? found[0] : undefined;
}

function rewritesOf({ rewrites }: StoredHack): Rewrite[] {
  return rewrites.flatMap(({ commit, extent }) =>
    extent === null || extent === 'none' ? [] : [{ ...commitRef(commit), extent }],
  );
}
