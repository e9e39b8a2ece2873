import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseDate, renderDate } from '../../src/sprints/dates.ts';
import { findInstant, localDay, renderInstant } from '../../src/sprints/zone.ts';
import { clock, date } from './calendars.ts';

const CASES = [
  { what: 'winter', day: '2026-11-17', time: '18:00', zone: 'Europe/Berlin', instant: '2026-11-17T17:00:00Z' },
  { what: 'summer', day: '2026-07-01', time: '18:00', zone: 'Europe/Berlin', instant: '2026-07-01T16:00:00Z' },
  { what: 'a skipped hour', day: '2026-03-29', time: '02:30', zone: 'Europe/Berlin', instant: '2026-03-29T01:30:00Z' },
  {
    what: 'an hour that comes twice',
    day: '2026-10-25',
    time: '02:30',
    zone: 'Europe/Berlin',
    instant: '2026-10-25T00:30:00Z',
  },
  {
    what: 'the morning after',
    day: '2026-10-25',
    time: '04:00',
    zone: 'Europe/Berlin',
    instant: '2026-10-25T03:00:00Z',
  },
  {
    what: 'half an hour',
    day: '2026-04-05',
    time: '04:00',
    zone: 'Australia/Lord_Howe',
    instant: '2026-04-04T17:30:00Z',
  },
  {
    what: 'a skipped midnight',
    day: '2018-11-04',
    time: '00:00',
    zone: 'America/Sao_Paulo',
    instant: '2018-11-04T03:00:00Z',
  },
  { what: 'far east', day: '2026-11-17', time: '04:00', zone: 'Pacific/Kiritimati', instant: '2026-11-16T14:00:00Z' },
  { what: 'UTC', day: '1969-12-31', time: '23:59', zone: 'UTC', instant: '1969-12-31T23:59:00Z' },
] as const;

for (const { what, day, time, zone, instant } of CASES) {
  test(`${what}: ${day} ${time} in ${zone} is ${instant}`, () => {
    assert.equal(findInstant(parseDate(date(day)), clock(time), zone).toISOString(), instant.replace('Z', '.000Z'));
  });
}

test('instants are told with the offset of their zone', () => {
  const instant = new Date('2026-11-17T17:00:00Z');
  assert.deepEqual(
    ['Europe/Berlin', 'UTC', 'America/St_Johns'].map((zone) => renderInstant(instant, zone)),
    ['2026-11-17T18:00:00+01:00', '2026-11-17T17:00:00Z', '2026-11-17T13:30:00-03:30'],
  );
});

const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata');
const days = fc.integer({ min: parseDate(date('1990-01-01')), max: parseDate(date('2040-01-01')) });

test('at noon every calendar shows the date asked for', () => {
  const property = fc.property(zones, days, (zone, number) => {
    const day = parseDate(renderDate(number as ReturnType<typeof parseDate>));
    const noon = findInstant(day, clock('12:00'), zone);
    assert.equal(localDay(noon, zone), day);
    assert.equal(renderInstant(noon, zone).slice(0, 16), `${renderDate(day)}T12:00`);
    assert.equal(new Date(renderInstant(noon, zone)).getTime(), noon.getTime());
  });
  fc.assert(property, { numRuns: 300 });
});
