import type { CalendarDate, Sprint, SprintConfig, Weekday } from '../model/sprint.ts';
import { addDays, parseDate, renderDate, renderWeek, WEEKDAYS, weekdayOf, type DayNumber } from './dates.ts';
import { findInstant } from './zone.ts';

/** The regular grid behind the sprints: slot 0 begins at `anchor`, each is `length` days long. */
export interface Grid {
  readonly anchor: DayNumber;
  /** Whole weeks, in days. */
  readonly length: number;
  /** From the first day of a slot to the middle one of its working days, holidays not counted off. */
  readonly middle: number;
  /** A date as start: there is nothing before slot 0. */
  readonly isBounded: boolean;
}

/** As many weeks as the working days of a sprint need. */
export function buildGrid({ start, days, daysOff }: SprintConfig): Grid {
  const workdays = 7 - daysOff.filter(isWeekday).length;
  const length = 7 * Math.ceil(days / Math.max(1, workdays));
  // Day 4 was the first Monday of 1970.
  const anchor = isWeekday(start) ? addDays(4 as DayNumber, WEEKDAYS.indexOf(start)) : parseDate(start);
  const usual = Array.from({ length }, (_, index) => index).filter(
    (index) => !daysOff.includes(weekdayOf(addDays(anchor, index))),
  );
  const middle = usual[Math.floor((Math.min(days, usual.length) - 1) / 2)] ?? 0;
  return { anchor, length, middle, isBounded: !isWeekday(start) };
}

/** Number of the slot a date lies in; undefined before the first one. */
export function findSlot(grid: Grid, day: DayNumber): number | undefined {
  const slot = Math.floor((day - grid.anchor) / grid.length);
  return grid.isBounded && slot < 0 ? undefined : slot;
}

/** The numbered days of a slot: its first working days. Empty if all of it is off. */
export function workdaysOf(config: SprintConfig, grid: Grid, slot: number): readonly DayNumber[] {
  const start = firstOf(grid, slot);
  const all = Array.from({ length: grid.length }, (_, index) => addDays(start, index));
  return all.filter((day) => isWorkday(config, day)).slice(0, config.days);
}

/** The sprint of a slot, or undefined if all of it is off. It lasts until the next one begins. */
export function findSprint(config: SprintConfig, grid: Grid, slot: number): Sprint | undefined {
  const workdays = workdaysOf(config, grid, slot);
  if (workdays.length === 0) return undefined;
  const starts = [...workdays, nextWorkday(config, grid, slot)].map((day) => startOf(config, day));
  const days = workdays.map((day, index) => ({
    number: index + 1,
    date: renderDate(day),
    from: starts[index] ?? new Date(NaN),
    to: starts[index + 1] ?? new Date(NaN),
  }));
  const [from = new Date(NaN), to = new Date(NaN)] = [starts[0], starts.at(-1)];
  return { name: nameOf(grid, slot), from, to, days };
}

/** When a date begins for the team: at the end of the working night before. */
export function startOf({ dayEnds, timezone }: SprintConfig, day: DayNumber): Date {
  return findInstant(day, dayEnds, timezone);
}

/** Days off are finitely many dates and at most six weekdays, so this ends. */
function nextWorkday(config: SprintConfig, grid: Grid, slot: number): DayNumber {
  let day = firstOf(grid, slot + 1);
  while (!isWorkday(config, day)) day = addDays(day, 1);
  return day;
}

function firstOf(grid: Grid, slot: number): DayNumber {
  return addDays(grid.anchor, slot * grid.length);
}

/** A sprint of one week has the name of the ISO week of its middle day; a longer one its first date. */
function nameOf(grid: Grid, slot: number): string {
  const first = firstOf(grid, slot);
  return grid.length === 7 ? renderWeek(addDays(first, grid.middle)) : renderDate(first);
}

function isWorkday({ daysOff }: SprintConfig, day: DayNumber): boolean {
  return !daysOff.includes(weekdayOf(day)) && !daysOff.includes(renderDate(day));
}

function isWeekday(day: Weekday | CalendarDate): day is Weekday {
  return WEEKDAYS.some((weekday) => weekday === day);
}
