import { UsageError } from '../../errors.ts';
import type { CommandModule } from '../../model/request.ts';
import type { SqlOptions, SqlSource } from '../../model/sql.ts';
import { isSet, textOf, type Given } from '../given.ts';
import { row } from '../row.ts';

/** Rows that are read unless `--limit` says otherwise. */
const ROWS = 10_000;

const SECONDS = 30;

/** `hackdebt sql` */
export const SQL = row<SqlOptions>({
  name: 'sql',
  summary: 'ask the database: read-only SQL over documented views, or a question with a name',
  args: [['[query]', 'SQL, @name of a question, or - for standard input']],
  options: [
    { flags: '--list', about: 'list the questions with a name' },
    { flags: '--limit <n>', about: 'read at most n rows; default 10000, and it is told if there are more' },
    { flags: '--time-limit <seconds>', about: 'end the query after so long; default 30' },
    { flags: '--allow-shallow', about: 'go on with a cut history' },
  ],
  examples: [
    ['hackdebt sql @evergreens', 'what has been on the list for longest'],
    ['hackdebt sql "SELECT tag, count(*) FROM hacks GROUP BY tag" --format csv', 'a question of your own'],
    ['hackdebt sql --list', 'the questions with a name'],
  ],
  formats: ['terminal', 'table', 'json', 'csv', 'markdown'],
  read: readSqlOptions,
  load: async () => (await import('../../commands/sql.ts')) as CommandModule<SqlOptions>,
});

function readSqlOptions(given: Given): SqlOptions {
  return {
    source: readSource(given),
    limit: Number(textOf(given, 'limit') ?? ROWS),
    seconds: readSeconds(textOf(given, 'timeLimit')),
    allowShallow: isSet(given, 'allowShallow'),
  };
}

function readSource(given: Given): SqlSource {
  const text = given.args[0];
  if (isSet(given, 'list')) {
    if (text === undefined) return { kind: 'list' };
    throw new UsageError('--list asks nothing else. Leave out the query, or --list.');
  }
  if (text === undefined) throw new UsageError('what is the question? Give a query, @name, or --list.');
  if (text === '-') return { kind: 'stdin' };
  return text.startsWith('@') ? { kind: 'named', name: text.slice(1) } : { kind: 'query', sql: text };
}

function readSeconds(text: string | null): number {
  if (text === null) return SECONDS;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UsageError(`--time-limit cannot be "${text}". Give seconds, from 1 on.`);
}
