import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandOf, FEED } from './asked.ts';
import { answer, eachDay, NAMES, pathsOf, week, type Thing } from './told.ts';

test('standup tells each day what happened since the last working day, on branches, too', () => {
  assert.deepEqual(
    eachDay('standup', ({ since, items }) => [
      since,
      ...['paid', 'gone', 'admitted', 'moved'].map((kind) => pathsOf(items[kind]).join()),
    ]),
    [
      ['2026-10-16T04:00:00+02:00', '', '', 'chart.js,player.js', ''],
      ['2026-10-19T04:00:00+02:00', '', '', 'chart.js,feed.js,mixer.js,player.js', ''],
      ['2026-10-20T04:00:00+02:00', '', 'player.js', 'feed.js,mixer.js', ''],
      ['2026-10-21T04:00:00+02:00', 'chart.js', 'player.js', '', 'audio/mixer.js'],
      ['2026-10-22T04:00:00+02:00', 'chart.js,feed.js', '', '', 'audio/mixer.js'],
      ['2026-10-23T04:00:00+02:00', 'feed.js', '', 'lyrics.js,next.js', ''],
    ],
  );
});

test("standup keeps the bot in its line, stands the agent's commit for its human, and thanks who paid another's", () => {
  const { commits } = answer('tuesday', 'standup').document;
  assert.deepEqual([commits.bots, commits.botNames, commits.agents, commits.agentsFor], [1, ['renovate'], 1, ['Bo']]);
  assert.deepEqual(answer('thursday', 'standup').document.thanks, { paid: 1, people: ['Cy'] });
});

test('standup reminds of what was decided until somebody begins', () => {
  assert.deepEqual(
    eachDay('standup', ({ notStarted }) => pathsOf(notStarted).join()),
    ['', '', 'feed.js', 'feed.js', '', ''],
  );
});

test('standup never takes more than fifteen lines', () => {
  for (const day of NAMES) assert.ok(answer(day, 'standup').text.split('\n').length <= 16, day);
});

test('trend burns down day by day as the days were recorded', () => {
  assert.deepEqual(
    eachDay('trend', ({ burndown }) => burndown.map(({ open, observed }: Thing) => [open, observed].join())),
    [
      ['3,3'],
      ['3,3', '3,3'],
      ['3,3', '3,3', '2,2'],
      ['3,3', '3,3', '2,2', '3,3'],
      ['3,3', '3,3', '2,2', '3,3', '2,2'],
      ['4,4'],
    ],
  );
});

test('trend gives the night to Monday to the week before, by the winter clock', () => {
  const [last, next] = answer('weekend', 'trend').document.periods.slice(-2);
  assert.deepEqual([last.name, last.to, last.admitted, next.admitted], ['2026-W43', '2026-10-26T04:00:00+01:00', 5, 1]);
});

test('trend counts each day what the week admitted, paid and swept', () => {
  assert.deepEqual(
    eachDay('trend', ({ periods }) => {
      const { admitted, paid, fates } = periods.find(({ name }: Thing) => name === '2026-W43');
      return [admitted, paid, fates.swept];
    }),
    [
      [2, 0, 0],
      [2, 0, 0],
      [2, 0, 1],
      [4, 1, 1],
      [4, 2, 1],
      [5, 2, 1],
    ],
  );
});

test('check tells each day what it brought: two admitted, two more on the branch, a sweep, a squash, a pay-day', () => {
  assert.deepEqual(
    eachDay('check', ({ verdict, changes }) => [
      verdict,
      ...changes.map(({ change, path, removal }: Thing) => `${removal?.fate ?? change} ${path}`),
    ]),
    [
      ['passed', 'new chart.js', 'new player.js'],
      ['passed', 'new feed.js', 'new mixer.js'],
      ['failed', 'swept player.js'],
      ['passed', 'new audio/mixer.js', 'new feed.js', 'deleted chart.js'],
      ['passed', 'refactored feed.js'],
      ['failed', 'new lyrics.js', 'new next.js'],
    ],
  );
});

test('check calls a hack of the squashed branch by the name that list has for it', () => {
  const { changes } = answer('thursday', 'check').document;
  const ids = new Map(answer('thursday', 'list').document.hacks.map(({ path, id }: Thing) => [path, id]));
  for (const path of ['feed.js', 'audio/mixer.js'])
    assert.equal(changes.find((hack: Thing) => hack.path === path).id, ids.get(path));
});

test('each command ends as its day has it: a swept hack fails the gate, a branch that is gone cannot be shown', () => {
  const exits = (name: string): number[][] =>
    NAMES.map((day) => week.told[day].filter(({ asked }) => commandOf(asked) === name).map(({ status }) => status));
  assert.deepEqual(exits('check').flat(), [0, 0, 1, 0, 0, 1]);
  assert.deepEqual(exits('demo').flat(), [2, 0, 0, 2, 2, 2]);
  assert.deepEqual(exits('decide'), [[2], [2], [0, 0], [0], [2], [0]]);
  assert.deepEqual(exits('init').flat(), [2, 2, 2, 2, 2, 2]);
});

test('demo names the branch that was shown, with the five hacks that stood there, and says the same only once', () => {
  const [first, again] = [answer('tuesday', 'demo').document, answer('wednesday', 'demo').document];
  assert.deepEqual([first.sprint, first.demo.subject, first.open, first.changed], ['2026-W43', 'Mix', 5, true]);
  assert.deepEqual([again.demo.commit, again.changed], [week.stage.repository.oidOf('mixer'), false]);
});

test('decide writes once, about the hack by the name that it had on the branch, and an amnesty at the end', () => {
  const decided = (['wednesday', 'thursday', 'weekend'] as const).map((day) => {
    const { decided: facts, changed } = answer(day, 'decide').document;
    return [facts.map(({ id, decision, path }: Thing) => `${id} ${decision} ${path}`).join(), changed];
  });
  assert.deepEqual(decided, [
    [`${FEED} refactor feed.js`, true],
    [`${FEED} refactor feed.js`, false],
    ['hd-ea571d581ee09254 keep audio/mixer.js', true],
  ]);
});

test('sql says each day what share of the debut is gone', () => {
  const before = ['2026-W41', '2026-10-06', 1, 0, 0];
  const demo = (gone: number, percent: number): unknown[] => [['2026-W43', '2026-10-20', 4, gone, percent], before];
  assert.deepEqual(
    eachDay('sql @debut', ({ rows }) => rows),
    [[before], demo(0, 0), demo(1, 25), demo(2, 50), demo(3, 75), demo(3, 75)],
  );
});

test('sql has each day one recorded day more', () => {
  const days = [
    ['2026-10-19', 3, 'observed'],
    ['2026-10-20', 3, 'observed'],
    ['2026-10-21', 2, 'observed'],
    ['2026-10-22', 3, 'observed'],
    ['2026-10-23', 2, 'observed'],
    ['2026-10-26', 4, 'observed'],
  ];
  assert.deepEqual(
    eachDay('sql SELECT', ({ rows }) => rows),
    days.map((_, index) => days.slice(0, index + 1)),
  );
});

test('doctor finds each day all well, and counts the commits', () => {
  assert.deepEqual(
    eachDay('doctor', ({ checks }) => [
      checks.every(({ status }: Thing) => status === 'ok'),
      / (\d+) commits/.exec(checks.find(({ name }: Thing) => name === 'database').finding)?.[1],
    ]),
    [
      [true, '3'],
      [true, '3'],
      [true, '4'],
      [true, '7'],
      [true, '8'],
      [true, '10'],
    ],
  );
});
