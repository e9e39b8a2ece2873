import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderReport } from '../../src/report/render.ts';
import { ANSWER } from './sample-answer.ts';
import { STYLE } from './sample-reports.ts';

test('a terminal shows the question, columns under their names, numbers to the right, and that there is more', () => {
  assert.equal(
    renderReport(ANSWER, 'terminal', STYLE),
    [
      "Which open hack's code is touched most?",
      'id           touches  text',
      'hd-3f9a2c1b       12  fake score | for <b>now</b>',
      'hd-51aa            7',
      'the first 2 rows, there are more: --limit',
      '',
    ].join('\n'),
  );
});

test('a table is what a terminal shows', () => {
  assert.equal(renderReport(ANSWER, 'table', STYLE), renderReport(ANSWER, 'terminal', STYLE));
});

test('an answer without rows still has its columns', () => {
  const empty = { ...ANSWER, question: null, rows: [], hasMore: false };
  assert.equal(renderReport(empty, 'terminal', STYLE), 'id  touches  text\n0 rows\n');
  assert.equal(renderReport(empty, 'csv', STYLE), 'id,touches,text\r\n');
  assert.equal(renderReport(empty, 'markdown', STYLE), '| id | touches | text |\n| --- | --- | --- |\n');
});

test('Markdown is a table with its numbers to the right', () => {
  assert.equal(
    renderReport(ANSWER, 'markdown', STYLE),
    [
      "**Which open hack's code is touched most?**",
      '',
      '| id | touches | text |',
      '| --- | ---: | --- |',
      '| hd-3f9a2c1b | 12 | fake score \\| for &lt;b>now&lt;/b> |',
      '| hd-51aa | 7 |  |',
      '',
      'The first 2 rows; there are more.',
      '',
    ].join('\n'),
  );
});

test('CSV is one record per row, with no formula in it', () => {
  const rows = [['=cmd()', -3, 'a,"b"']];
  assert.equal(renderReport({ ...ANSWER, rows }, 'csv', STYLE), 'id,touches,text\r\n\'=cmd(),-3,"a,""b"""\r\n');
});
