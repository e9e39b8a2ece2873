import type { CalendarDate, ClockTime, SprintConfig } from '../../src/model/sprint.ts';

export function date(text: string): CalendarDate {
  return text as CalendarDate;
}

export function clock(text: string): ClockTime {
  return text as ClockTime;
}

/** Monday to Friday in Berlin, demo on Tuesday. */
export const BERLIN: SprintConfig = {
  start: 'monday',
  days: 5,
  demoDay: 2,
  demoTime: null,
  dayEnds: clock('04:00'),
  timezone: 'Europe/Berlin',
  daysOff: ['saturday', 'sunday'],
  demoTag: null,
};
