import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setStage, type Said, type Stage } from './play.ts';
import { DAYS, type DayName } from './story.ts';

const NAMES = Object.keys(DAYS) as DayName[];
const ASKED = ['list', 'report', 'agenda', 'standup', 'trend'] as const;
const OPEN_THEN =
  "SELECT day, path, line, tag, text FROM snapshot_hacks WHERE snapshot_kind = 'day' AND frozen ORDER BY 1, 2";

type Command = (typeof ASKED)[number] | 'scan';

// oxlint-disable-next-line typescript/no-explicit-any -- a test reads whatever the documents hold
type Told = Record<DayName, Record<Command, any>>;

/** What a test looks at in a document. */
interface Thing {
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads whatever the documents hold
  readonly [key: string]: any;
}

let stage: Stage;
const told = {} as Told;
const gate = {} as Record<'tuesday' | 'wednesday' | 'thursday', Said>;
let demo: Said;

/** What the team does beside its commits, in the evening of the day, once everybody was told. */
const DEEDS: Partial<Record<DayName, () => Promise<void>>> = {
  tuesday: async () => {
    demo = await stage.say('demo demo');
    await stage.repository.git('checkout', '--quiet', 'demo');
    gate.tuesday = await stage.say('check --base main');
    await stage.repository.git('checkout', '--quiet', 'main');
  },
  wednesday: async () => {
    gate.wednesday = await stage.say('check --base HEAD~1 --no-swept');
    for (const decision of ['feed.js:2 refactor --owner bo', 'chart.js:2 delete', 'vinyl.js:2 keep'])
      await stage.read(`decide ${decision}`);
  },
  thursday: async () => {
    gate.thursday = await stage.say('check --base HEAD~3');
  },
};

before(async () => {
  stage = await setStage();
  for (const name of NAMES) {
    await stage.goTo(name);
    told[name] = { ...told[name], scan: await stage.read('scan') };
    for (const command of ASKED) told[name][command] = await stage.read(command);
    await DEEDS[name]?.();
  }
});

after(() => stage[Symbol.asyncDispose]());

function pathsOf(hacks: readonly { path: string }[]): string[] {
  return hacks.map(({ path }) => path).toSorted();
}

function eachDay<T>(tell: (day: Told[DayName]) => T): T[] {
  return NAMES.map((name) => tell(told[name]));
}

test('scan counts each day what is open on the mainline, and names the day', () => {
  assert.deepEqual(
    eachDay(({ scan }) => [scan.snapshot.in.sprint, scan.snapshot.in.day, scan.counts.open]),
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

test('list has each day the hacks of the mainline where they stand then', () => {
  assert.deepEqual(
    eachDay(({ list }) => pathsOf(list.hacks.filter((hack: { status: string }) => hack.status === 'open'))),
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

test('report tells from the demo on what became of its four hacks, through squash, move, sweep and pay-day', () => {
  assert.deepEqual(
    eachDay(({ report: { window, counts } }) => [
      window.name,
      counts.total,
      counts.open,
      ...Object.values(counts.fates),
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
  const births = ({ report }: Told[DayName]) =>
    report.hacks.map(({ id, introduced }: Thing) => [id, introduced.author, introduced.date]).toSorted();
  assert.deepEqual(births(told.thursday), births(told.wednesday));
  assert.deepEqual(births(told.weekend), births(told.wednesday));
});

test('the agenda of day 3 asks each question about the hack that raises it, and says whom to ask', () => {
  assert.deepEqual(
    told.wednesday.agenda.items.map((item: Thing) => [item.hack.path, item.question, item.suggested, item.ask]),
    [
      ['feed.js', 'ship', 'change', 'Bo'],
      ['chart.js', 'delete', 'delete', 'Ann'],
      ['mixer.js', 'embarrassing', 'refactor', 'Cy'],
    ],
  );
});

test('the agenda quotes the commit that admits the most, and says what an agent wrote', () => {
  assert.match(told.wednesday.agenda.quote.subject, /^Quick and dirty hack/);
  const [first] = told.wednesday.agenda.explain;
  assert.deepEqual([first.path, first.why, first.who], ['feed.js', 'an agent wrote it', 'Bo']);
});

test('the agenda counts promises as they are kept', () => {
  assert.deepEqual(
    eachDay(
      ({ agenda: { promises } }) => promises && [promises.counts.done, promises.counts.open, promises.counts.kept],
    ),
    [null, null, null, [1, 1, 1], [2, 0, 1], [2, 0, 1]],
  );
});

test('standup tells each morning what happened since the last working day, on branches, too', () => {
  assert.deepEqual(
    eachDay(({ standup: { since, items } }) => [
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
  const { commits } = told.tuesday.standup;
  assert.deepEqual([commits.bots, commits.botNames, commits.agents, commits.agentsFor], [1, ['renovate'], 1, ['Bo']]);
  assert.deepEqual(told.thursday.standup.thanks, { paid: 1, people: ['Cy'] });
});

test('standup reminds of what was decided until somebody begins', () => {
  assert.deepEqual(
    eachDay(({ standup }) => pathsOf(standup.notStarted).join()),
    ['', '', '', 'feed.js', '', ''],
  );
});

test('trend burns down day by day, and the night to Monday belongs to Friday by the winter clock', () => {
  assert.deepEqual(
    told.friday.trend.burndown.map(({ date, open, observed }: Thing) => [date, open, observed]),
    [
      ['2026-10-19', 3, 3],
      ['2026-10-20', 3, 3],
      ['2026-10-21', 2, 2],
      ['2026-10-22', 3, 3],
      ['2026-10-23', 2, 2],
    ],
  );
  const [week, next] = told.weekend.trend.periods.slice(-2);
  assert.deepEqual([week.name, week.to, week.admitted, next.admitted], ['2026-W43', '2026-10-26T04:00:00+01:00', 5, 1]);
});

test('demo names the branch that was shown, and check tells what it brings', () => {
  assert.match(demo.text, /^The demo of 2026-W43 is [0-9a-f]{7} "Mix" .*, with 5 open hacks\.\nWritten to /);
  assert.equal(gate.tuesday.status, 0);
  assert.match(gate.tuesday.text, /new +TODO +feed\.js:2 .*\n.*new +HACK +mixer\.js:2 /);
});

test('check fails on the day when a hack is swept, and tells the move of the next day', () => {
  assert.equal(gate.wednesday.status, 1);
  assert.match(gate.wednesday.text, /^error noSwept +player\.js:2 FIXME skips the first beat/m);
  assert.equal(gate.thursday.status, 0);
  assert.match(gate.thursday.text, /new +TODO +feed\.js:2 /);
});

test('show tells the life of a hack by the name that it had on the branch', async () => {
  const [shown] = told.wednesday.report.hacks.filter(({ path }: { path: string }) => path === 'feed.js');
  const life = await stage.read(`show ${shown.id}`);
  assert.deepEqual(
    [life.hack.id, life.hack.fate, life.hack.removed.subject],
    [shown.id, 'refactored', 'Talk to MySQL'],
  );
});

test('sql says what share of the debut was gone by Friday', async () => {
  const answer = await stage.read('sql @debut');
  assert.deepEqual(answer.rows, [['2026-W43', '2026-10-20', 4, 3, 75]]);
});

test('what was recorded stays as it was whatever happens to history, and day 3 can be asked for on day 30', async () => {
  const day30 = '2026-11-20T10:00:00Z';
  const day3 = 'report --sprint 2026-W43 --day 3';
  await stage.read('scan', day30);
  const [records, asked] = [await stage.read(['sql', OPEN_THEN], day30), await stage.read(day3, day30)];
  await stage.repository.git('checkout', '--quiet', '--orphan', 'anew');
  const person = ['-c', 'user.name=x', '-c', 'user.email=x@example.org'];
  await stage.repository.git(...person, 'commit', '--quiet', '--all', '--message', 'Anew');
  await stage.repository.git('branch', '--quiet', '--force', '-M', 'main');
  await stage.read('scan', day30);
  const [recordsLater, askedLater] = [await stage.read(['sql', OPEN_THEN], day30), await stage.read(day3, day30)];
  assert.deepEqual(recordsLater.rows, records.rows);
  assert.deepEqual(pathsOf(askedLater.hacks), ['chart.js', 'vinyl.js']);
  assert.deepEqual(pathsOf(asked.hacks), pathsOf(askedLater.hacks));
  assert.deepEqual([askedLater.window.origin, askedLater.window.final], ['observed', true]);
  assert.equal(records.rows.length, 3 + 3 + 2 + 3 + 2 + 4);
});
