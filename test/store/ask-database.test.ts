import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { Interrupted, UnsoundError, UsageError } from '../../src/errors.ts';
import type { Answer } from '../../src/model/sql.ts';
import { askDatabase, type Asking } from '../../src/store/ask-database.ts';
import { readQuery } from '../../src/store/read-query.ts';
import { filledFile, freshFile, story } from './galley.ts';

/** Never ends, and hands out no row in between. */
const ENDLESS = 'WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n';
const ROWS_WITHOUT_END = 'WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n';

function ask(file: string, sql: string, options: Partial<Asking> = {}): Promise<Answer> {
  const { signal } = new AbortController();
  return askDatabase({
    file,
    sql,
    part: null,
    limit: 100,
    seconds: 20,
    values: { line: 'main', now: null },
    signal,
    ...options,
  });
}

function askHere(sql: string, limit = 10): Answer {
  return readQuery(new Database(':memory:'), { sql, limit, values: { line: 'main', now: null } });
}

test('a question is answered with columns and rows', async (context) => {
  const hacks = story.events.filter(({ kind }) => kind === 'introduced').length;
  const answer = await ask(
    await filledFile(context),
    'SELECT line_name, count(*) AS hacks FROM hacks WHERE line_name = :line',
  );
  assert.deepEqual(answer, { columns: ['line_name', 'hacks'], rows: [['main', hacks]], hasMore: false });
});

test('values of every kind come back', () => {
  const { rows } = askHere("SELECT 9223372036854775807, -7, 0.5, 9e999, 'a', x'00ff', NULL");
  assert.deepEqual(rows, [['9223372036854775807', -7, 0.5, 'Infinity', 'a', '00ff', null]]);
});

test('no more rows than the limit are read, and it is told', () => {
  assert.deepEqual(askHere(ROWS_WITHOUT_END, 2), { columns: ['x'], rows: [[1], [2]], hasMore: true });
  assert.equal(askHere('VALUES (1), (2)', 2).hasMore, false);
});

test('an answer without end stops when it is too long to read', () => {
  const { rows, hasMore } = askHere(
    'WITH RECURSIVE n (x) AS (SELECT zeroblob(4000000) UNION ALL SELECT x FROM n) SELECT hex(x) FROM n',
    1e6,
  );
  assert.deepEqual([rows.length < 20, hasMore], [true, true]);
});

test('a query that never ends is ended when its time is up', async (context) => {
  const file = await filledFile(context);
  await assert.rejects(ask(file, ENDLESS, { seconds: 1 }), (error) => {
    assert.ok(error instanceof UnsoundError);
    assert.match(error.message, /^the query was ended after a second: .*--time-limit\.$/);
    return true;
  });
});

test('a query that never ends is ended when somebody says so', async (context) => {
  const controller = new AbortController();
  const asked = ask(await filledFile(context), ENDLESS, { signal: controller.signal });
  setTimeout(() => controller.abort(new Interrupted('SIGINT')), 300);
  await assert.rejects(asked, Interrupted);
});

/** What may not be asked, and a word of the answer. */
const REFUSED: readonly (readonly [sql: string, why: RegExp])[] = [
  ['', /is empty/],
  [' ; -- only a comment\n /* and another', /is empty/],
  ["ATTACH 'loot.db' AS loot", /ATTACH is no question/],
  ["/* SELECT */ attach 'loot.db' as loot", /ATTACH is no question/],
  ['PRAGMA writable_schema = 1', /PRAGMA is no question/],
  ["VACUUM INTO 'loot.db'", /VACUUM is no question/],
  ['BEGIN IMMEDIATE', /BEGIN is no question/],
  ['CREATE TEMP TABLE loot (x)', /CREATE is no question/],
  ['DELETE FROM hack_rows', /DELETE is no question/],
  ['DELETE FROM hack_rows RETURNING *', /DELETE is no question/],
  ['WITH n AS (SELECT 1) DELETE FROM state RETURNING *', /writes/],
  ['WITH n AS (SELECT 1) UPDATE state SET closed_cleanly = 0', /writes/],
  ['SELECT 1; DELETE FROM state', /more than one statement/],
  ["SELECT load_extension('loot')", /not authorized/],
  ["SELECT writefile('loot.db', 'x')", /no such function/],
  ["SELECT readfile('/etc/passwd')", /no such function/],
  ["SELECT fts3_tokenizer('simple', x'00')", /fts3tokenize disabled/],
  ['SELECT hex(zeroblob(900000000))', /too big/],
  ['SELECT ? FROM state', /parameter/],
  ['SELECT rumours FROM hacks', /no such column.*--limit 1/],
  ['SELECT * FROM hack', /no such table: hack\. The views are hacks,/],
  ['SELEC 1', /SELEC is no question/],
  ['SELECT FROM', /syntax error/],
  ["SELECT * FROM hacks WHERE text = 'open", /unrecognized token/],
];

test('nothing can be written, attached, loaded or set, and each try is answered in one sentence', async (context) => {
  const file = await filledFile(context);
  const before = readFileSync(file);
  const database = new Database(file);
  for (const [sql, why] of REFUSED) {
    const attempt = (): Answer => readQuery(database, { sql, limit: 10, values: {} });
    assert.throws(attempt, (error) => error instanceof UsageError && why.test(error.message), sql);
  }
  database.close();
  assert.deepEqual(readFileSync(file), before);
  assert.ok(!existsSync('loot.db') && !existsSync(join(dirname(file), 'loot.db')));
});

test('the file is opened to be read only', async (context) => {
  const file = await filledFile(context);
  await assert.rejects(ask(file, 'WITH n AS (SELECT 1) DELETE FROM state RETURNING *'), UsageError);
  assert.deepEqual((await ask(file, 'SELECT count(*) FROM state')).rows, [[1]]);
});

test('where nothing was recorded yet it says what to do, and makes no file', async (context) => {
  const file = freshFile(context);
  await assert.rejects(ask(file, 'SELECT 1'), {
    name: 'UnsoundError',
    message: `There is no ${file} yet: run hackdebt scan first.`,
  });
  assert.ok(!existsSync(file));
});
