import type { Sprint, SprintConfig } from '../model/sprint.ts';
import { sprintAt, sprintBefore } from './calendar.ts';
import { addDays, renderWeek, utcDay, utcMidnight, WEEKDAYS, weekdayOf } from './dates.ts';

/** A sprint, or a calendar week where there are none. Half-open: `from` counts, `to` does not. */
export interface Period {
  readonly name: string;
  readonly from: Date;
  readonly to: Date;
  /** Null for a week. */
  readonly sprint: Sprint | null;
}

/**
 * The last `count` sprints up to the one that lasts, oldest first; weeks (Monday to Sunday, UTC) where none is configured or none
 * has begun. Nothing that was over by `since`.
 */
export function periodsUntil(
  config: SprintConfig | null,
  now: Date,
  { count, since }: { readonly count: number; readonly since: Date },
): readonly Period[] {
  const before = (period: Period): Period | null => {
    if (config === null || period.sprint === null) return weekAt(new Date(period.from.getTime() - 1));
    return periodOf(sprintBefore(config, period.sprint));
  };
  const periods: Period[] = [];
  let period: Period | null = (config && periodOf(sprintAt(config, now))) ?? weekAt(now);
  while (period && periods.length < count && (periods.length === 0 || period.to > since)) {
    periods.unshift(period);
    period = before(period);
  }
  return periods;
}

function periodOf(sprint: Sprint | null): Period | null {
  return sprint && { name: sprint.name, from: sprint.from, to: sprint.to, sprint };
}

function weekAt(instant: Date): Period {
  const day = utcDay(instant);
  const monday = addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)));
  return { name: renderWeek(day), from: utcMidnight(monday), to: utcMidnight(addDays(monday, 7)), sprint: null };
}
