import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldHistory } from '../../src/history/fold.ts';
import type { Disagreement } from '../truth/compare.ts';
import { compareWithTruth } from '../truth/compare.ts';
import { generateHistory } from '../truth/generate-history.ts';
import { tellTruth } from '../truth/tell-truth.ts';
import { foldableHistory, stepsOf } from './foldable-history.ts';
import { toldBy } from './told-by.ts';

const SEEDS = Array.from({ length: 300 }, (_, index) => index + 1);

/** Share of hacks that may be told wrong although the texts could tell; what these are is listed in test/truth/README.md. */
const MOST_WRONG = 0.001;

test('what is told of 300 random histories is the truth', () => {
  let hacks = 0;
  const wrong: Disagreement[] = [];
  for (const seed of SEEDS) {
    const foldable = foldableHistory(generateHistory(seed));
    const truth = tellTruth(foldable.history, foldable.oidOf);
    const told = toldBy(foldHistory(stepsOf(foldable), foldable.sightsOf), foldable);
    wrong.push(...compareWithTruth(truth, told).filter(({ excuse }) => excuse === null));
    hacks += truth.hacks.length;
  }
  const victims = new Set(wrong.map(({ seed, truthId }) => `seed ${seed} hack ${truthId}`));
  const stories = wrong.map(({ message }) => message).join('\n');
  assert.ok(victims.size <= hacks * MOST_WRONG, `${victims.size} of ${hacks} hacks are told wrong:\n${stories}`);
});
