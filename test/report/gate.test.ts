import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Validator, type Schema } from '@cfworker/json-schema';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import type { CheckReport } from '../../src/model/check.ts';
import type { RepoPath } from '../../src/model/git.ts';
import type { Format } from '../../src/model/report.ts';
import { formatsOf, renderReport } from '../../src/report/render.ts';
import { CHECK } from './sample-check.ts';
import { LIST, MARKER, MARKERS, STYLE } from './sample-reports.ts';

function readFixture(name: string): string {
  return readFileSync(new URL(`../../../test/fixtures/schemas/${name}`, import.meta.url), 'utf8');
}

/** The sample with somebody's idea of a path, a text and a reason in every place. */
function hostile(path: string, text: string): CheckReport {
  const changes = CHECK.changes.map((hack) => ({ ...hack, path: path as RepoPath, text, enclosing: text }));
  const [first] = changes;
  const findings = CHECK.findings.map((finding) => ({ ...finding, hack: first ?? null, message: text }));
  const whole = { ...CHECK.findings[0], rule: 'unsound', level: 'warning', message: text, hack: null } as const;
  return { ...CHECK, changes, findings: [...findings, { ...whole, advice: text, allowed: text }] };
}

const NASTY: readonly (readonly [path: string, text: string])[] = [
  ['src/a.ts', 'plain'],
  ['a b/ü,:%;]"\'<&>.ts', '::error::x ##[error]y ##vso[task.x]z'],
  ['"caf\\351.c"', '=HYPERLINK("http://x")|@all #12 `code` <b>\u202e\u0000\u001b[31m\ufffe'],
  ['-rf', '--> ]]> ${{ x }} \ud800'],
  ['c:/a.ts', '+1\r\n::warning::x'],
];
const REPORTS = [CHECK, { ...CHECK, changes: [], findings: [] }, ...NASTY.map((pair) => hostile(...pair))];

const [NASTY_PATH, NASTY_TEXT] = NASTY[1] ?? assert.fail();
const PLACED = [
  LIST,
  MARKERS,
  { ...MARKERS, markers: [{ ...MARKER, path: NASTY_PATH as RepoPath, text: NASTY_TEXT }] },
];

for (const [format, fixture] of [
  ['sarif', 'sarif-2.1.0.schema.json'],
  ['rdjson', 'rdjson.schema.json'],
] as const) {
  test(`${format} is valid by its official schema, whatever the repository says`, () => {
    const validator = new Validator(JSON.parse(readFixture(fixture)) as Schema, '4');
    for (const report of [...REPORTS, ...PLACED]) {
      const { errors } = validator.validate(JSON.parse(renderReport(report, format, STYLE)));
      assert.deepEqual(errors, []);
    }
  });
}

/** Commands that a format is made of; the rest of the line may hold none. */
const OWN: Partial<Record<Format, RegExp>> = {
  github: /^::(error|warning|notice) [^:]*::/,
  azure: /^##vso\[task\.logissue [^\]]*\]/,
};

test("JUnit is valid by Ant's schema, whatever the repository says", async () => {
  const schema = readFixture('junit.xsd');
  for (const report of REPORTS) {
    const contents = renderReport(report, 'junit', STYLE);
    const { valid, errors } = await validateXML({ xml: [{ fileName: 'junit.xml', contents }], schema: [schema] });
    assert.ok(valid, JSON.stringify(errors));
  }
});

test('GitLab gets a list whose entries have all five fields and fingerprints of their own', () => {
  for (const report of [...REPORTS, ...PLACED]) {
    const issues = JSON.parse(renderReport(report, 'gitlab', STYLE)) as Record<string, never>[];
    for (const issue of issues) {
      assert.deepEqual(Object.keys(issue), ['description', 'check_name', 'fingerprint', 'severity', 'location']);
      assert.match(String(issue['severity']), /^(info|minor|major|critical|blocker)$/);
    }
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
  }
  assert.equal(renderReport({ ...CHECK, changes: [], findings: [] }, 'gitlab', STYLE).trim(), '[]');
});

test('CSV keeps to RFC 4180 and begins no cell with a formula', () => {
  for (const report of REPORTS) {
    const csv = renderReport(report, 'csv', STYLE);
    const records = csv.split('\r\n').slice(0, -1);
    assert.equal(records.length, report.changes.length + 1);
    const cell = '(?:"(?:[^"]|"")*"|[^",\\r\\n]*)';
    for (const record of records) {
      assert.match(record, new RegExp(`^${cell}(?:,${cell}){19}$`, 's'));
      assert.doesNotMatch(record, /(^|,)"?[=+\-@]/);
    }
  }
});

test('nothing that a repository says becomes a command to a runner, in any format', () => {
  const text = fc.string({
    unit: fc.constantFrom('::error::', '##[', '##vso[', '##teamcity[', '\n', '\r', ' ', 'x', ']', '#', ':'),
  });
  fc.assert(
    fc.property(text, text, (path, said) => {
      for (const format of formatsOf('hackdebt.check/1')) {
        const lines = renderReport(hostile(path === '' ? 'x' : path, said), format, STYLE).split(/[\r\n]/);
        for (const line of lines.map((printed) => printed.replace(OWN[format] ?? /^$/, 'own ').trimStart())) {
          assert.doesNotMatch(line, /^::|##\[|##vso\[|##teamcity\[/, `${format}: ${line}`);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('a comment is empty where nothing changed, and has at most ten rows', () => {
  assert.equal(renderReport({ ...CHECK, changes: [], findings: [] }, 'markdown', STYLE), '');
  const [first] = CHECK.changes;
  const many = Array.from({ length: 30 }, (_, index) => ({ ...(first ?? assert.fail()), fingerprint: `v1:${index}` }));
  const comment = renderReport({ ...CHECK, changes: many, findings: [] }, 'markdown', STYLE);
  assert.equal(comment.match(/^\| [^|-]/gm)?.length, 10);
  assert.match(comment, /and 20 more/);
});

test('a comment links to lines of a known forge and never shows a password', () => {
  const remote = 'https://ann:secret@github.com/ann/feed.git';
  const comment = renderReport({ ...CHECK, remote }, 'markdown', STYLE);
  assert.match(comment, /\(https:\/\/github\.com\/ann\/feed\/blob\/b{40}\/src\/feed\.ts\?plain=1#L42\)/);
  assert.doesNotMatch(comment, /secret/);
});
