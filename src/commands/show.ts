import type { StoredAdmission } from '../model/admission.ts';
import type { CommitOid } from '../model/git.ts';
import type { HackId } from '../model/hack.ts';
import type { Head } from '../model/head.ts';
import type { CommandResult, Request, ShowOptions, ShowTarget } from '../model/request.ts';
import type { Rewrite, ShowReport } from '../model/report.ts';
import type { StoredEvent, StoredHack } from '../model/store.ts';
import { readAdmissions } from './mining/admissions/mine-admissions.ts';
import { findHack, seekHack } from './mining/find-hack.ts';
import { findOffLine, type OffLine } from './mining/find-off-line.ts';
import type { MinedLine } from './mining/mine-line.ts';
import { mineStory } from './mining/mine-story.ts';
import type { Session } from './mining/session.ts';
import { withSession } from './mining/session.ts';
import { commitRef, hackDocument, openDocument } from './telling/hack-document.ts';
import { headOf } from './telling/head.ts';
import { lifeEvents } from './telling/life-events.ts';
import { tellAdmission } from './telling/admission-document.ts';
import { explainMatch } from './telling/explain-match.ts';
import { proofOf } from './telling/proof.ts';
import { tellingOf } from './telling/telling.ts';

/** `hackdebt show`: one hack's life, with the proof of its fate. */
export function run(request: Request<ShowOptions>): Promise<CommandResult> {
  const { target, allowShallow } = request.options;
  return withSession(request, { store: true, allowShallow }, async (session) => {
    const { at, mined } = await mineStory(session);
    const admission = target.kind === 'id' ? await findAdmission(session, target.prefix) : undefined;
    const told = admission ? tellAdmission(admission, tellingOf(session)) : await tellMarker(session, mined, target);
    const asOf = tellingOf(session).asOf.toISOString();
    return { report: { schema: 'hackdebt.show/1', ...headOf(session, at), asOf, ...told }, exitCode: 0 };
  });
}

type Told = Omit<ShowReport, 'schema' | 'asOf' | keyof Head>;

/** A hack of the line; else one that only a branch or the demo has. */
async function tellMarker(session: Session, mined: MinedLine, target: ShowTarget): Promise<Told> {
  const { explain } = session.request.options as ShowOptions;
  const onLine = await seekHack(session, target);
  const off = onLine ? undefined : await findOffLine(session, mined, target);
  if (off && off.onlyOn !== null) return tellOffLine(session, off);
  return tellHack(session, onLine ?? off?.hack ?? (await findHack(session, target)), explain);
}

async function tellOffLine(session: Session, { hack, onlyOn, events }: OffLine): Promise<Told> {
  const telling = tellingOf(session);
  const told = openDocument(hack, hack.place, telling);
  const life = (await lifeEvents(session, events, telling)).map((event) => ({ ...event, landed: null }));
  return { hack: told, onlyOn, events: life, rewrites: rewritesOf(hack), files: [], proof: null };
}

async function tellHack(session: Session, hack: StoredHack, explain: boolean): Promise<Told> {
  const telling = tellingOf(session);
  const events = await session.store.readEvents(session.line.name, hack.key);
  const known = await Promise.all(events.map((event) => asFirstKnown(session, hack, event)));
  const told = explain ? known.map((event) => ({ ...event, why: explainMatch(event) })) : known;
  return {
    hack: hackDocument(hack, telling),
    onlyOn: null,
    events: await lifeEvents(session, told, telling),
    rewrites: rewritesOf(hack),
    files: [],
    proof: await proofOf(session, hack),
  };
}

/** The line has a hack of a squashed branch from the squash: that brought it in, and who admitted it is known. */
async function asFirstKnown(
  session: Session,
  { id, introduced }: StoredHack,
  event: StoredEvent,
): Promise<StoredEvent> {
  const { oid, landedOid } = introduced;
  if (event.kind !== 'introduced' || event.commit.oid !== landedOid || oid === landedOid) return event;
  const subject = (await subjectOf(session, oid)) ?? (await recordedSubject(session, id)) ?? '';
  return { ...event, commit: { ...introduced, subject } };
}

/** Undefined where the commit was collected. */
async function subjectOf({ repository }: Session, oid: CommitOid): Promise<string | undefined> {
  if ((await repository.resolve(oid)) === undefined) return undefined;
  for await (const { commit } of repository.log({ tips: [oid] })) return commit.message.split('\n', 1)[0] ?? '';
  throw new Error(`commit ${oid} is there and git log does not tell it`);
}

/** As it was recorded when the demo was named. */
async function recordedSubject({ store, line }: Session, id: HackId): Promise<string | undefined> {
  const demos = await store.readSnapshots(line.name, { kind: 'demo' });
  return demos.flatMap(({ hacks }) => hacks).find((hack) => hack.id === id)?.subject;
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
