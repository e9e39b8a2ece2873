import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathsOf, week, type Thing } from './told.ts';

const DAY_30 = '2026-11-20T10:00:00Z';
const OPEN_THEN =
  "SELECT day, path, line, tag, text FROM snapshot_hacks WHERE snapshot_kind = 'day' AND frozen ORDER BY 1, 2";

async function read(...argv: readonly string[]): Promise<Thing> {
  return (await week.stage.say(argv, DAY_30)).document;
}

test('what was recorded stays as it was whatever happens to history, and day 3 can be asked for on day 30', async () => {
  const { repository } = week.stage;
  const day3 = ['report', '--sprint', '2026-W43', '--day', '3'];
  await read('scan');
  const [records, asked] = [await read('sql', OPEN_THEN), await read(...day3)];
  await repository.git('checkout', '--quiet', '--orphan', 'anew');
  const person = ['-c', 'user.name=x', '-c', 'user.email=x@example.org'];
  await repository.git(...person, 'commit', '--quiet', '--all', '--message', 'Anew');
  await repository.git('branch', '--quiet', '--force', '-M', 'main');
  await read('scan');
  const [recordsLater, askedLater] = [await read('sql', OPEN_THEN), await read(...day3)];
  assert.deepEqual(recordsLater['rows'], records['rows']);
  assert.deepEqual(pathsOf(askedLater['hacks']), ['chart.js', 'vinyl.js']);
  assert.deepEqual(pathsOf(asked['hacks']), pathsOf(askedLater['hacks']));
  assert.deepEqual([askedLater['window'].origin, askedLater['window'].final], ['observed', true]);
  assert.equal(records['rows'].length, 3 + 3 + 2 + 3 + 2 + 4);
});
