import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodsUntil } from '../../src/sprints/periods.ts';
import { lastWorkingDay } from '../../src/sprints/standup-window.ts';
import { BERLIN, date } from './calendars.ts';

const WEDNESDAY = new Date('2026-11-18T10:00:00Z');
const LONG_AGO = new Date(0);

test('sprints come oldest first, the last one is the one that lasts', () => {
  const periods = periodsUntil(BERLIN, WEDNESDAY, { count: 3, since: LONG_AGO });
  assert.deepEqual(
    periods.map(({ name, sprint }) => [name, sprint !== null]),
    [
      ['2026-W45', true],
      ['2026-W46', true],
      ['2026-W47', true],
    ],
  );
});

test('without a sprint weeks go from Monday to Sunday in UTC', () => {
  const [week] = periodsUntil(null, WEDNESDAY, { count: 1, since: LONG_AGO });
  const { name, from, to } = week ?? assert.fail('no week');
  const days = [from, to].map((moment) => moment.toISOString());
  assert.deepEqual([name, ...days], ['2026-W47', '2026-11-16T00:00:00.000Z', '2026-11-23T00:00:00.000Z']);
});

test('nothing is told of before the line began', () => {
  const periods = periodsUntil(BERLIN, WEDNESDAY, { count: 10, since: new Date('2026-11-11T10:00:00Z') });
  assert.deepEqual(
    periods.map(({ name }) => name),
    ['2026-W46', '2026-W47'],
  );
});

test('the sprints of a team begin with its first one', () => {
  const periods = periodsUntil({ ...BERLIN, start: date('2026-11-09') }, WEDNESDAY, { count: 10, since: LONG_AGO });
  assert.equal(periods.length, 2);
});

const MORNINGS: readonly (readonly [when: string, now: string, since: string])[] = [
  ['on a Tuesday since Monday 04:00', '2026-11-17T08:00:00Z', '2026-11-16T03:00:00.000Z'],
  ['on a Monday since Friday 04:00, the weekend with it', '2026-11-16T08:00:00Z', '2026-11-13T03:00:00.000Z'],
  ['on a Saturday since Friday 04:00', '2026-11-14T08:00:00Z', '2026-11-13T03:00:00.000Z'],
  ['on a Sunday since Friday 04:00', '2026-11-15T08:00:00Z', '2026-11-13T03:00:00.000Z'],
  [
    'at two in the night of Tuesday it is still Monday: since Friday',
    '2026-11-17T01:00:00Z',
    '2026-11-13T03:00:00.000Z',
  ],
  ['over the end of daylight saving since Friday 04:00 of summer', '2026-10-26T08:00:00Z', '2026-10-23T02:00:00.000Z'],
];

for (const [when, now, since] of MORNINGS) {
  test(`a standup looks back ${when}`, () => {
    assert.equal(lastWorkingDay(BERLIN, new Date(now)).toISOString(), since);
  });
}

test('a standup skips a holiday', () => {
  const config = { ...BERLIN, daysOff: [...BERLIN.daysOff, date('2026-11-16')] };
  assert.equal(lastWorkingDay(config, new Date('2026-11-17T08:00:00Z')).toISOString(), '2026-11-13T03:00:00.000Z');
});

test('without a sprint the working days are Monday to Friday from 04:00 UTC', () => {
  assert.equal(lastWorkingDay(null, new Date('2026-11-16T08:00:00Z')).toISOString(), '2026-11-13T04:00:00.000Z');
});
