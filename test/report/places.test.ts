import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderReport } from '../../src/report/render.ts';
import { path } from './sample-hacks.ts';
import { LIST, MARKER, MARKERS, STYLE } from './sample-reports.ts';

interface Result {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Sarif {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly [Run];
}

interface Run {
  readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly Record<string, unknown>[] } };
  readonly automationDetails: { readonly id: string };
  readonly results: readonly Result[];
}

function sarifOf(markers: typeof MARKERS.markers): Sarif {
  return JSON.parse(renderReport({ ...MARKERS, markers }, 'sarif', STYLE)) as Sarif;
}

test('vimgrep is path:line:column: text', () => {
  assert.equal(
    renderReport(MARKERS, 'vimgrep', STYLE),
    "src/tilt.py:3:7: FIXME the nudge is 100% guessed\nsrc/a b/ü.ts:9:7: DON'T DO THIS the nudge is 100% guessed\n",
  );
  assert.match(renderReport(LIST, 'vimgrep', STYLE), /^src\/ball\.ts:42:6: TODO don't do this/);
});

test('a file whose name looks like a CI command is no command', () => {
  const markers = [{ ...MARKER, path: path('::error::x') }];
  assert.match(renderReport({ ...MARKERS, markers }, 'vimgrep', STYLE), /^\.\/::error::x:3:7:/);
});

test('an annotation names file, lines and column, escaped', () => {
  assert.equal(
    renderReport({ ...MARKERS, markers: [{ ...MARKER, path: path('a,b:c.py') }] }, 'github', STYLE),
    '::warning file=a%2Cb%3Ac.py,line=3,endLine=4,col=7,title=FIXME::the nudge is 100%25 guessed\n',
  );
});

test('SARIF has what GitHub requires', () => {
  const { $schema, version, runs } = sarifOf(MARKERS.markers);
  assert.deepEqual([$schema, version], ['https://json.schemastore.org/sarif-2.1.0.json', '2.1.0']);
  const [{ tool, results, automationDetails }] = runs;
  assert.equal(automationDetails.id, 'hackdebt/');
  assert.equal(tool.driver.name, 'hackdebt');
  for (const rule of tool.driver.rules) {
    assert.deepEqual(Object.keys(rule), ['id', 'shortDescription', 'help', 'defaultConfiguration']);
  }
  const rules = tool.driver.rules.map((rule) => rule['id']);
  for (const { ruleId } of results) assert.ok(rules.includes(ruleId));
  assert.deepEqual(results[0], {
    ruleId: 'hackdebt.fixme',
    level: 'warning',
    message: { text: 'FIXME the nudge is 100% guessed' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'src/tilt.py' },
          region: { startLine: 3, startColumn: 7, endLine: 4 },
        },
      },
    ],
    partialFingerprints: results[0]?.partialFingerprints,
  });
});

test('a fingerprint ignores the line, and tells equals apart', () => {
  const [a, b] = sarifOf([MARKER, { ...MARKER, line: 9 }]).runs[0].results.map((result) => result.partialFingerprints);
  const [moved] = sarifOf([{ ...MARKER, line: 99 }]).runs[0].results.map((result) => result.partialFingerprints);
  assert.notDeepEqual(a, b);
  assert.deepEqual(a, moved);
  assert.deepEqual(Object.keys(a ?? {}), ['hackdebtMarker/v1']);
});

test('paths become relative URIs', () => {
  const [result] = sarifOf([{ ...MARKER, path: path('a b/ü#?:%.ts') }]).runs[0].results;
  assert.equal(result?.locations[0].physicalLocation.artifactLocation.uri, 'a%20b/%C3%BC%23%3F%3A%25.ts');
});

test('no more results than GitHub takes, and the cut is told', () => {
  const text = renderReport({ ...MARKERS, markers: Array.from({ length: 25_001 }, () => MARKER) }, 'sarif', STYLE);
  const { runs } = JSON.parse(text) as Sarif;
  assert.equal(runs[0].results.length, 25_000);
  assert.match(text, /"truncated": "25000 of 25001"/);
});
