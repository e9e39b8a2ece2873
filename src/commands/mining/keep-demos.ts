import type { Sprint, SprintConfig } from '../../model/sprint.ts';
import { sprintBefore } from '../../sprints/calendar.ts';
import { findDemo, findLastShown, type FoundDemo } from './landmarks.ts';
import type { MinedLine } from './mine-line.ts';
import { demoName, keepDemo } from './record-demo.ts';
import { scopedName } from './scope.ts';
import type { Session } from './session.ts';
import { findShown } from './shown.ts';

/** As many sprints as a trend looks back on. */
const MOST = 12;

/**
 * Keeps what past demos showed that nobody named by a command: those by a tag, as its branch may go away, and those by the clock, which
 * are rebuilt. Of each calendar the latest, back to one that is kept already.
 */
export async function keepPastDemos(session: Session, mined: MinedLine): Promise<void> {
  const { config, commonSprint } = session;
  const teams = config.scopes.flatMap((scope) => (scope.sprint ? [{ scope, sprint: scope.sprint }] : []));
  for (const { scope, sprint } of [{ scope: null, sprint: commonSprint }, ...teams])
    if (sprint) await keepOf({ ...session, scope, config: { ...config, sprint } }, mined, sprint);
}

async function keepOf(session: Session, mined: MinedLine, config: SprintConfig): Promise<void> {
  let sprint = (await findLastShown(session, config))?.sprint ?? null;
  for (let kept = 0; sprint !== null && kept < MOST; kept++) {
    const demo = await findDemo(session, config, sprint);
    if (!demo || (await isKept(session, sprint, demo))) return;
    const revision = await findShown(session, mined, demo.commit);
    const origin = demo.source === 'clock' ? 'rebuilt' : 'observed';
    if (revision) await keepDemo(session, { revision, sprint, shownAt: demo.shownAt, origin });
    sprint = sprintBefore(config, sprint);
  }
}

/** Whether the sprint's snapshot is of this commit. */
async function isKept({ store, line, scope }: Session, sprint: Sprint, { commit }: FoundDemo): Promise<boolean> {
  const name = scopedName(scope, sprint.name);
  const names = [name, demoName(name, commit)];
  const kept = await Promise.all(names.map((known) => store.readSnapshots(line.name, { kind: 'demo', name: known })));
  return kept.flat().some((snapshot) => snapshot.commit === commit);
}
