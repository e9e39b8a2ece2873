import { countOpen } from '../../insights/burndown.ts';
import type { CalendarDate, ClockTime } from '../../model/sprint.ts';
import type { LineLife, Milestone } from '../../model/trend.ts';
import { addDays, parseDate } from '../../sprints/dates.ts';
import { isDemoTag } from '../../sprints/demo.ts';
import { findInstant, renderInstant } from '../../sprints/zone.ts';
import type { Session } from './session.ts';

interface Moment {
  readonly name: string;
  /** In seconds. */
  readonly at: number;
}

/** The milestones that tags of the line or the configuration name, by date, with what was open then. */
export async function findMilestones(session: Session, lives: readonly LineLife[]): Promise<Milestone[]> {
  const now = session.request.outside.now.getTime() / 1000;
  const zone = zoneOf(session);
  const moments = [...(await findTagged(session)), ...findDated(session)];
  return moments
    .toSorted((one, other) => one.at - other.at || (one.name < other.name ? -1 : 1))
    .map(({ name, at }) => ({
      name,
      date: renderInstant(new Date(at * 1000), zone),
      open: at > now ? null : countOpen(lives, at),
    }));
}

/** A tag counts from when the mainline had its commit; tags off the line do not count. */
async function findTagged({ repository, store, line, config, request }: Session): Promise<Moment[]> {
  const patterns = config.milestones.flatMap((rule) => (rule.kind === 'tag' ? [rule.pattern] : []));
  if (patterns.length === 0) return [];
  const tags = (await repository.tags()).filter(({ name }) => patterns.some((pattern) => isDemoTag(pattern, name)));
  const commits = await store.readCommits(
    line.name,
    tags.map(({ commit }) => commit),
  );
  const mainline = await store.readMainline(line.name, Math.floor(request.outside.now.getTime() / 1000));
  return tags.flatMap(({ name }, index) => {
    const at = mainline[(commits[index]?.landed ?? 0) - 1]?.landedAt;
    return at === undefined ? [] : [{ name, at }];
  });
}

/** A date counts to its end. */
function findDated(session: Session): Moment[] {
  return session.config.milestones.flatMap((rule) =>
    rule.kind === 'date' ? [{ name: rule.name, at: endOf(rule.date, zoneOf(session)) }] : [],
  );
}

function endOf(date: CalendarDate, zone: string): number {
  return findInstant(addDays(parseDate(date), 1), '00:00' as ClockTime, zone).getTime() / 1000 - 1;
}

function zoneOf({ config }: Session): string {
  return config.sprint?.timezone ?? 'UTC';
}
