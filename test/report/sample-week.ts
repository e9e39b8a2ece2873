import type { Report } from '../../src/model/report.ts';
import type { StandupItem, StandupReport } from '../../src/model/standup.ts';
import type { TrendReport } from '../../src/model/trend.ts';
import { oid, openHack, path } from './sample-hacks.ts';

const TIP = { commit: oid('c3'), date: '2026-11-18T12:00:00+01:00', subject: 'Polish the table' } as const;
const HEAD = { repository: 'pinball', line: 'main', at: TIP, ruleset: 'f00d' } as const;

export const ITEM: StandupItem = {
  id: openHack('55').id,
  tag: 'TODO',
  text: 'the tilt sensor lies',
  path: path('src/tilt.ts'),
  line: 7,
  fate: null,
  by: 'Ann',
  branch: null,
};

export const STANDUP: StandupReport = {
  schema: 'hackdebt.standup/1',
  ...HEAD,
  asOf: '2026-11-18T09:30:00+01:00',
  since: '2026-11-17T04:00:00+01:00',
  timezone: 'Europe/Berlin',
  in: { sprint: '2026-W47', day: 3 },
  items: {
    paid: [{ ...ITEM, fate: 'refactored', by: 'Bo', branch: 'flippers' }],
    gone: [{ ...ITEM, fate: 'swept' }],
    admitted: [ITEM, ITEM],
    moved: [ITEM],
  },
  thanks: { paid: 1, people: ['Bo'] },
  commits: { humans: 4, agents: 1, agentsFor: ['Ann'], bots: 2, botNames: ['renovate'] },
  branches: { unmerged: 3, read: ['flippers'], squashed: ['bumpers'], leftOut: 1, fetched: '2026-11-18T07:00:00.000Z' },
  notStarted: [
    { id: ITEM.id, text: ITEM.text, path: ITEM.path, line: 7, decision: 'refactor', owner: 'Ann' },
    { id: ITEM.id, text: ITEM.text, path: ITEM.path, line: 9, decision: 'delete', owner: null },
  ],
  shares: { lines: { building: 52, testing: 21, documenting: 9, refactoring: 18 }, leftOut: 0 },
};

const NO_FATES = { refactored: 0, deleted: 0, swept: 0, unclear: 0 } as const;

/** Without a sprint in the configuration, and with little history. */
export const TREND: TrendReport = {
  schema: 'hackdebt.trend/1',
  ...HEAD,
  asOf: '2026-11-18T09:30:00Z',
  unit: 'week',
  timezone: 'UTC',
  open: 12,
  fates: { refactored: 6, deleted: 2, swept: 1, unclear: 1 },
  burndown: [
    { date: '2026-11-16', number: null, open: 10, observed: 10, over: true },
    { date: '2026-11-17', number: null, open: 14, observed: 13, over: true },
    { date: '2026-11-18', number: null, open: 12, observed: null, over: false },
  ],
  periods: [
    {
      name: '2026-W46',
      from: '2026-11-09T00:00:00Z',
      to: '2026-11-16T00:00:00Z',
      over: true,
      admitted: 9,
      paid: 3,
      fates: { ...NO_FATES, refactored: 2, deleted: 1, swept: 1 },
      carriedOver: 6,
      open: 10,
    },
    {
      name: '2026-W47',
      from: '2026-11-16T00:00:00Z',
      to: '2026-11-23T00:00:00Z',
      over: false,
      admitted: 4,
      paid: 0,
      fates: NO_FATES,
      carriedOver: 2,
      open: 12,
    },
  ],
  milestones: [
    { name: 'alpha', date: '2026-11-10T12:00:00Z', open: 9 },
    { name: 'beta', date: '2026-12-01T23:59:59Z', open: null },
  ],
  halfLife: { median: 9, lower: 6, upper: null, hacks: 22, gone: 10, enough: true },
  survival: null,
  projection: { history: 1, needed: 4, gone: 3, until: '2026-11-22', open: null, periods: null },
};

/** With a sprint, the curve, and a past to draw from. */
export const SPRINT_TREND: TrendReport = {
  ...TREND,
  unit: 'sprint',
  timezone: 'Europe/Berlin',
  burndown: TREND.burndown.map((point, index) => ({ ...point, number: index + 1 })),
  survival: {
    median: 9,
    lower: 6,
    upper: null,
    steps: [
      { time: 2.5, atRisk: 10, gone: 1, survival: 0.9, standardError: 0.0949, lower: 0.732, upper: 1 },
      { time: 9, atRisk: 2, gone: 2, survival: 0, standardError: null, lower: null, upper: null },
    ],
  },
  projection: {
    history: 12,
    needed: 4,
    gone: 40,
    until: '2026-11-20',
    open: { median: 10, low: 8, high: 12 },
    periods: { median: 2.5, low: 1.2, high: null },
  },
};

export const WEEK_SAMPLES: readonly Report[] = [STANDUP, { ...STANDUP, in: null }, TREND, SPRINT_TREND];
