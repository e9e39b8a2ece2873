import { countFates, countOpen, tellPeriod } from '../insights/burndown.ts';
import { observationsOf, tellHalfLife } from '../insights/half-life.ts';
import { estimateSurvival } from '../insights/kaplan-meier.ts';
import { projectPayDown } from '../insights/projection.ts';
import type { CommandResult, Request, TrendOptions } from '../model/request.ts';
import type { LineLife, PeriodTrend, Projection, TrendReport } from '../model/trend.ts';
import type { Period } from '../sprints/periods.ts';
import { periodsUntil } from '../sprints/periods.ts';
import { renderInstant } from '../sprints/zone.ts';
import { tellBurndown } from './mining/burndown.ts';
import { readLineLives } from './mining/line-lives.ts';
import { findMilestones } from './mining/milestones.ts';
import type { Story } from './mining/mine-story.ts';
import { mineStory } from './mining/mine-story.ts';
import type { Session } from './mining/session.ts';
import { withSession } from './mining/session.ts';
import { headOf } from './telling/head.ts';

/** The projection draws from at least so many periods, however few are shown. */
const HISTORY = 12;

/** `hackdebt trend`: what was open when, how long hacks live, and how many of today's will be left. */
export function run(request: Request<TrendOptions>): Promise<CommandResult> {
  const { options } = request;
  return withSession(request, { store: true, allowShallow: options.allowShallow }, async (session) => {
    return { report: await tellTrend(session, await mineStory(session), options), exitCode: 0 };
  });
}

async function tellTrend(session: Session, { at }: Story, options: TrendOptions): Promise<TrendReport> {
  const { lives, begun } = await readLineLives(session);
  const now = secondsOf(session.request.outside.now);
  const timezone = session.config.sprint?.timezone ?? 'UTC';
  const behind = periodsUntil(session.config.sprint, session.request.outside.now, {
    count: Math.max(options.last, HISTORY) + 1,
    since: begun,
  });
  const periods = behind.slice(-options.last - 1);
  const observations = observationsOf(lives, now);
  const curve = estimateSurvival(observations);
  return {
    schema: 'hackdebt.trend/1',
    ...headOf(session, at),
    asOf: renderInstant(session.request.outside.now, timezone),
    unit: periods.at(-1)?.sprint ? 'sprint' : 'week',
    timezone,
    open: countOpen(lives, now),
    fates: countFates(lives),
    burndown: await tellBurndown(session, periods.at(-1), lives),
    periods: periods.map((period) => describePeriod(period, lives, { now, timezone })),
    milestones: await findMilestones(session, lives),
    halfLife: tellHalfLife(observations, curve),
    survival: options.survival ? curve : null,
    projection: projectFrom(behind, lives, now),
  };
}

interface Clock {
  readonly now: number;
  readonly timezone: string;
}

function describePeriod(period: Period, lives: readonly LineLife[], { now, timezone }: Clock): PeriodTrend {
  const stretch = { from: secondsOf(period.from), to: secondsOf(period.to) };
  return {
    name: period.name,
    from: renderInstant(period.from, timezone),
    to: renderInstant(period.to, timezone),
    ...tellPeriod(lives, stretch, now),
  };
}

/** The first period may have begun before the line did; the last one is not over. */
function projectFrom(periods: readonly Period[], lives: readonly LineLife[], now: number): Projection {
  const stretches = periods.map(({ from, to }) => ({ from: secondsOf(from), to: secondsOf(to) }));
  const current = stretches.at(-1) ?? { from: now, to: now };
  const first = Math.min(...lives.map(({ stays }) => stays[0]?.from ?? Infinity));
  const past = stretches.slice(0, -1).filter(({ from }) => from >= first);
  const { history, needed, gone, open, periods: taken } = projectPayDown({ lives, past, current, now });
  return { history, needed, gone, until: lastDateOf(periods.at(-1)), open, periods: taken };
}

/** A sprint ends with its last working day, whatever the weekend adds; a week with its Sunday. */
function lastDateOf(period: Period | undefined): string {
  const day = period?.sprint?.days.at(-1);
  return day?.date ?? new Date((period?.to.getTime() ?? 0) - 1).toISOString().slice(0, 10);
}

function secondsOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
