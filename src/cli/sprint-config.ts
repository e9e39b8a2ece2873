import { isRealDate, type CalendarDate, type ClockTime, type SprintConfig, type Weekday } from '../model/sprint.ts';
import type { JsonSource } from './json-source.ts';

/** The `sprint` of a configuration that passed the schema. */
export interface RawSprint {
  readonly start: string;
  readonly days?: number;
  readonly demoDay?: number;
  readonly demoTime?: string;
  readonly dayEnds?: string;
  readonly timezone?: string;
  readonly daysOff?: readonly string[];
  readonly demoTag?: string;
}

/** What says where a problem is. */
type Complainer = Pick<JsonSource, 'complain'>;

/** In the order of `Date.getUTCDay`. */
const WEEKDAYS: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Fills in the defaults and checks what a schema cannot say. Throws UsageError. */
export function buildSprint(raw: RawSprint, source: Complainer): SprintConfig {
  const days = raw.days ?? 5;
  const config: SprintConfig = {
    start: raw.start as Weekday | CalendarDate,
    days,
    demoDay: raw.demoDay ?? Math.min(2, days),
    demoTime: (raw.demoTime ?? null) as ClockTime | null,
    dayEnds: (raw.dayEnds ?? '04:00') as ClockTime,
    timezone: raw.timezone ?? 'UTC',
    daysOff: buildDaysOff(raw),
    demoTag: raw.demoTag ?? null,
  };
  checkDates(config, source);
  checkLength(config, source);
  if (!isTimezone(config.timezone)) {
    const problem = `"sprint.timezone" "${config.timezone}" is not known. Give an IANA name such as Europe/Berlin.`;
    throw source.complain(['sprint', 'timezone'], problem);
  }
  return config;
}

/** Holidays alone leave the weekend as it is; weekdays replace it; an empty list means no days off at all. */
function buildDaysOff({ daysOff: raw, start }: RawSprint): SprintConfig['daysOff'] {
  const weekend = weekendBefore(weekdayOf(start));
  const daysOff = (raw ?? weekend) as SprintConfig['daysOff'];
  const hasOnlyDates = daysOff.length > 0 && daysOff.every(isDate);
  return hasOnlyDates ? [...weekend, ...daysOff] : daysOff;
}

/** Saturday and Sunday; where people begin on one of them, the two days before it. */
function weekendBefore(start: Weekday): readonly Weekday[] {
  if (start === 'sunday') return ['friday', 'saturday'];
  return start === 'saturday' ? ['thursday', 'friday'] : ['saturday', 'sunday'];
}

function weekdayOf(start: string): Weekday {
  const weekday = isDate(start) ? WEEKDAYS[new Date(`${start}T00:00:00Z`).getUTCDay()] : (start as Weekday);
  return weekday ?? 'monday';
}

function isDate(text: string): text is CalendarDate {
  return /^\d/.test(text);
}

function checkDates(config: SprintConfig, source: Complainer): void {
  const wrong = [config.start, ...config.daysOff].find((day) => isDate(day) && !isRealDate(day));
  if (wrong === undefined) return;
  const key = wrong === config.start ? 'start' : 'daysOff';
  throw source.complain(['sprint', key], `"sprint.${key}" has no such date: ${wrong}. Check month and day.`);
}

function checkLength({ start, days, demoDay, daysOff }: SprintConfig, source: Complainer): void {
  const workdays = 7 - daysOff.filter((day) => !isDate(day)).length;
  if (workdays === 0) throw source.complain(['sprint', 'daysOff'], '"sprint.daysOff" leaves no day to work.');
  if (daysOff.includes(weekdayOf(start))) {
    const problem = `"sprint.start" is a ${weekdayOf(start)}, which "sprint.daysOff" says is a day off. Change one of them.`;
    throw source.complain(['sprint', 'start'], problem);
  }
  if (demoDay > days) {
    throw source.complain(['sprint', 'demoDay'], `"sprint.demoDay" ${demoDay} comes after the last day, ${days}.`);
  }
  if (days > workdays && !isDate(start)) {
    const problem = `a sprint of ${days} days is longer than a week. Make "sprint.start" the date on which one began.`;
    throw source.complain(['sprint', 'start'], problem);
  }
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
