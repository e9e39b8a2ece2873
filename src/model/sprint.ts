import type { DecisionFact } from './decision.ts';

/** A calendar date without a zone: `2026-11-17`. */
export type CalendarDate = string & { readonly __calendarDate: never };

/** Whether calendars have the date: 2026-02-30 only has the form of one. */
export function isRealDate(text: string): text is CalendarDate {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Days of the week in configuration, Monday first. */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** A time of the day, 24 hours: `04:00`. */
export type ClockTime = string & { readonly __clockTime: never };

/** The team's working week, as configured. */
export interface SprintConfig {
  /** A weekday (every week begins there), or the date on which the first sprint began. */
  readonly start: Weekday | CalendarDate;
  /** How many numbered days a sprint has at most. */
  readonly days: number;
  /** Number of the day that ends with the demo. */
  readonly demoDay: number;
  /** When the demo begins on that day; null: at the end of that day. */
  readonly demoTime: ClockTime | null;
  /** Until when work counts to the day before: it is a hackathon. */
  readonly dayEnds: ClockTime;
  /** IANA name (`Europe/Berlin`); never the machine's. */
  readonly timezone: string;
  readonly daysOff: readonly (Weekday | CalendarDate)[];
  /** Pattern of tags that name a demo (`demo-*`), or null. */
  readonly demoTag: string | null;
}

/** One numbered working day. Half-open: `from` counts, `to` does not. Days off after it belong to it. */
export interface SprintDay {
  /** 1 .. days. */
  readonly number: number;
  readonly date: CalendarDate;
  readonly from: Date;
  readonly to: Date;
}

/** One working week. */
export interface Sprint {
  /** `2026-W47`, or the first day's date where a sprint is longer than a week. */
  readonly name: string;
  readonly from: Date;
  readonly to: Date;
  /** In order; never empty. */
  readonly days: readonly SprintDay[];
}

/** The day an instant belongs to. Without a sprint it is a calendar day in UTC. */
export interface DayAt {
  readonly date: CalendarDate;
  readonly from: Date;
  readonly to: Date;
  readonly sprint: Sprint | null;
  /** Number of the day in its sprint; null without one. */
  readonly number: number | null;
}

/** The team named this commit the demo of a sprint. */
export interface DemoFact {
  readonly kind: 'demo';
  readonly sprint: string | null;
  readonly commit: string;
  /** When it was named, ISO-8601 with zone; of two facts for one sprint the later holds. */
  readonly date: string;
}

/** A fact of a kind this version does not know: kept as it is. */
export interface UnknownFact {
  readonly kind: 'unknown';
  readonly line: string;
}

/** One line of `hackdebt.decisions.jsonl`. */
export type Fact = DemoFact | DecisionFact | UnknownFact;

/** A line of `hackdebt.decisions.jsonl` that cannot be read. */
export interface FactProblem {
  readonly line: number;
  readonly problem: string;
}
