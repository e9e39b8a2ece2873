import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasColour } from '../../src/cli/colour.ts';
import { FakeSink } from './fake-io.ts';

const CASES = [
  { env: {}, isTTY: true, flag: null, expected: true },
  { env: {}, isTTY: false, flag: null, expected: false },
  { env: { NO_COLOR: '1' }, isTTY: true, flag: null, expected: false },
  { env: { NO_COLOR: '' }, isTTY: true, flag: null, expected: true },
  { env: { NO_COLOR: '1', FORCE_COLOR: '1' }, isTTY: false, flag: null, expected: true },
  { env: { FORCE_COLOR: '0' }, isTTY: true, flag: null, expected: false },
  { env: { FORCE_COLOR: '' }, isTTY: false, flag: null, expected: true },
  { env: { TERM: 'dumb' }, isTTY: true, flag: null, expected: false },
  { env: { FORCE_COLOR: '1' }, isTTY: true, flag: false, expected: false },
] as const;

for (const { env, isTTY, flag, expected } of CASES) {
  const how = `${JSON.stringify(env)}${isTTY ? ' on a terminal' : ''}${flag === false ? ' with --no-color' : ''}`;
  test(`${how}: ${expected ? 'colours' : 'no colours'}`, () => {
    const sink = new FakeSink();
    sink.isTTY = isTTY;
    assert.equal(hasColour(sink, env, flag), expected);
  });
}
