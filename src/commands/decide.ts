import { UsageError } from '../errors.ts';
import type { DecideOptions, DecideReport, DecisionFact } from '../model/decision.ts';
import type { CommandResult, Request, ShowTarget } from '../model/request.ts';
import type { StoredHack } from '../model/store.ts';
import { addDecisions, DECISIONS_FILE, findDecisions } from '../sprints/decisions.ts';
import { renderInstant } from '../sprints/zone.ts';
import { editDecisions } from './mining/decisions-file.ts';
import { findHack } from './mining/find-hack.ts';
import { isMeant } from './mining/find-off-line.ts';
import type { MinedLine } from './mining/mine-line.ts';
import { mineStory } from './mining/mine-story.ts';
import type { Session } from './mining/session.ts';
import { withSession } from './mining/session.ts';
import { headOf } from './telling/head.ts';
import { readDemoOffLine } from './mining/shown.ts';
import { matchTold } from './telling/paths.ts';

/** `hackdebt decide`: writes what the team decided about a hack, or about all of some age and place, into the file it commits. */
export function run(request: Request<DecideOptions>): Promise<CommandResult> {
  return withSession(request, { store: true, allowShallow: null }, async (session) => {
    const { mined, at } = await mineStory(session);
    const decided = (await findHacks(session, mined, request.options)).map((hack) =>
      factOf(session, hack, request.options),
    );
    const changed = await editDecisions(session, (facts) => {
      const known = findDecisions(facts);
      return addDecisions(
        facts,
        decided.filter((fact) => !isSaid(known.get(fact.id), fact)),
      );
    });
    const report: DecideReport = {
      schema: 'hackdebt.decide/1',
      ...headOf(session, at),
      decided,
      file: DECISIONS_FILE,
      changed,
    };
    return { report, exitCode: 0 };
  });
}

async function findHacks(
  session: Session,
  mined: MinedLine,
  { target }: DecideOptions,
): Promise<readonly StoredHack[]> {
  const { store, line } = session;
  if (target.kind === 'one') return [await findOpen(session, mined, target.hack)];
  const isInPaths = matchTold(session, target.paths);
  const before = target.before === null ? Infinity : Date.parse(target.before) / 1000;
  const hacks = (await store.readHacks(line.name)).filter(
    (hack) =>
      hack.removal === null &&
      hack.mergedInto === null &&
      hack.open.at(-1)?.to === null &&
      isInPaths(hack.place.path) &&
      hack.introduced.commitTime.seconds < before,
  );
  if (hacks.length === 0) throw new UsageError('no open hack is that old and stands there. See "hackdebt list".');
  return hacks;
}

async function findOpen(session: Session, mined: MinedLine, target: ShowTarget): Promise<StoredHack> {
  const { strangers } = await readDemoOffLine(session, mined);
  const shown = strangers.find(
    ({ hack, isOnLine }) => !isOnLine && isMeant(session, { hack, place: hack.place }, target),
  );
  if (shown) return shown.hack;
  const hack = await findHack(session, target);
  if (hack.removal === null && hack.mergedInto === null) return hack;
  throw new UsageError(`${hack.id} is gone: there is nothing to decide. See "hackdebt show ${hack.id}".`);
}

function factOf({ config, request }: Session, hack: StoredHack, options: DecideOptions): DecisionFact {
  const { decision, owner, note, until } = options;
  const date = renderInstant(request.outside.now, config.sprint?.timezone ?? 'UTC');
  const { path, wording } = hack.place;
  const kept = { text: wording.text, path, introduced: hack.introduced.oid };
  return { kind: 'decision', id: hack.id, decision, owner, note, until, date, ...kept };
}

/** Whether the file says the same already, whenever that was decided. */
function isSaid(known: DecisionFact | undefined, { decision, owner, note, until }: DecisionFact): boolean {
  return known?.decision === decision && known.owner === owner && known.note === note && known.until === until;
}
