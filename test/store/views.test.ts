import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import Database from 'better-sqlite3';
import type { CommitOid } from '../../src/model/git.ts';
import type { Snapshot } from '../../src/model/store.ts';
import { openStore } from '../../src/store/open.ts';
import { filledFile, story } from './galley.ts';

const README = readFileSync(new URL('../../../src/store/README.md', import.meta.url), 'utf8');

/** A database with a story and two days' snapshots, opened as any program would open it. */
async function plainDatabase(context: TestContext): Promise<Database.Database> {
  const file = await filledFile(context);
  const store = await openStore({ file });
  const open = (await store.readHacks('main')).filter(({ removal }) => removal === null);
  const hacks = open.map(({ id, place, touches, introduced }) => {
    const { kind, tag, text } = place.wording;
    const { path, line, column } = place;
    const { oid: commit, author, authorTime, subject } = introduced;
    return { id, kind, tag, text, path, line, column, commit, author, authorTime, subject, touches };
  });
  const day = { kind: 'day', origin: 'observed', endsAt: 2, takenAt: 1, commit: 'a'.repeat(40) as CommitOid } as const;
  const monday: Snapshot = { ...day, name: 'monday', day: '2026-11-16', ruleset: 'rules', hacks };
  await store.writeSnapshot('main', monday);
  await store.writeSnapshot('main', { ...monday, name: 'tuesday', day: '2026-11-17', hacks: hacks.toReversed() });
  await store.close();
  const database = new Database(file, { readonly: true });
  context.after(() => database.close());
  return database;
}

test('every question of the documentation has an answer', async (context) => {
  const database = await plainDatabase(context);
  const questions = [...README.matchAll(/```sql\n(.*?)```/gs)].map(([, sql]) => sql ?? '');
  assert.ok(questions.length >= 8);
  for (const sql of questions) assert.ok(database.prepare(sql).all().length > 0, sql);
});

test('every view is documented, and no other', async (context) => {
  const database = await plainDatabase(context);
  const views = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name").pluck().all();
  const documented = [...README.matchAll(/^\| `(\w+)` *\|/gm)].map(([, name]) => name);
  assert.deepEqual(views, [...documented, 'landings'].toSorted());
});

test('the view of hacks has a row for each hack, of commits for each commit, of events for each event', async (context) => {
  const database = await plainDatabase(context);
  const count = (view: string): unknown => database.prepare(`SELECT count(*) FROM ${view}`).pluck().get();
  const introduced = story.events.filter(({ kind }) => kind === 'introduced').length;
  assert.deepEqual(
    [count('hacks'), count('commits'), count('events')],
    [introduced, story.told.length, story.events.length],
  );
});

test('the chart tells the position of the day before and the days so far', async (context) => {
  const database = await plainDatabase(context);
  const rows = database
    .prepare("SELECT position, position_before, days_on_chart FROM chart WHERE day = '2026-11-17' ORDER BY position")
    .all();
  assert.ok(rows.length > 1);
  assert.deepEqual(rows[0], { position: 1, position_before: rows.length, days_on_chart: 2 });
});

test('a frozen snapshot cannot be changed even behind the back of the store', async (context) => {
  const database = new Database(await filledFile(context));
  database.exec(
    `INSERT INTO snapshot_rows VALUES (1, 1, 1, 'day', 'monday', 'observed', '2026-11-16', 2, 1, zeroblob(20), 'r', 1)`,
  );
  const attempts = [
    "UPDATE snapshot_rows SET day = ''",
    'UPDATE snapshot_rows SET frozen = 0',
    'DELETE FROM snapshot_rows',
    'REPLACE INTO snapshot_rows SELECT * FROM snapshot_rows',
    "INSERT INTO recorded_hacks VALUES (1, 1, 'hd-1', 'tag', 'TODO', '', '', zeroblob(20), '', '', 0, 0, ''); INSERT INTO snapshot_hack_rows VALUES (1, 1, 1, 1, 1, 1)",
  ];
  for (const attempt of attempts)
    assert.throws(() => database.exec(attempt), /a frozen snapshot never changes/, attempt);
  database.close();
});
