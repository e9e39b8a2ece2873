import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoredVerdict } from '../../src/model/store.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { blobsOf, foldOf } from './story-fold.ts';
import { tellStory } from './story.ts';

const story = tellStory({ steps: 60, files: 5, seed: 7 });
const verdict: StoredVerdict = {
  removal: 'code-changed',
  extent: 'logic',
  nearMarker: 'changed',
  inDefinition: 'unchanged',
  confidence: 0.97,
  fate: 'refactored',
  acknowledged: true,
};

async function galley(): Promise<Store> {
  const store = await openStore({ file: ':memory:' });
  await store.writeSights('rules', blobsOf(story));
  await store.writeFold('main', foldOf(story, 0, story.told.length));
  return store;
}

test('a verdict comes back with its hack, and the hack is judged', async () => {
  const store = await galley();
  const [first, ...others] = await store.readUnjudged('main');
  assert.ok(first?.removal);
  await store.writeVerdicts('main', [{ ...verdict, hack: first.key, removalRank: first.removal.commit.rank }]);
  const judged = (await store.readHacks('main')).find(({ key }) => key === first.key);
  assert.deepEqual(judged?.removal?.verdict, verdict);
  assert.deepEqual(await store.readUnjudged('main'), others);
});

test('a verdict about a removal that is not told is passed over', async () => {
  const store = await galley();
  const [first] = await store.readUnjudged('main');
  assert.ok(first?.removal);
  const rank = (first.removal.commit.rank + 1) as typeof first.removal.commit.rank;
  await store.writeVerdicts('main', [{ ...verdict, hack: first.key, removalRank: rank }]);
  assert.equal((await store.readUnjudged('main'))[0]?.key, first.key);
});

test('a hack that comes back loses its verdict', async () => {
  const store = await galley();
  const [first] = await store.readUnjudged('main');
  assert.ok(first?.removal);
  await store.writeVerdicts('main', [{ ...verdict, hack: first.key, removalRank: first.removal.commit.rank }]);
  const whole = foldOf(story, 0, story.told.length);
  const row = whole.fold.hacks.find(({ key }) => key === first.key);
  assert.ok(row);
  const fold = { commits: [], nodes: [], events: [], spans: [], hacks: [{ ...row, removal: null }] };
  await store.writeFold('main', { ...whole, fold, commits: [] });
  await store.writeFold('main', { ...whole, fold: { ...fold, hacks: [row] }, commits: [] });
  assert.ok((await store.readUnjudged('main')).some(({ key }) => key === first.key));
});
