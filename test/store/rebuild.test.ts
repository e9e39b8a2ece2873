import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CommitOid, RepoPath } from '../../src/model/git.ts';
import type { HackId } from '../../src/model/hack.ts';
import type { Snapshot } from '../../src/model/store.ts';
import { openStore } from '../../src/store/open.ts';
import { rebuildStore } from '../../src/store/rebuild.ts';
import { filledFile, freshFile, tamper } from './galley.ts';

const oid = 'a'.repeat(40) as CommitOid;
const soup = { id: 'hd-1' as HackId, kind: 'tag', tag: 'TODO', text: 'salt', path: 'soup.c' as RepoPath } as const;
const birth = {
  commit: oid,
  author: { name: 'Ann', email: 'ann@example.org' },
  authorTime: { seconds: 900, offsetMinutes: 0 },
  subject: 'Cook',
};
const monday: Snapshot = {
  kind: 'day',
  name: 'monday',
  origin: 'observed',
  day: '2026-11-16',
  endsAt: 2000,
  takenAt: 1000,
  commit: oid,
  ruleset: 'rules',
  hacks: [{ ...soup, ...birth, line: 1, column: 1, touches: 0 }],
};
const tuesday: Snapshot = { ...monday, name: 'tuesday', day: '2026-11-17', endsAt: 3000 };

test('a rebuilt database keeps what was recorded, frozen as it was, and forgets what can be derived', async (context) => {
  const file = await filledFile(context);
  const store = await openStore({ file });
  await store.writeSnapshot('main', monday);
  await store.freezeBefore(2000);
  await store.writeSnapshot('main', tuesday);
  await store.writeSnapshot('main', { ...tuesday, name: 'wednesday', origin: 'rebuilt' });
  await store.close();
  tamper(file, 'DROP TABLE event_rows');
  const old = readFileSync(file);
  assert.deepEqual(await rebuildStore({ file }), { movedTo: `${file}.1`, snapshots: 2, aliases: 0 });
  assert.deepEqual(readFileSync(`${file}.1`), old);
  const rebuilt = await openStore({ file });
  const expected = [
    { ...monday, frozen: true },
    { ...tuesday, frozen: false },
  ];
  assert.deepEqual(await rebuilt.readSnapshots('main'), expected);
  assert.deepEqual(await rebuilt.dumpDerived('main'), []);
  await rebuilt.close();
});

test('a file that is no database is moved aside too, never overwritten', async (context) => {
  const file = await filledFile(context);
  writeFileSync(file, 'Soup of the day: tomato.\n');
  writeFileSync(`${file}.1`, 'an older one');
  assert.deepEqual(await rebuildStore({ file }), { movedTo: `${file}.2`, snapshots: 0, aliases: 0 });
  assert.equal(readFileSync(`${file}.2`, 'utf8'), 'Soup of the day: tomato.\n');
  await (await openStore({ file })).close();
});

test('where there is nothing to rebuild a new database is made', async (context) => {
  const file = freshFile(context);
  await (await openStore({ file })).close();
  assert.equal((await rebuildStore({ file })).movedTo, `${file}.1`);
  assert.ok(existsSync(file));
});
