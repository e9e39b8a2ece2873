import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FEED } from './asked.ts';
import { answer, eachDay, NAMES, pathsOf, type Thing } from './told.ts';

test('scan counts each day what is open on the mainline, and names the day', () => {
  assert.deepEqual(
    eachDay('scan', ({ snapshot, counts }) => [snapshot.in.sprint, snapshot.in.day, counts.open]),
    [
      ['2026-W43', 1, 3],
      ['2026-W43', 2, 3],
      ['2026-W43', 3, 2],
      ['2026-W43', 4, 3],
      ['2026-W43', 5, 2],
      ['2026-W44', 1, 4],
    ],
  );
});

test('scan calls nothing new since the demo that the demo showed, though it landed later', () => {
  assert.deepEqual(
    eachDay('scan', ({ changes }) => changes.map(({ admitted, removed }: Thing) => [admitted, removed])),
    [
      [
        [2, 0],
        [2, 0],
      ],
      [
        [0, 0],
        [2, 0],
      ],
      [
        [0, 1],
        [0, 1],
      ],
      [
        [2, 1],
        [0, 2],
      ],
      [
        [0, 1],
        [0, 3],
      ],
      [
        [1, 0],
        [2, 3],
      ],
    ],
  );
});

test('list has each day the hacks of the mainline where they stand then', () => {
  assert.deepEqual(
    eachDay('list', ({ hacks }) => pathsOf(hacks.filter(({ status }: Thing) => status === 'open'))),
    [
      ['chart.js', 'player.js', 'vinyl.js'],
      ['chart.js', 'player.js', 'vinyl.js'],
      ['chart.js', 'vinyl.js'],
      ['audio/mixer.js', 'feed.js', 'vinyl.js'],
      ['audio/mixer.js', 'vinyl.js'],
      ['audio/mixer.js', 'lyrics.js', 'next.js', 'vinyl.js'],
    ],
  );
});

test('markers finds each day in the files what list has', () => {
  const open = eachDay('list', ({ hacks }) => pathsOf(hacks.filter(({ status }: Thing) => status === 'open')));
  assert.deepEqual(
    eachDay('markers', ({ markers }) => pathsOf(markers)),
    open,
  );
});

test("the lines of Monday's commit, which admits a shortcut, go with the sweep and with the chart", () => {
  assert.deepEqual(
    eachDay('list --kind commit', ({ hacks: [{ lines }] }) => [lines.standing, lines.added]),
    [
      [6, 6],
      [6, 6],
      [5, 6],
      [2, 6],
      [2, 6],
      [2, 6],
    ],
  );
});

test('report tells from the demo on what became of its four hacks, through squash, move, sweep and pay-day', () => {
  assert.deepEqual(
    eachDay('report', ({ window, counts }) => [
      window.name,
      counts.total,
      counts.open,
      ...Object.values(counts.fates as object),
    ]),
    [
      ['2026-W42', 0, 0, 0, 0, 0, 0],
      ['2026-W42', 0, 0, 0, 0, 0, 0],
      ['2026-W43', 4, 3, 0, 0, 1, 0],
      ['2026-W43', 4, 2, 0, 1, 1, 0],
      ['2026-W43', 4, 1, 1, 1, 1, 0],
      ['2026-W43', 4, 1, 1, 1, 1, 0],
    ],
  );
});

test("the demo's hacks keep id, author and date when their branch is squashed by somebody else, deleted and collected", () => {
  const [, , wednesday, ...later] = eachDay('report', ({ hacks }) =>
    hacks.map(({ id, introduced: { author, date } }: Thing) => [id, author.name, date]).toSorted(),
  );
  assert.equal(wednesday.length, 4);
  for (const births of later) assert.deepEqual(births, wednesday);
});

test('show follows a hack from the branch through the squash to its end', () => {
  assert.equal(answer('monday', 'show').status, 2);
  assert.deepEqual(
    NAMES.slice(1).map((day) => {
      const { hack, onlyOn, events } = answer(day, 'show').document;
      const happened = events.map(({ kind, author }: Thing) => `${kind} by ${author.name}`);
      return [hack.id, onlyOn, hack.fate ?? hack.status, ...happened];
    }),
    [
      [FEED, 'demo', 'open', 'introduced by Bo Diaz'],
      [FEED, 'demo', 'open', 'introduced by Bo Diaz'],
      [FEED, null, 'open', 'introduced by Bo Diaz'],
      [FEED, null, 'refactored', 'introduced by Bo Diaz', 'removed by Bo Diaz'],
      [FEED, null, 'refactored', 'introduced by Bo Diaz', 'removed by Bo Diaz'],
    ],
  );
});

test('the agenda of day 3 asks each question about the hack that raises it, and says whom to ask', () => {
  assert.deepEqual(
    answer('wednesday', 'agenda').document.items.map((item: Thing) => [
      item.hack.path,
      item.question,
      item.suggested,
      item.ask,
    ]),
    [
      ['feed.js', 'ship', 'change', 'Bo'],
      ['chart.js', 'delete', 'delete', 'Ann'],
      ['mixer.js', 'embarrassing', 'refactor', 'Cy'],
    ],
  );
});

test('the agenda quotes the commit that admits the most, and says what an agent wrote', () => {
  const { quote, explain } = answer('wednesday', 'agenda').document;
  assert.match(quote.subject, /^Quick and dirty hack/);
  assert.deepEqual([explain[0].path, explain[0].why, explain[0].who], ['feed.js', 'an agent wrote it', 'Bo']);
});

test('the agenda counts each day what is on the table, gone and kept, and the promises of shell and paper', () => {
  assert.deepEqual(
    eachDay('agenda', ({ counts: { table, gone, kept }, promises }) => [
      table,
      gone,
      kept,
      promises && [promises.counts.done, promises.counts.open],
    ]),
    [
      [3, 0, 0, null],
      [3, 0, 0, null],
      [3, 1, 0, null],
      [2, 2, 1, [1, 1]],
      [1, 3, 1, [2, 0]],
      [2, 3, 1, [2, 0]],
    ],
  );
});
