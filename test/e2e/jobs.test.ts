import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import { dumpOf } from './ask.ts';
import { fleetStory } from './fleet.ts';
import { run } from './start.ts';

/** Fewer blobs than these 1,560 are searched without a thread, whatever is allowed. */
const COMMITS = 130;

let repository: TestRepository;
let alone: readonly string[];

before(async () => {
  repository = await repositoryOf(fleetStory(COMMITS), { bare: true });
  alone = await rowsWith(1);
});

after(() => repository.dispose());

async function rowsWith(jobs: number): Promise<readonly string[]> {
  const database = join(repository.dir, `jobs-${jobs}.db`);
  const { code, stderr } = await run(['scan', '--jobs', `${jobs}`, '--db', database], { cwd: repository.dir });
  assert.deepEqual([code, stderr], [0, '']);
  return dumpOf(database);
}

test('a scan without a thread of its own finds hacks to compare', () => {
  assert.ok(alone.filter((row) => row.includes('stow deck')).length > 100);
});

for (const jobs of [2, 3]) {
  test(`a scan in ${jobs} threads leaves the same rows, byte for byte, as one without`, async () => {
    assert.deepEqual(await rowsWith(jobs), alone);
  });
}
