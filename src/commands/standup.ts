import type { CommandResult, Request, StandupOptions } from '../model/request.ts';
import type { StandupReport } from '../model/standup.ts';
import { dayAt } from '../sprints/calendar.ts';
import { renderInstant } from '../sprints/zone.ts';
import { readDisplayNames, showPeople } from './mining/display-names.ts';
import type { Story } from './mining/mine-story.ts';
import { mineStory } from './mining/mine-story.ts';
import type { Session } from './mining/session.ts';
import { withSession } from './mining/session.ts';
import { gather } from './mining/standup/gather.ts';
import { openStandup } from './mining/standup/window.ts';
import { headOf } from './telling/head.ts';
import { tellNotStarted } from './telling/not-started.ts';
import { tellWork } from './telling/standup.ts';

/** `hackdebt standup`: what was paid, admitted and moved since the last working day, on the mainline and on unmerged branches. */
export function run(request: Request<StandupOptions>): Promise<CommandResult> {
  const { options } = request;
  return withSession(request, { store: true, allowShallow: options.allowShallow }, async (session) => {
    return { report: await tellStandup(session, await mineStory(session), options.since), exitCode: 0 };
  });
}

async function tellStandup(session: Session, { mined, at }: Story, asked: string | null): Promise<StandupReport> {
  const { config, request } = session;
  const timezone = config.sprint?.timezone ?? 'UTC';
  const window = await openStandup(session, asked);
  const gathered = await gather(session, mined, window);
  const personOf = showPeople(await readDisplayNames(session, []));
  const { items, thanks, commits } = tellWork(session, gathered, (person) => {
    const { displayName: name, displayEmail: email } = personOf(person);
    return { name, email };
  });
  const { sprint, number } = dayAt(config.sprint, request.outside.now);
  return {
    schema: 'hackdebt.standup/1',
    ...headOf(session, at),
    asOf: renderInstant(request.outside.now, timezone),
    since: renderInstant(new Date(window.since * 1000), timezone),
    timezone,
    in: sprint && number !== null ? { sprint: sprint.name, day: number } : null,
    items,
    thanks,
    commits,
    branches: gathered.branches,
    notStarted: await tellNotStarted(session, mined, gathered.begun),
    shares: gathered.shares,
  };
}
