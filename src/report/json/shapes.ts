import { buildAgendaShape } from './agenda-shape.ts';
import { decideReport, decisionSummary } from './decide-shape.ts';
import { checkReport } from './check-shape.ts';
import type { Ending, Hack, Introduction, PersonRef } from '../../model/hack.ts';
import type { CommitRef, FateCounts, Head } from '../../model/head.ts';
import type { DayWindow, DemoRef, OutcomeReport, SinceWindow, SprintWindow } from '../../model/outcome.ts';
import type { StandupReport } from '../../model/standup.ts';
import type { TrendReport } from '../../model/trend.ts';
import type * as reports from '../../model/report.ts';
import type { Shape, ShapeOf } from './shape.ts';
import { initReport } from './init-shape.ts';
import { STANDUP } from './standup-shape.ts';
import { TREND } from './trend-shape.ts';
import type { SqlReport } from '../../model/sql.ts';

export type { Shape } from './shape.ts';

const fates: ShapeOf<FateCounts> = { refactored: null, deleted: null, swept: null, unclear: null };
const person: ShapeOf<PersonRef> = { name: null, email: null };
const commit: ShapeOf<CommitRef> = { commit: null, date: null, subject: null };

const introduced: ShapeOf<Introduction> = {
  commit: null,
  landed: null,
  date: null,
  authorDate: null,
  author: person,
  subject: null,
  path: null,
  line: null,
  notBefore: null,
};

const removed: ShapeOf<Ending> = {
  commit: null,
  landed: null,
  date: null,
  author: person,
  subject: null,
  path: null,
  line: null,
  removal: null,
  extent: null,
  nearMarker: null,
  inDefinition: null,
  acknowledged: null,
  selfRemoved: null,
  confidence: null,
};

const hack: ShapeOf<Hack> = {
  id: null,
  kind: null,
  tag: null,
  text: null,
  owner: null,
  issues: null,
  due: null,
  status: null,
  fate: null,
  stale: null,
  path: null,
  line: null,
  column: null,
  endLine: null,
  enclosing: null,
  introduced,
  moves: null,
  rewordings: null,
  reopened: null,
  mergedInto: null,
  ageDays: null,
  touches: null,
  lines: { added: null, standing: null },
  removed,
};

const marker: ShapeOf<reports.PlacedMarker> = {
  path: null,
  line: null,
  column: null,
  endLine: null,
  kind: null,
  tag: null,
  text: null,
  owner: null,
  issues: null,
  due: null,
};

const head: ShapeOf<Head> = { repository: null, scope: null, line: null, at: commit, ruleset: null };
const since: ShapeOf<reports.Since & { name: string; days: number }> = {
  kind: null,
  name: null,
  days: null,
  date: null,
};
const change: ShapeOf<reports.ScanChange> = { since, admitted: null, removed: null, fates };
const excerpt: ShapeOf<reports.Excerpt> = { path: null, line: null, lines: null };
const proofLine: ShapeOf<reports.ProofLine> = { sign: null, line: null, text: null };
const proof: ShapeOf<reports.Proof> = { path: null, lines: proofLine, command: null };
const check: ShapeOf<reports.Check> = { name: null, status: null, finding: null, advice: null };
const skipped: ShapeOf<reports.SkippedFile> = { path: null, reason: null };

const counts: ShapeOf<reports.ScanCounts> = {
  commits: null,
  read: null,
  open: null,
  stale: null,
  removed: null,
  fates,
};

const event: ShapeOf<reports.LifeEvent> = {
  kind: null,
  commit: null,
  landed: null,
  date: null,
  author: person,
  subject: null,
  before: excerpt,
  after: excerpt,
  into: null,
  why: null,
};

const snapshot: ShapeOf<reports.SnapshotRef> = {
  date: null,
  open: null,
  provisional: null,
  in: { sprint: null, day: null },
};

const demo: ShapeOf<DemoRef> = { ...commit, source: null, shownAt: null, matched: null };

const window: ShapeOf<SprintWindow> & ShapeOf<DayWindow> & ShapeOf<SinceWindow> = {
  kind: null,
  name: null,
  from: null,
  to: null,
  reference: commit,
  timezone: null,
  demo,
  upcoming: null,
  day: null,
  date: null,
  origin: null,
  final: null,
};

const outcome: ShapeOf<OutcomeReport> = {
  schema: null,
  ...head,
  asOf: null,
  window,
  paths: null,
  counts: { total: null, open: null, stale: null, merged: null, fates },
  hacks: hack,
  payers: { self: null, others: null, people: null },
  newSince: hack,
  carriedIn: { total: null, gone: null, hacks: hack },
  wentStale: hack,
  commits: hack,
  decisions: decisionSummary,
  folders: { path: null, total: null, open: null },
};

const scan: ShapeOf<reports.ScanReport> = {
  schema: null,
  ...head,
  asOf: null,
  counts,
  changes: change,
  oldest: hack,
  mostTouched: hack,
  uncommitted: marker,
  snapshot,
  next: null,
};

const list: ShapeOf<reports.ListReport> = { schema: null, ...head, hacks: hack };
const rewrite: ShapeOf<reports.Rewrite> = { ...commit, extent: null };
const show: ShapeOf<reports.ShowReport> = {
  schema: null,
  ...head,
  asOf: null,
  hack,
  onlyOn: null,
  events: event,
  rewrites: rewrite,
  files: { path: null, added: null, standing: null },
  proof,
};
const markers: ShapeOf<reports.MarkersReport> = { schema: null, ruleset: null, markers: marker, skipped };
const doctor: ShapeOf<reports.DoctorReport> = {
  schema: null,
  version: null,
  repository: null,
  checks: check,
  rebuilt: null,
};

const standup: ShapeOf<StandupReport> = { schema: null, ...head, ...STANDUP };
const trend: ShapeOf<TrendReport> = { schema: null, ...head, ...TREND };

const demoReport: ShapeOf<reports.DemoReport> = {
  schema: null,
  ...head,
  sprint: null,
  demo,
  open: null,
  file: null,
  changed: null,
};

const sql: ShapeOf<SqlReport> = {
  schema: null,
  scope: null,
  name: null,
  question: null,
  sql: null,
  columns: null,
  rows: null,
  hasMore: null,
};

/** The order of the keys of every document; the shipped JSON schemas have the same. */
export const SHAPES: Readonly<Record<reports.SchemaName, Shape>> = {
  'hackdebt.scan/1': scan,
  'hackdebt.list/1': list,
  'hackdebt.show/1': show,
  'hackdebt.report/1': outcome,
  'hackdebt.standup/1': standup,
  'hackdebt.trend/1': trend,
  'hackdebt.markers/1': markers,
  'hackdebt.demo/1': demoReport,
  'hackdebt.sql/1': sql,
  'hackdebt.doctor/1': doctor,
  'hackdebt.decide/1': decideReport,
  'hackdebt.agenda/1': buildAgendaShape({ head, commit, hack, window }),
  'hackdebt.check/1': checkReport,
  'hackdebt.init/1': initReport,
};
