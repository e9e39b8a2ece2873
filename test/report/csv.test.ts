import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderReport } from '../../src/report/render.ts';
import { openHack } from './sample-hacks.ts';
import { OUTCOME, STYLE } from './sample-reports.ts';

function rowsOf(text: string): string[] {
  const hacks = [openHack('04', { text })];
  const csv = renderReport({ ...OUTCOME, hacks, newSince: [], commits: [] }, 'csv', STYLE);
  assert.ok(csv.endsWith('\r\n'));
  return csv.slice(0, -2).split('\r\n');
}

test('a report as CSV has one record per hack after its header, each of the same width', () => {
  const rows = renderReport(OUTCOME, 'csv', STYLE).trimEnd().split('\r\n');
  assert.equal(rows.length, 1 + OUTCOME.hacks.length + OUTCOME.newSince.length + OUTCOME.commits.length);
  assert.match(rows[0] ?? '', /^group,id,status,fate,stale,kind,tag,text,path,line,/);
  assert.match(rows.at(-1) ?? '', /^commit,hd-08.*,30,12$/);
});

test('commas and quotes are quoted', () => {
  assert.match(rowsOf('say "hot", then eat')[1] ?? '', /,TODO,"say ""hot"", then eat",/);
});

test('no text begins a formula', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '＝1', '|cmd', '\t=1'])
    assert.match(rowsOf(text)[1] ?? '', /,TODO,"?'/);
});

test('no text breaks a record or reaches the terminal', () => {
  const rows = rowsOf('one\r\ntwo\u001b[31m');
  assert.equal(rows.length, 2);
  assert.ok(!rows[1]?.includes('\u001b'));
});
