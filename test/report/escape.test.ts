import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Format } from '../../src/model/report.ts';
import { codeMarkdown, escapeMarkdown } from '../../src/report/escape/markdown.ts';
import { escapeTerminal } from '../../src/report/escape/terminal.ts';
import { escapeWorkflowData, escapeWorkflowProperty } from '../../src/report/escape/workflow.ts';
import { stringify } from '../../src/report/json/stringify.ts';
import { formatsOf, renderReport } from '../../src/report/render.ts';
import { openHack, path, removedHack } from './sample-hacks.ts';
import { ANSWER } from './sample-answer.ts';
import { LIST, MARKER, MARKERS, OUTCOME, SCAN, SHOW, STYLE } from './sample-reports.ts';

/** Whatever acts on a terminal: C0 but the newline, DEL, C1, bidirectional controls. */
// oxlint-disable-next-line no-control-regex
const ACTS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const NASTY = [
  '\u001b[31m',
  '\u009b2J',
  '\n::error::',
  '##[x]',
  '##vso[a]',
  '\u202e',
  '`',
  '|',
  '<b>',
  '@all',
  '#12',
  '%',
  ',',
  ':',
  '\r',
  '- ',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

test('escape sequences and direction changes are shown, not obeyed', () => {
  assert.equal(escapeTerminal('\u001b[31mred\u0007\u009b\u202eabc\tx\n'), '␛[31mred␇\\u{9b}\\u{202e}abc x␊');
});

test('text of every script stays as it is', () => {
  const text = 'Später – 後で 🙈 é „quoted“ don’t';
  assert.equal(escapeTerminal(text), text);
});

test('no text reaches a terminal with a control or a CI command in it', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const safe = escapeTerminal(text);
      assert.doesNotMatch(safe, ACTS);
      assert.doesNotMatch(safe, /\n|##(vso|teamcity)?\[/);
      assert.equal(escapeTerminal(safe), safe);
    }),
    { numRuns: 500 },
  );
});

test('Markdown shows untrusted text literally', () => {
  assert.equal(
    escapeMarkdown('*a* _b_ [c](d) <i> `e` | ~ $f$'),
    '\\*a\\* \\_b\\_ \\[c\\](d) &lt;i> \\`e\\` \\| \\~ \\$f\\$',
  );
  assert.equal(escapeMarkdown('# x'), '\\#&#8203; x');
  assert.equal(escapeMarkdown('1. x'), '1\\. x');
  assert.equal(escapeMarkdown('@ann #12 https://x'), '@&#8203;ann #&#8203;12 https:&#8203;//x');
});

test('no untrusted text opens markup, a cell, a tag, a mention or a reference in Markdown', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const safe = escapeMarkdown(text);
      assert.doesNotMatch(safe.replace(/\\./gu, 'x'), /[`*_[\]|~$<]|[@#](?!&#8203;)(?!8203;)|^\s*[-+=#>]|\n/);
      const literal = safe
        .replaceAll('&#8203;', '')
        .replaceAll('&lt;', '<')
        .replace(/\\([^u])/g, '$1');
      assert.equal(literal, escapeTerminal(text).replace(/\\([^u])/g, '$1'));
    }),
    { numRuns: 500 },
  );
});

test('inline code cannot be closed from inside', () => {
  assert.equal(codeMarkdown('a`b``c|d'), '``` a`b``c\\|d ```');
});

test('workflow commands keep their data and properties apart', () => {
  assert.equal(escapeWorkflowProperty('a:b,c%'), 'a%3Ab%2Cc%25');
  assert.equal(escapeWorkflowData('a\n::error::b'), 'a␊::error::b');
});

test('JSON holds nothing that acts on a terminal, and means the same', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      assert.doesNotMatch(stringify({ text }), ACTS);
      assert.deepEqual(JSON.parse(stringify({ text })), { text });
    }),
    { numRuns: 500 },
  );
});

test('no report in any format holds a control, or begins a line with a command, whatever the repository says', () => {
  fc.assert(
    fc.property(hostile, hostile, (text, name) => {
      const place = path(name === '' ? 'x' : name);
      const hack = openHack('01', { text, tag: text, path: place, owner: text, enclosing: name, issues: [text] });
      const gone = removedHack('02', 'swept', { text, path: place });
      const marker = { ...MARKER, text, path: place };
      const reports = [
        { ...LIST, hacks: [hack, gone], repository: name, line: text },
        { ...SCAN, oldest: hack, mostTouched: hack, uncommitted: [marker], repository: name, line: text },
        { ...SHOW, hack, events: SHOW.events.map((event) => ({ ...event, subject: text, author: { name } })) },
        { ...OUTCOME, hacks: [hack, gone], folders: [{ path: name, total: 1, open: 1 }, ...OUTCOME.folders] },
        { ...MARKERS, markers: [marker], skipped: [] },
        { ...ANSWER, question: text, columns: [text, name], rows: [[text, name]] },
      ];
      for (const report of reports) {
        for (const format of formatsOf(report.schema)) check(renderReport(report, format, STYLE), format);
      }
    }),
    { numRuns: 150 },
  );
});

function check(output: string, format: Format): void {
  // Records of CSV end with CR LF, as RFC 4180 has it.
  assert.doesNotMatch(format === 'csv' ? output.replaceAll('\r\n', '\n') : output, ACTS);
  if (format === 'github') assert.match(output, /^::(warning|notice) file=[^\n]*\n$/);
  else assert.doesNotMatch(output, /^\s*::/m);
  assert.doesNotMatch(output, /##(vso|teamcity)?\[/);
}
