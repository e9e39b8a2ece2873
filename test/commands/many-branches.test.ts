import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StandupReport } from '../../src/model/standup.ts';
import { repositoryOf } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { runHackdebt } from './run-hackdebt.ts';

const BRANCHES = 200;
const YESTERDAY = Date.UTC(2026, 10, 18, 10) / 1000;

/** Two hundred branches, each a minute younger than the one before, each with a hack of its own; the first half is old. */
const CHOIR: Story = [
  { name: 'base', at: '2026-11-16T10:00:00Z', files: { 'choir.ts': 'sing();\n' } },
  ...Array.from({ length: BRANCHES }, (_, n) => ({
    name: `voice-${n}`,
    on: `voice-${n}`,
    parents: ['base'],
    at: n < BRANCHES / 2 ? YESTERDAY - 86_400 * 2 : YESTERDAY + n * 60,
    files: { [`voice-${n}.ts`]: `// TODO teach voice ${n}\nsing(${n});\n` },
  })),
];

test('of two hundred branches the thirty youngest are looked at, and how many were not is told', async () => {
  await using repository = await repositoryOf(CHOIR);
  const run = await runHackdebt(['standup', '--json'], {
    cwd: repository.dir,
    env: { HACKDEBT_NOW: '2026-11-19T09:00:00Z' },
  });
  assert.equal(run.status, 0, run.stderr);
  const { branches, items } = JSON.parse(run.stdout) as StandupReport;
  assert.deepEqual([branches.unmerged, branches.read.length, branches.leftOut], [200, 30, 70]);
  assert.deepEqual([branches.read[0], branches.read.at(-1)], ['voice-199', 'voice-170']);
  assert.equal(items.admitted.length, 30);
});
