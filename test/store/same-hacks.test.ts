import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommitOid } from '../../src/model/git.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { filledFile } from './galley.ts';

const kept = { extent: 'logic', nearMarker: 'changed', inDefinition: 'changed', confidence: 0.9 } as const;
const verdict = { ...kept, removal: 'code-changed', fate: 'refactored', acknowledged: false } as const;

async function judgeFirst(store: Store): Promise<void> {
  const [first] = await store.readUnjudged('main');
  assert.ok(first?.removal);
  await store.writeVerdicts('main', [{ ...verdict, hack: first.key, removalRank: first.removal.commit.rank }]);
}

async function countJudged(store: Store): Promise<number> {
  return (await store.readHacks('main')).filter(({ removal }) => removal?.verdict).length;
}

test('as long as nobody writes, the hacks are read once', async (t) => {
  const store = await openStore({ file: await filledFile(t) });
  assert.equal(await store.readHacks('main'), await store.readHacks('main'));
  await store.close();
});

test('what is recorded of hacks does not have them read anew', async (t) => {
  const store = await openStore({ file: await filledFile(t) });
  const hacks = await store.readHacks('main');
  const day = { kind: 'day', name: '2026-11-17', origin: 'rebuilt', day: '2026-11-17', ruleset: 'rules' } as const;
  await store.writeSnapshot('main', { ...day, endsAt: 2, takenAt: 1, commit: 'c'.repeat(40) as CommitOid, hacks: [] });
  assert.equal((await store.readSnapshots('main')).length, 1);
  assert.equal(await store.readHacks('main'), hacks);
  await store.close();
});

test('what is kept of admissions in messages does not have them read anew', async (t) => {
  const store = await openStore({ file: await filledFile(t) });
  const hacks = await store.readHacks('main');
  const upTo = hacks[0]?.introduced.rank;
  assert.ok(upTo);
  await store.replaceAdmissions('main', { upTo, admissions: [] });
  assert.equal((await store.readAdmissions('main')).upTo, upTo);
  assert.equal(await store.readHacks('main'), hacks);
  await store.close();
});

test('hacks are read anew after this store has written', async (t) => {
  const store = await openStore({ file: await filledFile(t) });
  const before = await countJudged(store);
  await judgeFirst(store);
  assert.equal(await countJudged(store), before + 1);
  await store.close();
});

test('hacks are read anew after another process has written', async (t) => {
  const file = await filledFile(t);
  const [store, other] = [await openStore({ file }), await openStore({ file })];
  const before = await countJudged(store);
  await judgeFirst(other);
  assert.equal(await countJudged(store), before + 1);
  await store.close();
  await other.close();
});
