import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type { ChangedHack, CheckReport, Finding } from '../../src/model/check.ts';
import type { HackId } from '../../src/model/hack.ts';
import type { Format } from '../../src/model/report.ts';
import { formatsOf, renderReport } from '../../src/report/render.ts';
import { CHECK } from './sample-check.ts';
import { path } from './sample-hacks.ts';
import { STYLE } from './sample-reports.ts';

const [TODO, SWEPT, MOVED] = CHECK.changes as readonly [ChangedHack, ChangedHack, ChangedHack];

const PAID: ChangedHack = {
  ...SWEPT,
  id: 'hd-0123456789abcdef' as HackId,
  fingerprint: 'v1:11111111111111111111111111111111',
  tag: 'HACK',
  text: 'one user, and it is me',
  path: path('src/login (old).ts'),
  line: 7,
  removal: { kind: 'code-changed', extent: 'logic', fate: 'refactored', confidence: 0.95 },
};

/** Untouched by the branch, but past its date. */
const OVERDUE: ChangedHack = {
  ...MOVED,
  fingerprint: 'v1:22222222222222222222222222222222',
  text: 'ask the bank | "soon"',
  due: '2026-11-01',
  path: path('src/a|b, "c".ts'),
  before: {
    path: path('src/a|b, "c".ts'),
    line: 42,
    column: 6,
    endLine: 43,
    tag: 'TODO',
    text: 'ask the bank | "soon"',
  },
};

const FINDINGS: readonly Finding[] = [
  ...CHECK.findings,
  {
    rule: 'maxNew',
    level: 'error',
    message: '1 hack new, at most 0 allowed',
    advice: 'Pay one of them.',
    hack: null,
    allowed: 'the demo is in an hour',
  },
  {
    rule: 'dueDates',
    level: 'warning',
    message: 'was due on 2026-11-01',
    advice: 'Pay it back, or give it another date.',
    hack: OVERDUE,
    allowed: null,
  },
];

/** One of each: paid, swept, admitted, moved, overdue, allowed. */
const REPORT: CheckReport = {
  ...CHECK,
  remote: 'git@github.com:ann/feed.git',
  counts: { ...CHECK.counts, removed: 2, paid: 1, skipped: 2 },
  changes: [
    TODO,
    { ...SWEPT, fingerprint: 'v1:33333333333333333333333333333333' },
    PAID,
    { ...MOVED, fingerprint: 'v1:44444444444444444444444444444444' },
  ],
  findings: FINDINGS.map((finding) =>
    finding.rule === 'noSwept'
      ? { ...finding, hack: { ...SWEPT, fingerprint: 'v1:33333333333333333333333333333333' } }
      : finding,
  ),
  policy: { ...CHECK.policy, rules: ['noSwept', 'maxNew', 'dueDates'] },
};

/** The golden file of each format. */
const FILES: Partial<Record<Format, string>> = {
  terminal: 'check.txt',
  json: 'check.json',
  markdown: 'check.md',
  csv: 'check.csv',
  github: 'check.github.txt',
  azure: 'check.azure.txt',
  sarif: 'check.sarif',
  gitlab: 'check.gitlab.json',
  rdjson: 'check.rdjson.json',
  junit: 'check.junit.xml',
};

/** With UPDATE_GOLDEN=1 the files are written anew. */
for (const format of formatsOf('hackdebt.check/1')) {
  test(`check as ${format} reads as its golden file does`, () => {
    assertGolden(FILES[format] ?? assert.fail(format), renderReport(REPORT, format, STYLE));
  });
}

/** A branch in a clone without its base. */
const BASELINE: CheckReport = {
  ...CHECK,
  verdict: 'passed',
  base: { name: 'hackdebt.baseline.jsonl', commit: null, foundBy: 'what the clone holds' },
  baseline: {
    file: 'hackdebt.baseline.jsonl',
    from: 'head',
    isWritten: false,
    entries: 12,
    stale: [{ fingerprint: 'v1:55555555555555555555555555555555', path: TODO.path, tag: 'TODO', text: 'paid' }],
  },
  counts: { ...CHECK.counts, removed: 0, moved: 0, swept: 0 },
  changes: [TODO],
  findings: [],
  policy: { ...CHECK.policy, rules: [] },
  command: 'check',
};

for (const [format, file] of [
  ['terminal', 'check-baseline.txt'],
  ['markdown', 'check-baseline.md'],
] as const) {
  test(`check against a baseline as ${format} reads as its golden file does`, () => {
    assertGolden(file, renderReport(BASELINE, format, STYLE));
  });
}

function assertGolden(name: string, text: string): void {
  const file = new URL(`../../../test/report/golden/${name}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  assert.equal(text, readFileSync(file, 'utf8'));
}
