import type { CalendarDate, Weekday } from '../model/sprint.ts';

/** A calendar date as a number: days since 1970-01-01. */
export type DayNumber = number & { readonly __dayNumber: never };

const DAY = 86_400_000;

/** Monday first. */
export const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** `2026-11-17` -> its number. */
export function parseDate(date: CalendarDate): DayNumber {
  return dayNumber(Date.parse(`${date}T00:00:00Z`) / DAY);
}

/** The number's date. */
export function renderDate(day: DayNumber): CalendarDate {
  return new Date(day * DAY).toISOString().slice(0, 10) as CalendarDate;
}

export function addDays(day: DayNumber, days: number): DayNumber {
  return dayNumber(day + days);
}

/** Day 0 was a Thursday. */
export function weekdayOf(day: DayNumber): Weekday {
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 'monday';
}

/** The calendar date in UTC. */
export function utcDay(instant: Date): DayNumber {
  return dayNumber(Math.floor(instant.getTime() / DAY));
}

/** Midnight in UTC. */
export function utcMidnight(day: DayNumber): Date {
  return new Date(day * DAY);
}

/** `2026-W47`: the ISO 8601 week, which belongs to the year of its Thursday. */
export function renderWeek(day: DayNumber): string {
  const thursday = addDays(day, 3 - WEEKDAYS.indexOf(weekdayOf(day)));
  const year = renderDate(thursday).slice(0, 4);
  const week = 1 + Math.floor((thursday - parseDate(`${year}-01-01` as CalendarDate)) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Thursday of an ISO week; undefined if the year has no such week. */
export function findThursday(week: string): DayNumber | undefined {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (year === undefined) return undefined;
  const fourth = parseDate(`${year}-01-04` as CalendarDate);
  const thursday = addDays(fourth, 3 - WEEKDAYS.indexOf(weekdayOf(fourth)) + 7 * (Number(number) - 1));
  return renderWeek(thursday) === week ? thursday : undefined;
}

function dayNumber(value: number): DayNumber {
  return value as DayNumber;
}
