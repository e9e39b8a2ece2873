import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldHistory } from '../../src/history/fold.ts';
import type { Step } from '../../src/history/lineage.ts';
import type { Fold } from '../../src/model/lineage.ts';
import { generateHistory } from '../truth/generate-history.ts';
import { foldableHistory, stepsOf } from './foldable-history.ts';

interface Folded {
  readonly seed: number;
  readonly steps: readonly Step[];
  readonly fold: Fold;
}

const FOLDS = Array.from({ length: 60 }, (_, index): Folded => {
  const history = foldableHistory(generateHistory(3001 + index));
  const steps = stepsOf(history);
  return { seed: 3001 + index, steps, fold: foldHistory(steps, history.sightsOf) };
});

function eventsOf({ events }: Fold, kind: string): Fold['events'] {
  return events.filter((event) => event.kind === kind);
}

test('every hack has one introduction, in the commit it names', () => {
  for (const { seed, fold } of FOLDS) {
    const introductions = eventsOf(fold, 'introduced').map(({ hack, rank }) => `${hack} ${rank}`);
    assert.deepEqual(
      introductions.toSorted(),
      fold.hacks.map(({ key, introduced }) => `${key} ${introduced}`).toSorted(),
      `seed ${seed}`,
    );
  }
});

test('ids are never given twice', () => {
  for (const { seed, fold } of FOLDS) {
    assert.equal(new Set(fold.hacks.map(({ id }) => id)).size, fold.hacks.length, `seed ${seed}`);
  }
});

test('a hack is removed if and only if the tip does not show it', () => {
  for (const { seed, fold } of FOLDS) {
    const stays = fold.spans.filter(({ to }) => to === null).map(({ node }) => node);
    const nodes = new Map(fold.nodes.map((node) => [node.key, node]));
    const hacks = new Map(fold.hacks.map((hack) => [hack.key, hack]));
    const shown = new Set(stays.flatMap((node) => nodes.get(node)?.hacks ?? []));
    for (const hack of fold.hacks) {
      const isShown = [...shown].some((key) => key === hack.key || hacks.get(key)?.mergedInto === hack.key);
      if (hack.mergedInto === null) assert.equal(hack.removal === null, isShown, `seed ${seed}, hack ${hack.key}`);
    }
  }
});

test('a merge that adds nothing introduces nothing', () => {
  for (const { seed, fold, steps } of FOLDS) {
    const merges = new Set(steps.filter(({ commit }) => commit.parents.length > 1).map(({ rank }) => rank));
    const stolen = eventsOf(fold, 'introduced').filter(({ rank }) => merges.has(rank));
    assert.deepEqual(stolen, [], `seed ${seed}`);
  }
});

test('a hack is on the mainline from when it landed to when its removal landed', () => {
  for (const { seed, fold } of FOLDS) {
    for (const { key, open, removal } of fold.hacks) {
      const ends = open.map(({ to }) => to);
      assert.equal(
        ends.indexOf(null),
        removal || ends.length === 0 ? -1 : ends.length - 1,
        `seed ${seed}, hack ${key}`,
      );
      if (removal && ends.length > 0) assert.equal(removal.landed, ends.at(-1), `seed ${seed}, hack ${key}`);
    }
  }
});
