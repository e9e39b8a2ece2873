import { DECISION_SAMPLES } from './sample-decide.ts';
import type { CommitRef } from '../../src/model/head.ts';
import type { OutcomeReport, SprintWindow } from '../../src/model/outcome.ts';
import type {
  DemoReport,
  DoctorReport,
  ListReport,
  MarkersReport,
  PlacedMarker,
  Report,
  ScanReport,
  ShowReport,
} from '../../src/model/report.ts';
import { PLAIN } from '../../src/report/palette.ts';
import type { Style } from '../../src/report/style.ts';
import { ANSWER } from './sample-answer.ts';
import { WEEK_SAMPLES } from './sample-week.ts';
import { ANN, BO, oid, openHack, path, removedHack } from './sample-hacks.ts';

export const STYLE: Style = { palette: PLAIN, width: null, limit: null, idDigits: null };

const TIP: CommitRef = { commit: oid('c3'), date: '2026-11-18T12:00:00+01:00', subject: 'Polish the table' };
const HEAD = { repository: 'pinball', line: 'main', at: TIP, ruleset: 'f00d' } as const;
const SOME_FATES = { refactored: 12, deleted: 5, swept: 1, unclear: 1 } as const;
const NO_FATES = { refactored: 0, deleted: 0, swept: 0, unclear: 0 } as const;

export const DEMO_WINDOW: SprintWindow = {
  kind: 'sprint',
  name: '2026-W47',
  from: '2026-11-16T03:00:00Z',
  to: '2026-11-23T03:00:00Z',
  timezone: 'Europe/Berlin',
  demo: {
    commit: oid('d4'),
    date: '2026-11-17T17:00:00+01:00',
    subject: 'Show the table',
    source: 'decision',
    shownAt: '2026-11-17T18:00:00+01:00',
    matched: null,
  },
  upcoming: null,
};

export const MARKER: PlacedMarker = {
  path: path('src/tilt.py'),
  line: 3,
  column: 7,
  endLine: 4,
  kind: 'tag',
  tag: 'FIXME',
  text: 'the nudge is 100% guessed',
  owner: 'ann',
  issues: ['#12'],
  due: '2026-12-01',
};

/** Without a sprint in the configuration. */
export const SCAN: ScanReport = {
  schema: 'hackdebt.scan/1',
  ...HEAD,
  asOf: '2026-11-18T13:00:00Z',
  counts: { commits: 1204, read: 3, open: 41, stale: 3, removed: 19, fates: SOME_FATES },
  changes: [
    {
      since: { kind: 'yesterday', date: '2026-11-17T23:59:59Z' },
      admitted: 3,
      removed: 2,
      fates: { ...NO_FATES, refactored: 2 },
    },
    { since: { kind: 'tag', name: 'v1.2.0', date: '2026-10-01T00:00:00Z' }, admitted: 0, removed: 0, fates: NO_FATES },
  ],
  oldest: openHack('0123456789', { ageDays: 412.7, tag: 'XXX' }),
  mostTouched: openHack('3f9a2c1b', { path: path('src/flipper.ts') }),
  uncommitted: [MARKER, MARKER],
  snapshot: { date: '2026-11-18', open: 41, provisional: true, in: null },
  next: 'report',
};

export const SPRINT_SCAN: ScanReport = {
  ...SCAN,
  changes: [
    {
      since: { kind: 'demo', name: '2026-W47', date: '2026-11-17T18:00:00+01:00' },
      admitted: 1,
      removed: 1,
      fates: NO_FATES,
    },
  ],
  snapshot: { date: '2026-11-18', open: 41, provisional: false, in: { sprint: '2026-W47', day: 3 } },
};

export const LIST: ListReport = {
  schema: 'hackdebt.list/1',
  ...HEAD,
  hacks: [
    openHack('3f9a2c1b', { touches: 12 }),
    openHack('51aa', { tag: 'FIXME', stale: true, ageDays: 900, path: path('lib/sound.c'), line: 7, text: '' }),
    removedHack('77bb', 'swept', { touches: 0, ageDays: 0.5 }),
  ],
};

export const SHOW: ShowReport = {
  schema: 'hackdebt.show/1',
  ...HEAD,
  asOf: '2026-11-18T13:00:00Z',
  hack: removedHack('3f9a2c1b', 'refactored', { moves: 1, owner: 'johnny', issues: ['#12'] }),
  events: [
    {
      kind: 'introduced',
      commit: oid('a1'),
      landed: oid('e5'),
      date: '2026-11-16T10:00:00+01:00',
      author: ANN,
      subject: 'Roll the ball',
      before: null,
      after: { path: path('src/hack.ts'), line: 17, lines: ["// TODO(johnny) don't do this"] },
      into: null,
      why: null,
    },
    {
      kind: 'moved',
      commit: oid('f6'),
      landed: oid('f6'),
      date: '2026-11-17T09:00:00+01:00',
      author: { name: 'Bo', email: 'bo@example.org' },
      subject: 'Give the ball a file',
      before: { path: path('src/hack.ts'), line: 17, lines: ["// TODO(johnny) don't do this"] },
      after: { path: path('src/ball.ts'), line: 42, lines: ["// TODO(johnny) don't do this"] },
      into: null,
      why: 'same text and neighbours',
    },
    {
      kind: 'removed',
      commit: oid('b2'),
      landed: oid('b2'),
      date: '2026-11-18T11:30:00+01:00',
      author: BO,
      subject: 'Ask the flippers properly',
      before: { path: path('src/ball.ts'), line: 40, lines: ["// TODO(johnny) don't do this"] },
      after: null,
      into: null,
      why: null,
    },
  ],
  rewrites: [
    { commit: oid('a7'), date: '2026-11-17T15:00:00+01:00', subject: 'Guess twice', extent: 'logic' },
    { commit: oid('a8'), date: '2026-11-17T16:00:00+01:00', subject: 'Indent', extent: 'format' },
  ],
  files: [],
  onlyOn: null,
  proof: {
    path: path('src/ball.ts'),
    lines: [
      { sign: ' ', line: 39, text: 'function rollBall() {' },
      { sign: '-', line: 40, text: "  // TODO(johnny) don't do this" },
      { sign: '-', line: 41, text: '  return guess();' },
      { sign: '+', line: 40, text: '  return flippers.ask();' },
    ],
    command: 'git show b2b2b2b -- src/ball.ts',
  },
};

export const OUTCOME: OutcomeReport = {
  schema: 'hackdebt.report/1',
  ...HEAD,
  asOf: '2026-11-18T13:00:00Z',
  window: DEMO_WINDOW,
  paths: [],
  counts: { total: 5, open: 2, stale: 1, merged: 0, fates: { refactored: 1, deleted: 1, swept: 1, unclear: 0 } },
  hacks: [
    removedHack('01', 'refactored'),
    removedHack('02', 'deleted', { path: path('src/tilt.py'), text: 'fake score | for <b>now</b>' }),
    removedHack('03', 'swept', { tag: 'HACK' }),
    openHack('04', { stale: true }),
    openHack('05', { path: path('lib/sound.c') }),
  ],
  payers: { self: 1, others: 1, people: [] },
  newSince: [openHack('06'), removedHack('07', 'refactored')],
  carriedIn: { total: 41, gone: 2, hacks: [] },
  wentStale: [openHack('04', { stale: true })],
  commits: [
    openHack('08', {
      kind: 'commit',
      tag: 'WORKAROUND',
      text: 'Work around the tilt',
      lines: { added: 30, standing: 12 },
    }),
  ],
  decisions: null,
  folders: [
    { path: 'src', total: 4, open: 1 },
    { path: 'lib', total: 1, open: 1 },
  ],
};

export const MARKERS: MarkersReport = {
  schema: 'hackdebt.markers/1',
  ruleset: 'f00d',
  markers: [
    MARKER,
    { ...MARKER, path: path('src/a b/ü.ts'), line: 9, endLine: 9, tag: "DON'T DO THIS", kind: 'phrase', due: null },
  ],
  skipped: [
    { path: path('img/ball.png'), reason: 'binary' },
    { path: path('vendor/x.js'), reason: 'vendored' },
    { path: path('img/table.png'), reason: 'binary' },
  ],
};

export const DEMO: DemoReport = {
  schema: 'hackdebt.demo/1',
  ...HEAD,
  sprint: '2026-W47',
  demo: DEMO_WINDOW.demo,
  open: 12,
  file: 'hackdebt.decisions.jsonl',
  changed: true,
};

export const DOCTOR: DoctorReport = {
  schema: 'hackdebt.doctor/1',
  version: '0.1.0',
  repository: 'pinball',
  checks: [
    { name: 'clone', status: 'ok', finding: 'whole history, 1,204 commits', advice: null },
    { name: 'database', status: 'problem', finding: 'damaged', advice: 'Run hackdebt doctor --rebuild.' },
  ],
  rebuilt: false,
};

/** One of every document, and the second face of those that have two. */
export const SAMPLES: readonly Report[] = [
  ...DECISION_SAMPLES,
  SCAN,
  SPRINT_SCAN,
  LIST,
  SHOW,
  OUTCOME,
  { ...OUTCOME, window: { kind: 'tag', name: 'v1.2.0', from: TIP.date, to: TIP.date, reference: TIP } },
  MARKERS,
  DEMO,
  ANSWER,
  DOCTOR,
  ...WEEK_SAMPLES,
];
