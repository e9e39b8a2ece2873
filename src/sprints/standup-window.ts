import type { CalendarDate, ClockTime, SprintConfig } from '../model/sprint.ts';
import { dayAt } from './calendar.ts';
import { addDays, renderDate } from './dates.ts';
import { startOf } from './slots.ts';
import { localDay } from './zone.ts';

/** Where no sprint is configured: the usual week, nights counted to the evening before. */
const USUAL: SprintConfig = {
  start: 'monday',
  days: 5,
  demoDay: 5,
  demoTime: null,
  dayEnds: '04:00' as ClockTime,
  timezone: 'UTC',
  daysOff: ['saturday', 'sunday'],
  demoTag: null,
};

/**
 * When the last working day before `now` began: on a Tuesday that is Monday 04:00, on a Monday Friday 04:00, on a Sunday
 * Friday 04:00, too. Without a sprint the days are those of Monday to Friday in UTC.
 */
export function lastWorkingDay(config: SprintConfig | null, now: Date): Date {
  const calendar = config ?? USUAL;
  const today = dayAt(calendar, now);
  const isDayOff = today.date !== dateOf(calendar, now);
  return isDayOff ? today.from : dayAt(calendar, new Date(today.from.getTime() - 1)).from;
}

/** The date that the team would name: before `dayEnds` it is still yesterday. */
function dateOf(config: SprintConfig, now: Date): CalendarDate {
  const day = localDay(now, config.timezone);
  return renderDate(now < startOf(config, day) ? addDays(day, -1) : day);
}
