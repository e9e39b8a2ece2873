import assert from 'node:assert/strict';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type TestContext, test } from 'node:test';
import Database from 'better-sqlite3';
import { UnsoundError } from '../../src/errors.ts';
import { soundly } from '../../src/store/faults.ts';
import { openStore } from '../../src/store/open.ts';
import { filledFile, freshFile, tamper } from './galley.ts';

async function refuses(file: string, sentence: RegExp): Promise<void> {
  const before = readFileSync(file);
  await assert.rejects(openStore({ file }), (error) => {
    assert.ok(error instanceof UnsoundError);
    assert.match(error.message, sentence);
    assert.ok(error.message.includes(file));
    assert.ok(!error.message.includes('\n'));
    return true;
  });
  assert.deepEqual(readFileSync(file), before);
}

function writtenFile(context: TestContext, content: string): string {
  const file = freshFile(context);
  mkdirSync(dirname(file));
  writeFileSync(file, content);
  return file;
}

test('a file that is no database is refused and left as it is', async (context) => {
  await refuses(writtenFile(context, 'Soup of the day: tomato.\n'.repeat(100)), /is no database/);
});

test("another program's database is refused", async (context) => {
  const file = writtenFile(context, '');
  tamper(file, 'CREATE TABLE soups (name TEXT)');
  await refuses(file, /another program's/);
});

test('an empty file becomes a database', async (context) => {
  const store = await openStore({ file: writtenFile(context, '') });
  assert.equal((await store.readFacts()).commits, 0);
  await store.close();
});

test('the database of a newer hackdebt is refused', async (context) => {
  const file = await filledFile(context);
  tamper(file, 'PRAGMA user_version = 99');
  await refuses(file, /newer hackdebt/);
});

test('a trigger that hackdebt did not make is refused', async (context) => {
  const file = await filledFile(context);
  tamper(file, 'CREATE TRIGGER thief AFTER INSERT ON lines BEGIN DELETE FROM paths; END');
  await refuses(file, /foreign triggers.*--rebuild/);
});

test('a view that says something else than hackdebt wrote is refused', async (context) => {
  const file = await filledFile(context);
  tamper(file, "DROP VIEW hacks; CREATE VIEW hacks AS SELECT 'all is well' AS text");
  await refuses(file, /changed tables or views.*--rebuild/);
});

test('a database without one of its tables is refused', async (context) => {
  const file = await filledFile(context);
  tamper(file, 'DROP TABLE event_rows');
  await refuses(file, /parts missing.*--rebuild/);
});

test("a view of the user's own is left alone", async (context) => {
  const file = await filledFile(context);
  tamper(file, 'CREATE VIEW soups AS SELECT 1 AS soup');
  await (await openStore({ file })).close();
});

/** Overwrites the pages that hold what hacks are; those of the schema stay, so that the file can still be opened. */
function spoil(file: string): void {
  const handle = openSync(file, 'r+');
  for (let page = 24; page < 29; page++) writeSync(handle, Buffer.alloc(4096, 7), 0, 4096, page * 4096);
  closeSync(handle);
}

test('a damaged database is found out after a run that did not close', async (context) => {
  const file = await filledFile(context);
  tamper(file, 'UPDATE state SET closed_cleanly = 0; PRAGMA wal_checkpoint(TRUNCATE)');
  spoil(file);
  await refuses(file, /is damaged: hackdebt doctor --rebuild/);
});

test('damage met while reading is said, not thrown as a bug', async (context) => {
  const file = await filledFile(context);
  spoil(file);
  const store = await openStore({ file });
  await assert.rejects(store.dumpDerived('main'), /is damaged: hackdebt doctor --rebuild/);
  assert.notDeepEqual(await store.findDamage(), []);
});

test('a sound database has no damage', async (context) => {
  const store = await openStore({ file: await filledFile(context) });
  assert.deepEqual(await store.findDamage(), []);
  await store.close();
});

test('a database that is only to be read must be there', async (context) => {
  await assert.rejects(openStore({ file: freshFile(context), readonly: true }), /run hackdebt scan first/);
});

test('a database opened to be read cannot be written', async (context) => {
  const store = await openStore({ file: await filledFile(context), readonly: true });
  assert.ok((await store.readHacks('main')).length > 0);
  await assert.rejects(store.clearFold('main'), UnsoundError);
  await store.close();
});

test('a path through a file is refused in one sentence', async (context) => {
  const file = writtenFile(context, 'soup');
  await assert.rejects(openStore({ file: `${file}/hackdebt.db` }), UnsoundError);
});

test('a full disk is said in one sentence, and what was committed stays', () => {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE soups (soup BLOB); INSERT INTO soups VALUES (1); PRAGMA max_page_count = 3');
  const fill = (): void => void database.exec('INSERT INTO soups VALUES (zeroblob(1000000))');
  assert.throws(() => soundly('soup.db', fill), /^UnsoundError: The disk is full/);
  assert.equal(database.prepare('SELECT count(*) FROM soups').pluck().get(), 1);
});

test('a database that another program keeps locked is said in one sentence', async (context) => {
  const file = await filledFile(context);
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  const store = await openStore({ file, patience: 50 });
  await assert.rejects(store.clearFold('main'), /is locked by another program/);
  other.close();
  await store.clearFold('main');
  await store.close();
});

test('two repositories in one file do not see each other', async (context) => {
  const file = await filledFile(context);
  const other = await openStore({ file, repository: 'another galley' });
  assert.deepEqual(await other.readHacks('main'), []);
  assert.deepEqual(await other.readPeople(), []);
  await other.close();
});
