import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { openStore } from '../../src/store/open.ts';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import { randomOf, type Random } from '../truth/random.ts';
import { dumpOf } from './ask.ts';
import { fleetStory } from './fleet.ts';
import { run, start, type Ending } from './start.ts';

const KILLS = 32;
/** So many runs are killed on one database before one may finish. */
const KILLS_IN_A_ROW = 8;
const LANES = 2;

let repository: TestRepository;
let undisturbed: readonly string[];
/** How long a scan from nothing takes here and now, in milliseconds. */
let duration: number;

before(async () => {
  repository = await repositoryOf(fleetStory(30), { bare: true });
  const database = join(repository.dir, 'undisturbed.db');
  const begin = performance.now();
  await mustEnd(scan(database));
  duration = performance.now() - begin;
  undisturbed = await dumpOf(database);
});

after(() => repository.dispose());

function scan(database: string): Promise<Ending> {
  return run(['scan', '--db', database], { cwd: repository.dir });
}

async function mustEnd(running: Promise<Ending>): Promise<Ending> {
  const ending = await running;
  assert.deepEqual([ending.code, ending.signal], [0, null], ending.stderr);
  return ending;
}

/** True if the signal came before the end. */
async function killAfter(delay: number, database: string): Promise<boolean> {
  const { child, ended } = start(['scan', '--db', database], { cwd: repository.dir });
  await Promise.race([setTimeout(delay), ended]);
  child.kill('SIGKILL');
  const { code, signal, stderr } = await ended;
  assert.ok(code === 0 || signal === 'SIGKILL', stderr);
  return signal === 'SIGKILL';
}

/** Kills runs on one database after another, and lets one finish on each; how many were killed. */
async function lane(name: number, random: Random): Promise<number> {
  let kills = 0;
  for (let round = 0; kills < KILLS / LANES; round += 1) {
    const database = join(repository.dir, `lane${name}-${round}.db`);
    for (let killed = 0; killed < KILLS_IN_A_ROW; killed += 1) {
      if (!(await killAfter(random.below(duration), database))) break;
      kills += 1;
    }
    await mustEnd(scan(database));
    assert.deepEqual(await dumpOf(database), undisturbed);
  }
  return kills;
}

test(`a scan killed at any of ${KILLS} random moments loses nothing and doubles nothing`, async (context) => {
  const seed = Date.now() % 100_000;
  context.diagnostic(`seed ${seed}`);
  const kills = await Promise.all(Array.from({ length: LANES }, (_, name) => lane(name, randomOf(seed + name))));
  assert.ok(kills.reduce((sum, count) => sum + count, 0) >= KILLS);
});

test('two scans at once both end well, and leave the rows of one', async () => {
  const database = join(repository.dir, 'shared.db');
  const [one, other] = await Promise.all([mustEnd(scan(database)), mustEnd(scan(database))]);
  assert.deepEqual(await dumpOf(database), undisturbed);
  assert.match(
    `${one.stderr}${other.stderr}`,
    /^(?:hackdebt: )?Another run of hackdebt is at work on .*: waiting for it\.\n$/,
  );
});

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`${signal} ends a scan within a second with ${code}, and the database is sound`, async () => {
    const database = join(repository.dir, `${signal}.db`);
    const { child, ended } = start(['scan', '--db', database], { cwd: repository.dir });
    while (!existsSync(database)) await setTimeout(5);
    const begin = performance.now();
    child.kill(signal);
    const ending = await ended;
    assert.deepEqual([ending.code, ending.stdout, ending.stderr], [code, '', `hackdebt: stopped by ${signal}\n`]);
    // A machine that needs many seconds for the scan gets more than the one.
    assert.ok(performance.now() - begin < Math.max(1000, duration));
    const store = await openStore({ file: database });
    assert.deepEqual(await store.findDamage(), []);
    await store.close();
    await mustEnd(scan(database));
    assert.deepEqual(await dumpOf(database), undisturbed);
  });
}
