import type { ClockTime } from '../model/sprint.ts';
import { utcDay, utcMidnight, type DayNumber } from './dates.ts';

/** Making a formatter costs a thousand times more than using it. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

/**
 * The instant at which clocks of a zone show a date and a time. Where they show it twice (end of daylight saving), the
 * first; where they skip it, the moment of the skip moved on by as much (02:30 becomes 03:30).
 */
export function findInstant(day: DayNumber, time: ClockTime, timezone: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wall = utcMidnight(day).getTime() + (hours * 60 + minutes) * 60_000;
  const before = offsetAt(new Date(wall - 86_400_000), timezone);
  const after = offsetAt(new Date(wall + 86_400_000), timezone);
  const early = wall - before;
  const late = wall - after;
  if (offsetAt(new Date(early), timezone) === before) return new Date(early);
  return offsetAt(new Date(late), timezone) === after ? new Date(late) : new Date(early);
}

/** The date that calendars of a zone show at an instant. */
export function localDay(instant: Date, timezone: string): DayNumber {
  return utcDay(new Date(instant.getTime() + offsetAt(instant, timezone)));
}

/** ISO-8601 with the zone's offset at that instant: `2026-11-17T18:00:00+01:00`. */
export function renderInstant(instant: Date, timezone: string): string {
  const offset = offsetAt(instant, timezone);
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const wall = new Date(instant.getTime() + offset).toISOString().slice(0, 19);
  if (minutes === 0) return `${wall}Z`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${wall}${offset < 0 ? '-' : '+'}${hours}:${rest}`;
}

/** Milliseconds that a zone is ahead of UTC at an instant. */
function offsetAt(instant: Date, timezone: string): number {
  const parts = formatterOf(timezone).formatToParts(instant);
  const numbers = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = numbers;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant.getTime() / 1000) * 1000;
}

function formatterOf(timezone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(timezone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  FORMATTERS.set(timezone, formatter);
  return formatter;
}
