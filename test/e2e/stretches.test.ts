import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from '../../src/cli/commands.ts';
import { main } from '../../src/cli/main.ts';
import { readScanOptions } from '../../src/cli/options.ts';
import { row, type CommandRow } from '../../src/cli/row.ts';
import { mineStory } from '../../src/commands/mining/mine-story.ts';
import { withSession } from '../../src/commands/mining/session.ts';
import { run as scan } from '../../src/commands/scan.ts';
import type { Request, ScanOptions } from '../../src/model/request.ts';
import { FakeIo } from '../cli/fake-io.ts';
import { BARE_ENVIRONMENT } from '../rig/run-git.ts';
import { repositoryOf } from '../rig/repository-of.ts';
import { generateHistory } from '../truth/generate-history.ts';
import { ask, dumpOf } from './ask.ts';

const HISTORIES = 6;

/** `scan`, but so many commits at a time; says in `folds` how many stretches there were. */
function scanRow(most: number, folds: { count: number }): CommandRow {
  const [usual] = COMMANDS;
  if (!usual) throw new Error('no command');
  const run = async (request: Request<ScanOptions>) => {
    const progress = (step: string): void => void (folds.count += step === 'following hacks' ? 1 : 0);
    const counted = { ...request, console: { ...request.console, progress } };
    await withSession(counted, request.options, (session) => mineStory(session, most));
    return scan(request);
  };
  return row<ScanOptions>({ ...usual, read: readScanOptions, load: async () => ({ run }) });
}

test(`a history mined in stretches leaves the same rows as one mined in one go (${HISTORIES} random histories)`, async () => {
  for (let seed = 1; seed <= HISTORIES; seed += 1) {
    await using repository = await repositoryOf(generateHistory(seed, 40).story, { bare: true });
    const [whole, parts] = [join(repository.dir, 'whole.db'), join(repository.dir, 'parts.db')];
    assert.equal((await ask(repository.dir, 'scan', '--db', whole)).code, 0);
    const io = new FakeIo(repository.dir);
    Object.assign(io.env, { PATH: BARE_ENVIRONMENT.PATH, HOME: BARE_ENVIRONMENT.HOME });
    const folds = { count: 0 };
    const most = 3 + (seed % 7);
    assert.equal(await main(['scan', '--db', parts], io, [scanRow(most, folds)]), 0, io.stderr.text);
    assert.ok(folds.count > 2, `seed ${seed}: ${folds.count} stretches`);
    assert.deepEqual(await dumpOf(parts), await dumpOf(whole), `seed ${seed}, ${most} commits at a time`);
  }
});
