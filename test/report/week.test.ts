import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StandupReport } from '../../src/model/standup.ts';
import type { TrendReport } from '../../src/model/trend.ts';
import { renderReport } from '../../src/report/render.ts';
import { renderBar, renderSparkline } from '../../src/report/terminal/bars.ts';
import { STYLE } from './sample-reports.ts';
import { ITEM, SPRINT_TREND, STANDUP, TREND } from './sample-week.ts';

const ASCII = { ...STYLE, ascii: true };

function terminal(report: TrendReport | StandupReport): string {
  return renderReport(report, 'terminal', STYLE);
}

test('a sparkline goes from the lowest block for zero to the highest for the most', () => {
  assert.equal(renderSparkline([0, 1, 2, 4, 7], STYLE), '▁▂▃▅█');
});

test('without Unicode a sparkline is made of plain characters', () => {
  assert.equal(renderSparkline([0, 3, 7], ASCII), '_=@');
});

test('a bar is as long as its share; what is there at all shows', () => {
  const bars = [0, 1, 50, 100].map((value) => renderBar(value, 100, { width: 10, style: ASCII }));
  assert.deepEqual(bars, ['', '#', '#####', '##########']);
});

test('a half-life is one sentence with its band', () => {
  assert.match(terminal(TREND), /^Half are gone in 9 days \(95 %: 6 days to open end; 10 hacks of 22 gone\)\.$/m);
});

test('with too few ends there is no half-life', () => {
  const halfLife = { ...TREND.halfLife, gone: 2, enough: false };
  assert.match(terminal({ ...TREND, halfLife }), /^Half-life: too little history to tell \(2 hacks of 22 gone\)\.$/m);
});

test('where more than half live on there is no half-life yet', () => {
  const halfLife = { ...TREND.halfLife, median: null, lower: null };
  assert.match(terminal({ ...TREND, halfLife }), /^No half-life yet: more than half outlive all that was seen/m);
});

test('a projection says what will be open, what the rest takes, and what it is drawn from', () => {
  assert.match(
    terminal(SPRINT_TREND),
    /^Projection: 10 \(80 %: 8 to 12\) of today's 12 will be open at the end of the sprint \(2026-11-20\); at this pace the rest takes 2\.5 \(80 %: 1\.2 or more\) more sprints\. Drawn from 12 full sprints, in which 40 went\.$/m,
  );
});

test('with too little history a projection says how much it takes', () => {
  assert.match(terminal(TREND), /^Projection: none\. It takes 4 full weeks to draw from, and there is one\.$/m);
});

test('a milestone stands in the row of its period, one that is ahead in a line of its own', () => {
  assert.match(terminal(TREND), /^2026-W46 .* alpha$/m);
  assert.match(terminal(TREND), /^Ahead: beta 2026-12-01\.$/m);
});

test('the day that lasts is marked, and a record that differs from history is shown', () => {
  assert.match(terminal(SPRINT_TREND), /^ {2}day 2 {2}2026-11-17 {2}14 .*recorded then: 13$/m);
  assert.match(terminal(SPRINT_TREND), /^ {2}day 3 .* so far$/m);
});

test('the CSV of a trend has a record per period, date, milestone and step, all of one width', () => {
  const lines = renderReport(SPRINT_TREND, 'csv', STYLE).trimEnd().split('\r\n');
  assert.deepEqual(
    lines.map((line) => line.split(',', 1)[0]),
    ['group', 'sprint', 'sprint', 'date', 'date', 'date', 'milestone', 'milestone', 'survival', 'survival'],
  );
  assert.equal(new Set(lines.map((line) => line.split(',').length)).size, 1);
});

test('a standup reads like this', () => {
  assert.deepEqual(terminal(STANDUP).split('\n').slice(0, 3), [
    'pinball · main at c3c3c3c · Standup of Wednesday 2026-11-18, since Tuesday 2026-11-17 04:00 (Europe/Berlin; sprint 2026-W47, day 3)',
    '1 paid, 2 admitted, 1 moved, 1 gone otherwise (1 swept); 5 commits.',
    'paid      hd-55000000  TODO  src/tilt.ts:7  refactored, Bo, on flippers  the tilt sensor lies',
  ]);
});

test('a standup never takes more than 15 lines', () => {
  const many = Array.from({ length: 50 }, () => ITEM);
  const items = { paid: many, gone: many, admitted: many, moved: many };
  const lines = terminal({ ...STANDUP, items })
    .trimEnd()
    .split('\n');
  assert.ok(lines.length <= 15, String(lines.length));
});

test('a standup in Markdown shows what people wrote literally', () => {
  const hostile = { ...ITEM, text: '<b>@everyone</b> | `x`', branch: '*evil*' };
  const items = { ...STANDUP.items, admitted: [hostile] };
  const text = renderReport({ ...STANDUP, items }, 'markdown', STYLE);
  assert.match(
    text,
    /- Admitted: `hd-55000000` TODO `src\/tilt\.ts:7` &lt;b>@&#8203;everyone&lt;\/b> \\\| \\`x\\` \(Ann, on \\\*evil\\\*\)/,
  );
});
