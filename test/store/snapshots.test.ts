import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommitOid, RepoPath } from '../../src/model/git.ts';
import type { HackId } from '../../src/model/hack.ts';
import type { Snapshot, SnapshotHack } from '../../src/model/store.ts';
import { openStore } from '../../src/store/open.ts';

const soup: SnapshotHack = {
  id: 'hd-00000000000000a1' as HackId,
  kind: 'tag',
  tag: 'TODO',
  text: "don't taste the soup",
  path: 'galley/soup.c' as RepoPath,
  line: 12,
  column: 4,
  commit: 'a'.repeat(40) as CommitOid,
  author: { name: 'Ann', email: 'ann@example.org' },
  authorTime: { seconds: 1000, offsetMinutes: 60 },
  subject: 'Cook',
  touches: 9,
};
const stew: SnapshotHack = {
  ...soup,
  id: 'hd-00000000000000b2' as HackId,
  kind: 'commit',
  text: 'ugly stew',
  touches: 2,
};
const tuesday: Snapshot = {
  kind: 'day',
  name: '2026-W47/2',
  origin: 'observed',
  day: '2026-11-17',
  endsAt: 2000,
  takenAt: 1000,
  commit: 'c'.repeat(40) as CommitOid,
  ruleset: 'rules',
  hacks: [soup, stew],
};

test("a snapshot comes back as it was, in the list's order", async () => {
  const store = await openStore({ file: ':memory:' });
  assert.equal(await store.writeSnapshot('main', tuesday), true);
  assert.deepEqual(await store.readSnapshots('main'), [{ ...tuesday, frozen: false }]);
});

test("until the day is over a later look takes the earlier one's place", async () => {
  const store = await openStore({ file: ':memory:' });
  const later = { ...tuesday, takenAt: 1500, hacks: [stew] };
  await store.writeSnapshot('main', tuesday);
  await store.writeSnapshot('main', later);
  assert.equal(await store.freezeBefore(1999), 0);
  assert.deepEqual(await store.readSnapshots('main'), [{ ...later, frozen: false }]);
});

test('once the day is over the snapshot never changes', async () => {
  const store = await openStore({ file: ':memory:' });
  await store.writeSnapshot('main', tuesday);
  assert.equal(await store.freezeBefore(2000), 1);
  assert.equal(await store.writeSnapshot('main', { ...tuesday, hacks: [] }), false);
  assert.deepEqual(await store.readSnapshots('main'), [{ ...tuesday, frozen: true }]);
});

test('a rebuilt snapshot gives way to an observed one, not the other way round, and is never frozen', async () => {
  const store = await openStore({ file: ':memory:' });
  const rebuilt = { ...tuesday, origin: 'rebuilt' as const };
  await store.writeSnapshot('main', rebuilt);
  assert.equal(await store.freezeBefore(9999), 0);
  assert.equal(await store.writeSnapshot('main', tuesday), true);
  assert.equal(await store.writeSnapshot('main', rebuilt), false);
});

test('snapshots outlive the fold', async () => {
  const store = await openStore({ file: ':memory:' });
  await store.writeSnapshot('main', tuesday);
  await store.clearFold('main');
  assert.equal((await store.readSnapshots('main')).length, 1);
});

test('snapshots are asked for by kind and name', async () => {
  const store = await openStore({ file: ':memory:' });
  const demo: Snapshot = { ...tuesday, kind: 'demo', name: '2026-W47' };
  await store.writeSnapshot('main', tuesday);
  await store.writeSnapshot('main', demo);
  assert.deepEqual(await store.readSnapshots('main', { kind: 'demo' }), [{ ...demo, frozen: false }]);
  assert.deepEqual(await store.readSnapshots('main', { name: '2026-W48' }), []);
});

test('what is recorded of a squashed hack stays', async () => {
  const store = await openStore({ file: ':memory:' });
  const author = { name: 'Cook', email: 'cook@galley.test' };
  const alias = {
    hack: soup.id,
    firstId: stew.id,
    firstCommit: 'd'.repeat(40) as CommitOid,
    author,
    authorTime: { seconds: 5, offsetMinutes: -60 },
    squash: 'e'.repeat(40) as CommitOid,
  };
  await store.writeAliases('main', [alias]);
  await store.writeAliases('main', [{ ...alias, firstId: soup.id }]);
  assert.deepEqual(await store.readAliases('main'), [alias]);
});
