import { UsageError } from '../errors.ts';
import type { StoredAdmission } from '../model/admission.ts';
import type { RepoPath } from '../model/git.ts';
import type { Head } from '../model/head.ts';
import type { HackKey } from '../model/lineage.ts';
import type { CommandResult, Request, ShowOptions, ShowTarget } from '../model/request.ts';
import type { Rewrite, ShowReport } from '../model/report.ts';
import type { StoredHack } from '../model/store.ts';
import { readAdmissions } from './mining/admissions/mine-admissions.ts';
import { mineStory } from './mining/mine-story.ts';
import type { Session } from './mining/session.ts';
import { withSession } from './mining/session.ts';
import { commitRef, hackDocument } from './telling/hack-document.ts';
import { headOf } from './telling/head.ts';
import { lifeEvents } from './telling/life-events.ts';
import { tellAdmission } from './telling/admission-document.ts';
import { explainMatch } from './telling/explain-match.ts';
import { fromRoot } from './telling/paths.ts';
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

function findHack(session: Session, target: ShowTarget): Promise<StoredHack> {
  return target.kind === 'id' ? findById(session, target.prefix) : findByPlace(session, target);
}

async function findById(session: Session, prefix: string): Promise<StoredHack> {
  const { store, line } = session;
  const found = await store.findHackIds(line.name, `hd-${prefix}`);
  const [only, ...others] = found;
  if (!only)
    throw new UsageError(
      `no hack of "${line.name}" has an id that begins with hd-${prefix}. See "hackdebt list --status all".`,
    );
  if (others.length > 0) {
    const ids = found.slice(0, 3).map(({ id }) => id);
    throw new UsageError(
      `hd-${prefix} means ${found.length} hacks (${ids.join(', ')}${found.length > ids.length ? ', …' : ''}). Give more of the id.`,
    );
  }
  return requireHack(session, only.hack);
}

/** The hack on that line of the tip's file, or the nearest one above it that still reaches to it. */
async function findByPlace(session: Session, { path, line }: { path: string; line: number }): Promise<StoredHack> {
  const { store, repository } = session;
  const wanted = fromRoot(path, repository.location.prefix.replace(/\/$/, '')) as RepoPath;
  const hacks = (await store.readHacks(session.line.name)).filter(
    (hack) =>
      hack.removal === null && hack.mergedInto === null && hack.open.at(-1)?.to === null && hack.place.path === wanted,
  );
  const hack = hacks.find(({ place }) => place.line <= line && line <= place.endLine);
  if (hack) return hack;
  const lines = hacks.map(({ place }) => place.line).toSorted((one, other) => one - other);
  const known = lines.length === 0 ? 'That file has none.' : `That file has them on line ${lines.join(', ')}.`;
  throw new UsageError(`no hack stands on line ${line} of "${wanted}" at the tip of "${session.line.name}". ${known}`);
}

async function requireHack({ store, line }: Session, key: HackKey): Promise<StoredHack> {
  const hack = (await store.readHacks(line.name)).find((candidate) => candidate.key === key);
  if (!hack) throw new Error(`hack ${key} has an id but no row`);
  return hack;
}
