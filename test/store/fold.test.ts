import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { CommitOid } from '../../src/model/git.ts';
import type { Position } from '../../src/model/lineage.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { blobsOf, foldOf } from './story-fold.ts';
import { type Story, tellStory } from './story.ts';

const RUNS = { numRuns: 12 };
const size = fc.record({
  steps: fc.integer({ min: 4, max: 40 }),
  files: fc.integer({ min: 1, max: 6 }),
  seed: fc.nat(),
});

async function storeOf(story: Story, cuts: readonly number[] = []): Promise<Store> {
  const store = await openStore({ file: ':memory:' });
  await store.writeSights('rules', blobsOf(story));
  let from = 0;
  for (const to of [...cuts, story.told.length]) {
    if (to > from) await store.writeFold('main', foldOf(story, from, to));
    from = Math.max(from, to);
  }
  return store;
}

function mainlineRanks(story: Story): number[] {
  return story.told.flatMap(({ row }) => (row.position === null ? [] : [row.rank]));
}

test('hacks come back as the fold wrote them, with their commits', async () => {
  const story = tellStory({ steps: 60, files: 5, seed: 7 });
  const store = await storeOf(story);
  const written = foldOf(story, 0, story.told.length).fold.hacks;
  const read = await store.readHacks('main');
  assert.deepEqual(
    read.map(({ introduced, removal, rewrites, ...hack }) => ({
      ...hack,
      introduced: introduced.rank,
      rewrites: rewrites.length,
      removal: removal && { rank: removal.commit.rank, landed: removal.landed, place: removal.place },
    })),
    written.map(({ rewrites, ...hack }) => ({ ...hack, rewrites: rewrites.length })),
  );
});

test('a fold in several steps leaves the same rows as a fold in one', async () => {
  await fc.assert(
    fc.asyncProperty(size, fc.array(fc.nat(), { maxLength: 4 }), async (told, picks) => {
      const story = tellStory(told);
      const ranks = mainlineRanks(story);
      const cuts = picks.map((pick) => ranks[pick % ranks.length] ?? 0).toSorted((a, b) => a - b);
      const stepped = await (await storeOf(story, cuts)).dumpDerived('main');
      assert.deepEqual(stepped, await (await storeOf(story)).dumpDerived('main'));
      assert.ok(stepped.length >= story.told.length);
    }),
    RUNS,
  );
});

test('the tree and the history of any folded commit can be asked for', async () => {
  await fc.assert(
    fc.asyncProperty(size, async (told) => {
      const story = tellStory(told);
      const store = await storeOf(story);
      const boundary = story.told.map(({ commit }) => commit.oid);
      const prior = await store.readPrior('main', { boundary, nodes: [] });
      for (const [i, state] of prior.boundaries.entries()) {
        const tree = [...(story.told[i]?.tree.values() ?? [])].map(({ key }) => key).toSorted((a, b) => a - b);
        assert.deepEqual(state.nodes, tree);
        const seen = [...Array(state.seenUpTo).keys()].map((rank) => rank + 1);
        assert.deepEqual([...seen, ...state.seenBeyond], historyOf(story, i + 1));
      }
    }),
    RUNS,
  );
});

function historyOf(story: Story, rank: number): number[] {
  const seen = new Set<number>();
  const waiting = [rank];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(story.told[next - 1]?.row.parents ?? []));
  }
  return [...seen].toSorted((a, b) => a - b);
}

test('nodes asked for by path and blob come with their markers, unknown ones do not come', async () => {
  const story = tellStory({ steps: 30, files: 3, seed: 3 });
  const store = await storeOf(story);
  const [first] = story.nodes;
  assert.ok(first);
  const stranger = { path: first.path, blob: `${'0'.repeat(39)}1` as typeof first.blob };
  const prior = await store.readPrior('main', { boundary: [], nodes: [first, stranger] });
  assert.deepEqual(prior.nodes, [first]);
});

test('what is open at any mainline commit is what its tree shows', async () => {
  const story = tellStory({ steps: 50, files: 4, seed: 11 });
  const store = await storeOf(story);
  const ids = new Map((await store.readHacks('main')).map(({ key, id }) => [key, id]));
  for (const { row, tree } of story.told) {
    if (row.position === null) continue;
    const shown = [...tree.values()]
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .flatMap(({ path, blob, hacks, sights }) =>
        sights.map((sight, i) => {
          const hack = hacks[i];
          return { hack, id: hack && ids.get(hack), place: { path, blob, ...sight } };
        }),
      );
    assert.deepEqual(await store.readOpenAt('main', row.position), shown);
  }
});

test('events come in order, with their commits and places', async () => {
  const story = tellStory({ steps: 40, files: 2, seed: 5 });
  const store = await storeOf(story);
  for (const { key } of await store.readHacks('main')) {
    const told = story.events.filter(({ hack }) => hack === key);
    const read = await store.readEvents('main', key);
    assert.deepEqual(
      read.map(({ kind, commit, before, after }) => ({ kind, rank: commit.rank, before, after })),
      told.map(({ kind, rank, before, after }) => ({ kind, rank, before, after })),
    );
  }
});

test('a tip is found only with the key it was written with', async () => {
  const story = tellStory({ steps: 5, files: 1, seed: 1 });
  const store = await storeOf(story);
  assert.equal((await store.readTip('main', 'key'))?.rank, story.told.length);
  assert.equal(await store.readTip('main', 'another key'), undefined);
  assert.equal(await store.readTip('another line', 'key'), undefined);
});

test('a cleared fold leaves nothing but mined blobs', async () => {
  const story = tellStory({ steps: 10, files: 2, seed: 1 });
  const store = await storeOf(story);
  await store.clearFold('main');
  assert.deepEqual(await store.dumpDerived('main'), []);
  assert.equal(await store.readTip('main', 'key'), undefined);
  await store.writeFold('main', foldOf(story, 0, story.told.length));
  assert.deepEqual(await store.dumpDerived('main'), await (await storeOf(story)).dumpDerived('main'));
});

test('ids are found by their beginning', async () => {
  const story = tellStory({ steps: 60, files: 5, seed: 7 });
  const store = await storeOf(story);
  const ids = (await store.readHacks('main')).map(({ id }) => id).toSorted();
  const read = await store.findHackIds('main', 'hd-1');
  assert.deepEqual(
    read.map(({ id }) => id),
    ids.filter((id) => id.startsWith('hd-1')),
  );
  assert.deepEqual(await store.findHackIds('main', "hd-%'"), []);
});

test('commits are found by oid, with landing commit, people and trailers', async () => {
  const story = tellStory({ steps: 30, files: 2, seed: 2 });
  const store = await storeOf(story);
  const side = story.told.find(({ row }) => row.position === null);
  assert.ok(side);
  const [commit, missing] = await store.readCommits('main', [side.commit.oid, 'f'.repeat(40) as CommitOid]);
  assert.equal(missing, undefined);
  assert.equal(commit?.landedOid, story.told.find(({ row }) => row.position === side.row.landed)?.commit.oid);
  assert.equal(commit?.author.name, side.commit.author.name);
  assert.equal(commit?.trailers, 'Co-authored-by: Mate <mate@galley.test>');
  assert.deepEqual(commit?.parents, side.row.parents);
});

test('the mainline commit of a moment is the last that had landed', async () => {
  const story = tellStory({ steps: 30, files: 2, seed: 2 });
  const store = await storeOf(story);
  const third = story.told.find(({ row }) => row.position === 3);
  const instant = (third?.commit.commitTime.seconds ?? 0) + 1;
  const found = await store.findMainlineAt('main', { instant, now: 4e9 });
  assert.equal(found?.position, 3 as Position);
  assert.equal(await store.findMainlineAt('main', { instant: 1, now: 4e9 }), undefined);
});

test('where hacks stood when they were removed is told in the order of the events', async () => {
  const story = tellStory({ steps: 60, files: 5, seed: 7 });
  const store = await storeOf(story);
  const { farewells } = await store.readPrior('main', { boundary: [], nodes: [] });
  const removed = story.events.filter(({ kind }) => kind === 'removed');
  assert.deepEqual(
    farewells,
    removed.map(({ hack, before }) => ({ hack, place: before })),
  );
});
