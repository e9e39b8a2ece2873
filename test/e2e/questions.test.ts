import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ListReport } from '../../src/model/report.ts';
import type { SqlReport, SqlValue } from '../../src/model/sql.ts';
import { QUESTIONS } from '../../src/store/questions.ts';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import { askAt, readAt, tellAt } from './ask-at.ts';
import { CHARTS } from './charts-story.ts';

const NOW = '2026-11-20T12:00:00.000Z';
const DAYS = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];

let repository: TestRepository;
let ids: ReadonlyMap<string, string>;

/** Every day at noon somebody scans; on Tuesday at five the demo is named. */
before(async () => {
  repository = await repositoryOf(CHARTS);
  const { dir } = repository;
  for (const [index, day] of DAYS.entries()) {
    const commit = ['monday', 'tuesday', 'wednesday', 'thursday'][Math.min(index, 3)] ?? '';
    await repository.git('reset', '--quiet', '--hard', repository.oidOf(commit));
    await tellAt({ dir, now: `${day}T12:00:00Z` }, 'scan');
    if (commit === 'tuesday') await tellAt({ dir, now: `${day}T16:00:00Z` }, 'demo');
  }
  const { hacks } = await readAt<ListReport>({ dir, now: NOW }, 'list', '--status', 'all');
  ids = new Map(hacks.map(({ id, path }) => [path, id]));
});

after(() => repository.dispose());

function idOf(path: string): string {
  return ids.get(path) ?? assert.fail(`no hack in ${path}`);
}

/** The expected answers, in the story's words: columns that say more are left out. */
const ANSWERS: Readonly<Record<string, { readonly columns: readonly string[]; readonly rows: () => SqlValue[][] }>> = {
  year: { columns: ['year', 'hacks', 'files', 'debuts'], rows: () => [['2026', 5, 5, 4]] },
  evergreens: {
    columns: ['id', 'days', 'status'],
    rows: () => [
      [idOf('lib/core.ts'), 354, 'open'],
      [idOf('src/web/menu.ts'), 4, 'open'],
      [idOf('src/feed.ts'), 3, 'open'],
      [idOf('src/login.ts'), 2, 'removed'],
      [idOf('src/mail.ts'), 0, 'removed'],
    ],
  },
  'number-ones': {
    columns: ['id', 'days', 'first', 'last'],
    rows: () => [[idOf('lib/core.ts'), 5, '2026-11-16', '2026-11-20']],
  },
  touched: {
    columns: ['id', 'touches'],
    rows: () => [
      [idOf('lib/core.ts'), 2],
      [idOf('src/web/menu.ts'), 0],
      [idOf('src/feed.ts'), 0],
    ],
  },
  folders: {
    columns: ['folder', 'hacks', 'days'],
    rows: () => [
      ['src', 3, 7],
      ['lib', 1, 5],
      ['src/web', 1, 5],
    ],
  },
  'one-day-wonders': { columns: ['id', 'hours', 'fate'], rows: () => [[idOf('src/mail.ts'), 20, 'refactored']] },
  weekdays: {
    columns: ['weekday', 'admitted', 'paid'],
    rows: () => [
      ['Monday', 3, 0],
      ['Tuesday', 1, 0],
      ['Wednesday', 1, 1],
      ['Thursday', 0, 1],
      ['Friday', 0, 0],
      ['Saturday', 0, 0],
      ['Sunday', 0, 0],
    ],
  },
  debut: {
    columns: ['demo', 'day', 'debuts', 'gone_by_friday', 'percent'],
    rows: () => [['2026-W47', '2026-11-17', 3, 1, 33]],
  },
  sooner: {
    columns: ['says', 'admitted', 'paid', 'median_days'],
    rows: () => [
      ['FIXME', 1, 1, 0.8],
      ["don't do this", 1, 1, 2],
      ['TODO', 2, 0, null],
    ],
  },
  thanks: { columns: ['thanks_to', 'day', 'text'], rows: () => [['Bo Chen', '2026-11-18', "don't do this"]] },
};

test('every question with a name has a known answer here', () => {
  assert.deepEqual(
    Object.keys(ANSWERS),
    QUESTIONS.map(({ name }) => name),
  );
});

for (const [name, { columns, rows }] of Object.entries(ANSWERS)) {
  test(`@${name} answers what the story says`, async () => {
    const report = await readAt<SqlReport>({ dir: repository.dir, now: NOW }, 'sql', `@${name}`);
    const wanted = columns.map((column) => report.columns.indexOf(column));
    assert.deepEqual(
      report.rows.map((row) => wanted.map((index) => row[index])),
      rows(),
    );
  });

  test(`@${name} answers the same in plain sqlite3`, async (context) => {
    if (spawnSync('sqlite3', ['--version']).error) return context.skip('no sqlite3 on this machine');
    const { sql, rows: told } = await readAt<SqlReport>({ dir: repository.dir, now: NOW }, 'sql', `@${name}`);
    const file = join(repository.dir, '.git/hackdebt/hackdebt.db');
    const bind = ['-cmd', '.parameter init', '-cmd', `.parameter set :now "'${NOW}'"`];
    const printed = execFileSync('sqlite3', ['-json', ...bind, file, sql ?? ''], { encoding: 'utf8' });
    const objects = (printed === '' ? [] : JSON.parse(printed)) as Record<string, SqlValue>[];
    assert.deepEqual(objects.map(Object.values), told);
  });
}

test('nobody is named where nobody agreed, and initials stay initials', async () => {
  const asker = { dir: repository.dir, now: NOW };
  const refused = await askAt({ ...asker, env: { HACKDEBT_PEOPLE: 'none' } }, 'sql', '@thanks');
  assert.deepEqual([refused.code, refused.stdout], [2, '']);
  assert.match(refused.stderr, /^hackdebt: @thanks names people, and nobody agreed\. Set "people" .*\n$/);
  const brief = await tellAt({ ...asker, env: { HACKDEBT_PEOPLE: 'initials' } }, 'sql', '@thanks', '--format', 'csv');
  assert.match(brief, /\r\nBC,2026-11-18,/);
});
