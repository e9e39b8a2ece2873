import { isRealDate, type CalendarDate, type DayAt, type Sprint, type SprintConfig } from '../model/sprint.ts';
import { addDays, findThursday, parseDate, renderDate, utcDay, utcMidnight, type DayNumber } from './dates.ts';
import { buildGrid, findSlot, findSprint, startOf, workdaysOf, type Grid } from './slots.ts';
import { findInstant, localDay } from './zone.ts';

/** The day an instant belongs to. Days off belong to the working day before; without a sprint, calendar days in UTC. */
export function dayAt(config: SprintConfig | null, instant: Date): DayAt {
  if (config === null) return buildPlainDay(utcDay(instant));
  const day = workDateAt(config, instant);
  const grid = buildGrid(config);
  const slot = findLastSlot(config, grid, day);
  const sprint = slot === undefined ? undefined : findSprint(config, grid, slot);
  const sprintDay = sprint?.days.findLast(({ from }) => from <= instant);
  if (!sprint || !sprintDay) return buildOutsideDay(config, day);
  const { date, from, to, number } = sprintDay;
  return { date, from, to, sprint, number };
}

/** The sprint an instant belongs to; null before the first one. */
export function sprintAt(config: SprintConfig, instant: Date): Sprint | null {
  return dayAt(config, instant).sprint;
}

/** The sprint of a name (`2026-W47`), or the one whose time has a date (`2026-11-17`); null if there is none. */
export function sprintNamed(config: SprintConfig, name: string): Sprint | null {
  const day = findThursday(name) ?? (isRealDate(name) ? parseDate(name) : undefined);
  if (day === undefined) return null;
  const grid = buildGrid(config);
  const slot = findSlot(grid, day);
  if (slot === undefined) return null;
  const near = [slot - 1, slot, slot + 1].map((number) => findNearby(config, grid, number));
  return near.find((sprint) => sprint?.name === name) ?? (isWeekly(grid, name) ? null : (near[1] ?? null));
}

/** The sprint before, or null. */
export function sprintBefore(config: SprintConfig, { from }: Sprint): Sprint | null {
  return sprintAt(config, new Date(from.getTime() - 1));
}

/** When the demo of a sprint begins: `demoTime`, else the end of `demoDay` (or of the last day, in a week that is shorter). */
export function demoMoment({ demoDay, demoTime, dayEnds, timezone }: SprintConfig, sprint: Sprint): Date {
  const { date } = sprint.days[Math.min(demoDay, sprint.days.length) - 1] ?? { date: '' as CalendarDate };
  const time = demoTime ?? dayEnds;
  const isNextMorning = demoTime === null || demoTime < dayEnds;
  return findInstant(addDays(parseDate(date), isNextMorning ? 1 : 0), time, timezone);
}

/** Every day that has a part in `from` (counts) to `to` (does not), in order. */
export function daysBetween(config: SprintConfig | null, from: Date, to: Date): readonly DayAt[] {
  const days: DayAt[] = [];
  for (let instant = from; instant < to;) {
    const day = dayAt(config, instant);
    days.push(day);
    instant = day.to;
  }
  return days;
}

/** The date the team would name: before `dayEnds` it is still yesterday. */
function workDateAt(config: SprintConfig, instant: Date): DayNumber {
  const day = localDay(instant, config.timezone);
  return instant < startOf(config, day) ? addDays(day, -1) : day;
}

/** The last slot with a working day up to `day`; undefined before the first sprint. */
function findLastSlot(config: SprintConfig, grid: Grid, day: DayNumber): number | undefined {
  for (let slot = findSlot(grid, day); slot !== undefined && (slot >= 0 || !grid.isBounded); slot--) {
    const [first] = workdaysOf(config, grid, slot);
    if (first !== undefined && first <= day) return slot;
  }
  return undefined;
}

function findNearby(config: SprintConfig, grid: Grid, slot: number): Sprint | undefined {
  return grid.isBounded && slot < 0 ? undefined : findSprint(config, grid, slot);
}

function isWeekly(grid: Grid, name: string): boolean {
  return grid.length === 7 && name.includes('W');
}

function buildPlainDay(day: DayNumber): DayAt {
  return {
    date: renderDate(day),
    from: utcMidnight(day),
    to: utcMidnight(addDays(day, 1)),
    sprint: null,
    number: null,
  };
}

/** A day before the first sprint: the team's clock, but no number. */
function buildOutsideDay(config: SprintConfig, day: DayNumber): DayAt {
  const [from, to] = [startOf(config, day), startOf(config, addDays(day, 1))];
  return { date: renderDate(day), from, to, sprint: null, number: null };
}
