import { countOpen } from '../../insights/burndown.ts';
import type { DayAt } from '../../model/sprint.ts';
import type { BurndownPoint, LineLife } from '../../model/trend.ts';
import { daysBetween } from '../../sprints/calendar.ts';
import type { Period } from '../../sprints/periods.ts';
import { matchTold } from '../telling/paths.ts';
import { scopedName } from './scope.ts';
import type { Session } from './session.ts';

/** What was open at the end of each day of a period up to now, beside what was recorded on it. */
export async function tellBurndown(
  session: Session,
  period: Period | undefined,
  lives: readonly LineLife[],
): Promise<BurndownPoint[]> {
  if (!period) return [];
  const { now } = session.request.outside;
  const days = daysBetween(session.config.sprint, period.from, new Date(Math.min(now.getTime() + 1, +period.to)));
  const points: BurndownPoint[] = [];
  for (const day of days) points.push(await tellDay(session, day, lives));
  return points;
}

async function tellDay(
  session: Session,
  { date, to, number }: DayAt,
  lives: readonly LineLife[],
): Promise<BurndownPoint> {
  const { store, line, request, scope } = session;
  const { now } = request.outside;
  const isTold = matchTold(session);
  const [recorded] = await store.readSnapshots(line.name, { kind: 'day', name: scopedName(scope, date) });
  return {
    date,
    number,
    open: countOpen(lives, Math.floor(Math.min(to.getTime() - 1, now.getTime()) / 1000)),
    observed: recorded?.origin === 'observed' ? recorded.hacks.filter(({ path }) => isTold(path)).length : null,
    over: to <= now,
  };
}
