import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMoment } from '../../src/sprints/moment.ts';

const BERLIN = { timezone: 'Europe/Berlin' };

const MOMENTS = [
  ['2026-11-17', null, '2026-11-17T00:00:00.000Z'],
  ['2026-11-17', BERLIN, '2026-11-16T23:00:00.000Z'],
  ['2026-07-01 18:00', BERLIN, '2026-07-01T16:00:00.000Z'],
  ['2026-11-17T18:00', null, '2026-11-17T18:00:00.000Z'],
  ['2026-11-17T18:00:30.5', BERLIN, '2026-11-17T17:00:30.500Z'],
  ['2026-11-17T18:00Z', BERLIN, '2026-11-17T18:00:00.000Z'],
  ['2026-11-17 18:00:00 -0330', BERLIN, '2026-11-17T21:30:00.000Z'],
  ['2026-11-17T18:00:00+01:00', null, '2026-11-17T17:00:00.000Z'],
] as const;

for (const [text, sprint, instant] of MOMENTS) {
  test(`"${text}" ${sprint === null ? 'without a sprint' : `in ${sprint.timezone}`} is ${instant}`, () => {
    assert.equal(parseMoment(text, sprint)?.toISOString(), instant);
  });
}

for (const text of [
  '2024-02-30',
  '2024-03-01 (junk',
  '2024-03-01T24:10',
  '2024-03-01T10:00+25:00',
  '2024-03',
  'friday',
  '',
]) {
  test(`"${text}" is no moment`, () => {
    assert.equal(parseMoment(text, null), undefined);
  });
}
