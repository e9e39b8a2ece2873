import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { SprintConfig } from '../../src/model/sprint.ts';
import { dayAt, daysBetween, demoMoment, sprintAt, sprintBefore, sprintNamed } from '../../src/sprints/calendar.ts';
import { WEEKDAYS } from '../../src/sprints/dates.ts';
import { BERLIN, clock, date } from './calendars.ts';

/** `2026-W47 day 2`, or the date alone outside of sprints. */
function whenIs(config: SprintConfig | null, instant: string): string {
  const { sprint, number, date: day } = dayAt(config, new Date(instant));
  return sprint ? `${sprint.name} day ${number}` : day;
}

const DAYS: readonly (readonly [what: string, config: Partial<SprintConfig>, instant: string, expected: string])[] = [
  ['a Tuesday', {}, '2026-11-17T18:00:00+01:00', '2026-W47 day 2'],
  ['the night after still is that day', {}, '2026-11-18T03:59:59+01:00', '2026-W47 day 2'],
  ['at four the next day begins', {}, '2026-11-18T04:00:00+01:00', '2026-W47 day 3'],
  ['a Sunday belongs to Friday', {}, '2026-11-22T12:00:00+01:00', '2026-W47 day 5'],
  ['Monday before four still is Friday', {}, '2026-11-23T03:00:00+01:00', '2026-W47 day 5'],
  ['the Monday after the clocks went back', {}, '2026-10-26T03:59:00+01:00', '2026-W43 day 5'],
  ['the Monday after the clocks went forward', {}, '2026-03-30T04:00:00+02:00', '2026-W14 day 1'],
  [
    'a holiday belongs to the day before',
    { daysOff: ['saturday', 'sunday', date('2026-11-18')] },
    '2026-11-18T12:00:00Z',
    '2026-W47 day 2',
  ],
  [
    'the day after a holiday is the next number',
    { daysOff: ['saturday', 'sunday', date('2026-11-18')] },
    '2026-11-19T12:00:00Z',
    '2026-W47 day 3',
  ],
  [
    'a Monday off belongs to the sprint before',
    { daysOff: ['saturday', 'sunday', date('2026-11-16')] },
    '2026-11-16T12:00:00Z',
    '2026-W46 day 5',
  ],
  ['after a short sprint its last day goes on', { days: 3 }, '2026-11-19T12:00:00Z', '2026-W47 day 3'],
  ['a week from Thursday', { start: 'thursday' }, '2026-11-24T12:00:00Z', '2026-W48 day 4'],
  [
    'a week from Sunday has the name of the week it is in',
    { start: 'sunday', daysOff: ['friday', 'saturday'] },
    '2026-11-15T12:00:00Z',
    '2026-W47 day 1',
  ],
  ['a weekend of hacking', { start: 'friday', days: 3, daysOff: [] }, '2026-11-22T12:00:00Z', '2026-W47 day 3'],
  ['a sprint of one day', { days: 1, demoDay: 1 }, '2026-11-19T12:00:00Z', '2026-W47 day 1'],
  ['two weeks from a date', { start: date('2026-11-02'), days: 10 }, '2026-11-24T12:00:00Z', '2026-11-16 day 7'],
  ['before the first sprint of all', { start: date('2026-11-16') }, '2026-11-15T12:00:00Z', '2026-11-15'],
  ['the first day of the first sprint', { start: date('2026-11-16') }, '2026-11-16T12:00:00Z', '2026-W47 day 1'],
  ['the week of the new year', {}, '2027-01-01T12:00:00Z', '2026-W53 day 5'],
  ['long before computers', {}, '1950-01-04T12:00:00Z', '1950-W01 day 3'],
];

for (const [what, config, instant, expected] of DAYS) {
  test(`${what}: ${instant} is ${expected}`, () => {
    assert.equal(whenIs({ ...BERLIN, ...config }, instant), expected);
  });
}

test('without a sprint a day is a calendar day in UTC', () => {
  const day = dayAt(null, new Date('2026-11-17T23:59:59Z'));
  assert.deepEqual([day.date, day.sprint, day.number], ['2026-11-17', null, null]);
  assert.deepEqual([day.from, day.to], [new Date('2026-11-17T00:00:00Z'), new Date('2026-11-18T00:00:00Z')]);
});

test('a week that is all off has no sprint', () => {
  const off = [21, 22, 23, 24, 25].map((day) => date(`2026-12-${day}`));
  const config: SprintConfig = { ...BERLIN, daysOff: ['saturday', 'sunday', ...off] };
  assert.equal(whenIs(config, '2026-12-23T12:00:00Z'), '2026-W51 day 5');
  assert.equal(sprintNamed(config, '2026-W52'), null);
  assert.deepEqual(sprintNamed(config, '2026-W51')?.to, new Date('2026-12-28T03:00:00Z'));
});

test('sprints are found by week and by any date in them', () => {
  for (const name of ['2026-W47', '2026-11-16', '2026-11-22'])
    assert.equal(sprintNamed(BERLIN, name)?.name, '2026-W47');
  const fortnight = { ...BERLIN, start: date('2026-11-02'), days: 10 };
  for (const name of ['2026-11-16', '2026-11-25', '2026-W48'])
    assert.equal(sprintNamed(fortnight, name)?.name, '2026-11-16');
  assert.equal(sprintNamed({ ...BERLIN, start: 'friday' }, '2026-W48')?.name, '2026-W48');
});

test('what names no sprint finds none', () => {
  for (const name of ['2026-W54', '2026-W00', '2025-W53', '2026-02-30', 'last', '', '2026-11']) {
    assert.equal(sprintNamed(BERLIN, name), null, name);
  }
  assert.equal(sprintNamed({ ...BERLIN, start: date('2026-11-16') }, '2026-W46'), null);
});

const DEMOS: readonly (readonly [what: string, config: Partial<SprintConfig>, instant: string])[] = [
  ['the end of day 2', {}, '2026-11-18T03:00:00.000Z'],
  ['a time on day 2', { demoTime: clock('17:30') }, '2026-11-17T16:30:00.000Z'],
  ['after midnight', { demoTime: clock('01:00') }, '2026-11-18T00:00:00.000Z'],
  ['Friday, which the weekend does not extend', { demoDay: 5 }, '2026-11-21T03:00:00.000Z'],
  [
    'the last day of a week cut short',
    { demoDay: 5, daysOff: ['saturday', 'sunday', date('2026-11-20')] },
    '2026-11-20T03:00:00.000Z',
  ],
];

for (const [what, config, instant] of DEMOS) {
  test(`a demo on ${what}`, () => {
    const whole = { ...BERLIN, ...config };
    const sprint = sprintNamed(whole, '2026-W47') ?? assert.fail('no sprint');
    assert.equal(demoMoment(whole, sprint).toISOString(), instant);
  });
}

test('before the first sprint there is none', () => {
  const config = { ...BERLIN, start: date('2026-11-16') };
  const first = sprintAt(config, new Date('2026-11-17T12:00:00Z')) ?? assert.fail('no sprint');
  assert.equal(sprintBefore(config, first), null);
  assert.equal(sprintBefore(BERLIN, first)?.name, '2026-W46');
});

test('days between two instants are told once each', () => {
  const days = daysBetween(BERLIN, new Date('2026-11-13T12:00:00Z'), new Date('2026-11-17T12:00:00Z'));
  assert.deepEqual(
    days.map((day) => day.date),
    ['2026-11-13', '2026-11-16', '2026-11-17'],
  );
  assert.deepEqual(daysBetween(null, new Date(5), new Date(5)), []);
});

const configs: fc.Arbitrary<SprintConfig> = fc.record({
  start: fc.oneof(fc.constantFrom(...WEEKDAYS), fc.constant(date('2026-03-02'))),
  days: fc.integer({ min: 1, max: 4 }),
  demoDay: fc.constant(1),
  demoTime: fc.constant(null),
  dayEnds: fc.constantFrom('00:00', '02:30', '04:00', '12:00').map(clock),
  timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
  daysOff: fc.uniqueArray(fc.constantFrom(...WEEKDAYS.slice(3), date('2026-03-30'), date('2026-10-26')), {
    maxLength: 4,
  }),
  demoTag: fc.constant(null),
});

test('days leave no gap and never overlap, and each instant lies in its own', () => {
  const seconds = fc.integer({ min: Date.parse('2026-02-20') / 1000, max: Date.parse('2027-01-10') / 1000 });
  const property = fc.property(configs, seconds, (config, second) => {
    const instant = new Date(second * 1000);
    const day = dayAt(config, instant);
    assert.ok(day.from <= instant && instant < day.to, `${day.from.toISOString()} ${day.to.toISOString()}`);
    const next = dayAt(config, day.to);
    assert.deepEqual(next.from, day.to);
    if (!day.sprint) return;
    assert.deepEqual(sprintNamed(config, day.sprint.name)?.from, day.sprint.from);
    assert.ok(day.sprint.days.length <= config.days);
    assert.ok(day.from >= day.sprint.from && day.to <= day.sprint.to);
  });
  fc.assert(property, { numRuns: 300 });
});
