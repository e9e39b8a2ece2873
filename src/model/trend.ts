import type { FateCounts, Head } from './head.ts';

/** What the trend is cut into: the team's sprints, or calendar weeks where none are configured. */
export type PeriodUnit = 'sprint' | 'week';

/** A value with an interval around it. `high` is null where it lies beyond what is looked at. */
export interface Spread {
  readonly median: number | null;
  readonly low: number;
  readonly high: number | null;
}

/** What happened to the hacks of the line in one sprint or week, by the landed clock. */
export interface PeriodTrend {
  /** `2026-W47` */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** False while it lasts. */
  readonly over: boolean;
  /** Hacks that came for the first time. */
  readonly admitted: number;
  /** Refactored or deleted. */
  readonly paid: number;
  /** All that went for good, by fate. */
  readonly fates: FateCounts;
  /** Admitted in it and open at its end. */
  readonly carriedOver: number;
  /** Open at its end, or now. */
  readonly open: number;
}

/** What was open when a day ended (or is open now). */
export interface BurndownPoint {
  readonly date: string;
  /** Number of the day in its sprint; null without one. */
  readonly number: number | null;
  /** By the intervals of the line's story as it is told now. */
  readonly open: number;
  /** What was recorded on that date; null if nothing was. */
  readonly observed: number | null;
  readonly over: boolean;
}

/** A named moment of the project, from a tag or the configuration. */
export interface Milestone {
  readonly name: string;
  readonly date: string;
  /** Null while it is ahead. */
  readonly open: number | null;
}

/** A moment at which at least one hack went. Days since it came. */
export interface SurvivalStep {
  readonly time: number;
  /** Hacks that were looked at that long or longer. */
  readonly atRisk: number;
  readonly gone: number;
  /** Share that lives longer, 0 to 1, with its standard error (Greenwood) and 95 % band; null where it has none. */
  readonly survival: number;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A median with its 95 % band, in days; null where the curve does not come down to a half. */
export interface SurvivalMedian {
  readonly median: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** How long hacks live: Kaplan-Meier's estimate, the living counted in. */
export interface SurvivalCurve extends SurvivalMedian {
  readonly steps: readonly SurvivalStep[];
}

/** After how many days half of the hacks are gone, however they went. */
export interface HalfLife extends SurvivalMedian {
  readonly hacks: number;
  readonly gone: number;
  /** False where too few are gone to tell. */
  readonly enough: boolean;
}

/** How many of today's hacks will be open at the end of the period, and how many further periods they take. */
export interface Projection {
  /** Full periods that are resampled. */
  readonly history: number;
  /** So many are needed. */
  readonly needed: number;
  /** How many hacks went in those periods, of those that were open when each began. */
  readonly gone: number;
  /** The last date of the period. */
  readonly until: string;
  /** Null with too little history. */
  readonly open: Spread | null;
  /** Null with too little history, or where nothing is left. */
  readonly periods: Spread | null;
}

/** `hackdebt trend` */
export interface TrendReport extends Head {
  readonly schema: 'hackdebt.trend/1';
  readonly asOf: string;
  readonly unit: PeriodUnit;
  readonly timezone: string;
  readonly open: number;
  /** All hacks of the line that are gone, by fate. */
  readonly fates: FateCounts;
  readonly burndown: readonly BurndownPoint[];
  /** Oldest first. */
  readonly periods: readonly PeriodTrend[];
  readonly milestones: readonly Milestone[];
  readonly halfLife: HalfLife;
  /** Null unless asked for. */
  readonly survival: SurvivalCurve | null;
  readonly projection: Projection;
}

/** A stretch of time, half-open, in seconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A hack's life on the mainline by the landed clock: when it stood there, in seconds. */
export interface LineLife {
  /** At least one, oldest first; `to` is null while it stands. */
  readonly stays: readonly { readonly from: number; readonly to: number | null }[];
  /** How it went for good; null for one that stands, was not judged, or lives on as an older hack. */
  readonly fate: keyof FateCounts | null;
  /** It turned out to be an older hack. */
  readonly isMerged: boolean;
}
