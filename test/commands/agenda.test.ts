import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { readReport } from './read-report.ts';

const CONFIG = JSON.stringify({ sprint: { start: 'monday', timezone: 'Europe/Berlin', demoTime: '17:00' } });
const FEED = "export function feed(songs) {\n  // TODO don't do this, talk to MySQL\n  return songs.map(load);\n}\n";
const FAKE = 'export function chart() {\n  // TODO fake numbers, remove after the demo\n  return [1, 2];\n}\n';
const SLOW = 'export function top(db) {\n  // TODO this query is slow\n  return db.all();\n}\n';

const WEEK: Story = [
  {
    name: 'old',
    at: '2026-10-01T10:00:00Z',
    files: { 'hackdebt.config.json': CONFIG, 'old.js': '// TODO old\nold();\n' },
  },
  {
    name: 'monday',
    author: 'Ann Lee <ann@example.org>',
    at: '2026-11-16T10:00:00Z',
    files: { 'feed.js': FEED, 'chart.js': FAKE },
  },
  {
    name: 'ugly',
    at: '2026-11-17T10:00:00Z',
    message: 'Quick and dirty hack to get the demo going',
    files: { 'top.js': SLOW, 'x.js': 'x();\ny();\n' },
  },
];

interface Item {
  readonly question: string;
  readonly suggested: string;
  readonly reasons: readonly string[];
  readonly ask: string | null;
  readonly hack: { readonly path: string; readonly id: string };
}

test('each hack of the demo comes under the question it raises, with a reason and whom to ask', async () => {
  await using repository = await repositoryOf(WEEK);
  const { report } = await readReport(repository, 'agenda');
  assert.deepEqual(
    report.items.map(({ hack, question, suggested }: Item) => [hack.path, question, suggested]),
    [
      ['feed.js', 'ship', 'change'],
      ['chart.js', 'delete', 'delete'],
      ['top.js', 'queries', 'change'],
    ],
  );
  assert.equal(report.items[0].reasons[0], `says "don't do this"`);
  assert.equal(report.items[0].ask, 'Ann');
  assert.deepEqual(report.counts, { admitted: 3, gone: 0, table: 3, older: 1, kept: 0 });
  assert.match(report.quote.subject, /^Quick and dirty/);
});

test('what a decision keeps is not on the table, and is counted', async () => {
  await using repository = await repositoryOf(WEEK);
  await readReport(repository, 'decide', 'chart.js:2', 'keep');
  const { report } = await readReport(repository, 'agenda');
  assert.deepEqual([report.counts.table, report.counts.kept], [2, 1]);
});

test('a living file gets what people decided in it written to the decisions file, and what was paid ticked', async () => {
  const paid: Story = [
    ...WEEK,
    {
      name: 'paid',
      at: '2026-11-18T10:00:00Z',
      files: { 'feed.js': FEED.replace(/ {2}\/\/.*\n.*\n/, '  return mysql.query(songs);\n') },
    },
  ];
  await using before = await repositoryOf(WEEK);
  const out = join(before.dir, 'AGENDA.md');
  await readReport(before, 'agenda', '--out', out);
  const written = readFileSync(out, 'utf8')
    .replace(/(TODO fake.*\n.*\n {2}- decision: )/, '$1delete')
    .replace('# Agenda', 'Coffee first!\n# Agenda');
  await using after = await repositoryOf(paid);
  const later = join(after.dir, 'AGENDA.md');
  writeFileSync(later, written);
  const { report } = await readReport(after, 'agenda', '--out', later);
  const text = readFileSync(later, 'utf8');
  assert.match(text, /^Coffee first!\n# Agenda/);
  assert.match(text, /^- \[x\] hd-\w+ TODO don't do this, .* \(refactored in [0-9a-f]{7}\)$/m);
  assert.equal(report.ended.length, 1);
  assert.match(readFileSync(join(after.dir, 'hackdebt.decisions.jsonl'), 'utf8'), /"decision":"delete"/);
  await readReport(after, 'decide', 'chart.js:2', 'keep');
  const again = await readReport(after, 'agenda', '--out', later);
  assert.deepEqual(
    again.report.differences.map(({ agenda, decided }: Record<string, string>) => [agenda, decided]),
    [['delete', 'keep']],
  );
  assert.equal(readFileSync(later, 'utf8'), text);
});

test('what the shell decided is filled into the blanks of a living file, and an owner written there goes to the decisions file', async () => {
  await using repository = await repositoryOf(WEEK);
  const out = join(repository.dir, 'AGENDA.md');
  await readReport(repository, 'agenda', '--out', 'AGENDA.md');
  await readReport(repository, 'decide', 'chart.js:2', 'delete', '--note', 'after the fair');
  await readReport(repository, 'decide', 'feed.js:2', 'refactor', '--owner', 'bo');
  await readReport(repository, 'agenda', '--out', out);
  const text = readFileSync(out, 'utf8');
  assert.match(text, /TODO fake.*\n.*\n {2}- decision: delete · owner: {2}· note: after the fair\n/);
  assert.match(text, /TODO don't.*\n.*\n {2}- decision: refactor · owner: bo · note: \n/);
  writeFileSync(out, text.replace('delete · owner: ', 'delete · owner: cy').replace('owner: bo', 'owner: ann'));
  const { report } = await readReport(repository, 'agenda', '--out', out);
  assert.match(readFileSync(join(repository.dir, 'hackdebt.decisions.jsonl'), 'utf8'), /"delete","owner":"cy"/);
  assert.deepEqual(
    report.differences.map(({ what, agenda, decided }: Record<string, string>) => [what, agenda, decided]),
    [['owner', 'ann', 'bo']],
  );
});

test('a demo on a branch is on the table before it is merged, and keeps its names when it was squashed', async () => {
  const base: Story = [
    { name: 'old', at: '2026-11-02T10:00:00Z', files: { 'hackdebt.config.json': CONFIG, 'a.js': 'a();\n' } },
    {
      name: 'shown',
      on: 'demo',
      parents: ['old'],
      at: '2026-11-17T10:00:00Z',
      author: 'Ann <a@b.c>',
      files: { 'feed.js': FEED },
    },
  ];
  await using repository = await repositoryOf(base);
  await readReport(repository, 'demo', 'demo', '--sprint', '2026-W47');
  const out = join(repository.dir, 'AGENDA.md');
  const before = await readReport(repository, 'agenda', '--out', out);
  const [{ hack: shown, ask }] = before.report.items;
  await readReport(repository, 'decide', shown.id, 'refactor');
  await repository.git('merge', '--quiet', '--squash', 'demo');
  await repository.git('-c', 'user.name=bo', '-c', 'user.email=b@b.c', 'commit', '--quiet', '-m', 'Demo (#1)');
  await repository.git('branch', '--quiet', '-D', 'demo');
  const after = await readReport(repository, 'agenda', '--out', out);
  assert.deepEqual([ask, shown.path], ['Ann', 'feed.js']);
  assert.deepEqual(
    after.report.items.map((item: Item & { decided: string }) => [item.hack.id, item.ask, item.decided]),
    [[shown.id, 'Ann', 'refactor']],
  );
  assert.equal(readFileSync(out, 'utf8').match(/^- \[ \] hd-/gm)?.length, 1);
});

test('where the sprint admitted nothing, the heaviest older hacks are on the table, as many as there is time for', async () => {
  const old = WEEK.map((commit) => ({ ...commit, at: '2026-10-01T10:00:00Z' }));
  await using repository = await repositoryOf(old);
  const { report } = await readReport(repository, 'agenda', '--minutes', '6');
  assert.deepEqual(report.counts, { admitted: 0, gone: 0, table: 2, older: 2, kept: 0 });
  assert.equal(report.items[0].hack.path, 'feed.js');
});

test('a reason says how many people touched the file, and what nothing else names', async () => {
  const body = (n: number): string => `export function feed() {\n  // TODO tidy up some day\n  return ${n};\n}\n`;
  const touched: Story = ['ann', 'bo', 'cy', 'renovate[bot]'].map((author, n) => ({
    name: author,
    author: `${author} <${n}@example.org>`,
    at: `2026-11-16T1${n}:00:00Z`,
    files: { 'feed.js': body(n), 'feed.test.js': 'other();\n', 'hackdebt.config.json': CONFIG },
  }));
  await using repository = await repositoryOf(touched);
  const { report } = await readReport(repository, 'agenda');
  assert.deepEqual(report.items[0].reasons, [
    'touched 3x by 3 people',
    'its code was rewritten since: is it still true?',
    'no test names feed',
    'unused since it came on 2026-11-16? nothing else names feed',
  ]);
});

test('a definition is unused since the day on which its last use went, or before as far as one looks back', async () => {
  const shelf = 'export function shelf() {\n  // TODO more shelves\n  return 1;\n}\n';
  await using repository = await repositoryOf([
    {
      name: 'early',
      at: '2026-11-02T10:00:00Z',
      files: {
        'hackdebt.config.json': CONFIG,
        'shelf.js': shelf.replace('  // TODO more shelves\n', ''),
        'top.js': SLOW.replace(/ {2}\/\/.*\n/, ''),
        'main.js': 'shelf();\nshelf();\n',
      },
    },
    {
      name: 'admit',
      at: '2026-11-16T10:00:00Z',
      files: { 'shelf.js': shelf, 'top.js': SLOW, 'main.js': 'shelf();\n' },
    },
    { name: 'leave', at: '2026-11-17T10:00:00Z', files: { 'main.js': 'main();\n' } },
    { name: 'later', at: '2026-11-18T10:00:00Z', files: { 'main.js': 'main(1);\n' } },
  ]);
  const { report } = await readReport(repository, 'agenda');
  const unused = report.items.map(({ reasons }: Item) => reasons.find((reason) => reason.startsWith('unused')));
  assert.deepEqual(unused.toSorted(), [
    'unused since 2026-11-16 or before? nothing else names top',
    'unused since 2026-11-17? nothing else names shelf',
  ]);
});

test('only the first of several copies is talked about before the rest', async () => {
  const copied = '// FIXME the same words everywhere\ncopy();\n';
  await using repository = await repositoryOf([
    {
      name: 'monday',
      at: '2026-11-16T10:00:00Z',
      files: { 'hackdebt.config.json': CONFIG, 'a.js': copied, 'b.js': copied, 'c.js': '// TODO ugly\nc();\n' },
    },
  ]);
  const { report } = await readReport(repository, 'agenda');
  const paths = report.items.map(({ hack }: Item) => hack.path);
  assert.deepEqual([paths.length, paths[1]], [3, 'c.js']);
});
