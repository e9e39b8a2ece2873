import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommitOid } from '../../src/model/git.ts';
import { generateHistory } from '../truth/generate-history.ts';
import { randomOf } from '../truth/random.ts';
import type { FoldableHistory } from './foldable-history.ts';
import { foldableHistory } from './foldable-history.ts';
import { mainlineOf, openStoredLine } from './stored-line.ts';

const SEEDS = Array.from({ length: 60 }, (_, index) => 2001 + index);

async function rowsAfter(history: FoldableHistory, tips: readonly CommitOid[]): Promise<Record<string, unknown[]>> {
  const line = await openStoredLine(history);
  for (const tip of tips) await line.mine(tip);
  const rows = line.dump();
  await line.close();
  return rows;
}

test('going on from what is stored gives the rows of a fold from scratch, in whatever steps', async () => {
  for (const seed of SEEDS) {
    const history = foldableHistory(generateHistory(seed));
    const random = randomOf(seed);
    const share = random.pick([0.2, 0.5, 1]);
    const steps = mainlineOf(history, history.tip).filter((oid) => oid === history.tip || random.chance(share));
    assert.deepEqual(await rowsAfter(history, steps), await rowsAfter(history, [history.tip]), `seed ${seed}`);
  }
});

test('a line that moved to a tip which does not continue it is told as if it had always been there', async () => {
  for (const seed of SEEDS.slice(0, 20)) {
    const history = foldableHistory(generateHistory(seed));
    const random = randomOf(seed);
    const detour = random.pick([...history.commits.keys()]);
    const rows = await rowsAfter(history, [detour, history.tip]);
    assert.deepEqual(rows, await rowsAfter(history, [history.tip]), `seed ${seed}, over ${detour}`);
  }
});
