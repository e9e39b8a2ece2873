import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { ask, dumpOf } from './ask.ts';

const SHIP: Story = [
  { name: 'keel', files: { 'keel.ts': '// TODO caulk the seams\nlay();\n' } },
  { name: 'mast', files: { 'mast.ts': '// FIXME stay the mast\nstep();\n' } },
];
const YARD: Story = [{ name: 'crane', files: { 'crane.ts': '// XXX grease the winch\nlift();\n' } }];

test("a database with another repository's line of the same name is refused, and stays as it is", async () => {
  await using ship = await repositoryOf(SHIP);
  await using yard = await repositoryOf(YARD);
  const shared = join(ship.dir, '.git/shared.db');
  assert.equal((await ask(ship.dir, 'scan', '--db', shared)).code, 0);
  const before = await dumpOf(shared);
  const { code, stderr } = await ask(yard.dir, 'list', '--db', shared);
  assert.equal(code, 2);
  assert.match(
    stderr,
    /shared\.db holds main of another repository\. Name another with --db; .* doctor --rebuild\.\n$/,
  );
  assert.deepEqual(await dumpOf(shared), before);
});

test('a clone whose branch was rewritten goes on with the database of the one before', async () => {
  const [keel] = SHIP;
  assert.ok(keel);
  await using ship = await repositoryOf(SHIP);
  await using refitted = await repositoryOf([keel, { name: 'sail', files: { 'sail.ts': 'hoist();\n' } }]);
  const shared = join(ship.dir, '.git/shared.db');
  for (const { dir } of [ship, refitted]) assert.equal((await ask(dir, 'scan', '--db', shared)).code, 0);
});

test('in the git directory the database follows a history that was rewritten from its first commit on', async () => {
  await using ship = await repositoryOf(SHIP);
  await using yard = await repositoryOf(YARD);
  const database = '.git/hackdebt/hackdebt.db';
  for (const { dir } of [ship, yard]) assert.equal((await ask(dir, 'scan')).code, 0);
  copyFileSync(join(ship.dir, database), join(yard.dir, database));
  assert.equal((await ask(yard.dir, 'scan')).code, 0);
});
