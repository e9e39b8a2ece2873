import type Database from 'better-sqlite3';
import { UsageError } from '../errors.ts';
import type { Answer, SqlValue } from '../model/sql.ts';
import { codeOf } from './faults.ts';

/** A query, and what may be bound in it by name. */
export interface Query {
  readonly sql: string;
  /** At most so many rows are read. */
  readonly limit: number;
  readonly values: Readonly<Record<string, string | null>>;
}

/** Blanks, comments and semicolons before the first word. */
const BEFORE_FIRST_WORD = /^(?:[\s;]|--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$))*/;

/** Statements that begin otherwise attach, write, set or change something. */
const FIRST_WORDS: readonly string[] = ['SELECT', 'WITH', 'VALUES', 'EXPLAIN'];

/** Letters of all values together: more is no answer that anybody reads. */
const MOST_LETTERS = 64 * 1024 * 1024;

/** Asks one question of an open database. Throws UsageError for what is no question, or none that SQLite understands. */
export function readQuery(database: Database.Database, query: Query): Answer {
  checkFirstWord(query.sql);
  database.pragma('query_only = ON');
  try {
    return readAnswer(prepareQuestion(database, query.sql), query);
  } catch (error) {
    throw explain(error);
  }
}

function checkFirstWord(sql: string): void {
  const begin = BEFORE_FIRST_WORD.exec(sql)?.[0].length ?? 0;
  const word = /^\w*/.exec(sql.slice(begin))?.[0].toUpperCase() ?? '';
  if (FIRST_WORDS.includes(word)) return;
  if (sql.length === begin) throw new UsageError('the query is empty. Give one, or see hackdebt sql --list.');
  const shown = word === '' ? 'this' : word;
  throw new UsageError(`${shown} is no question: sql only reads. Begin with SELECT, WITH, VALUES or EXPLAIN.`);
}

function prepareQuestion(database: Database.Database, sql: string): Database.Statement {
  const statement = database.prepare(sql);
  if (statement.readonly && statement.reader) return statement;
  throw new UsageError('this statement writes: sql only reads. Ask with SELECT.');
}

function readAnswer(statement: Database.Statement, { limit, values }: Query): Answer {
  const columns = statement.columns().map(({ name }) => name);
  const rows: SqlValue[][] = [];
  let letters = 0;
  for (const row of statement.raw().safeIntegers().iterate(values) as Iterable<unknown[]>) {
    if (rows.length === limit || letters > MOST_LETTERS) return { columns, rows, hasMore: true };
    const shown = row.map(showValue);
    letters += shown.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);
    rows.push(shown);
  }
  return { columns, rows, hasMore: false };
}

function showValue(value: unknown): SqlValue {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return typeof value === 'string' ? value : null;
}

/** What SQLite says of the query itself is for who wrote it; what it says of the file flies on. */
function explain(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const isOfQuery = /^SQLITE_(ERROR|TOOBIG|RANGE|MISMATCH|AUTH|NOMEM|READONLY)/.test(codeOf(error));
  if (!isOfQuery && !(error instanceof RangeError)) return error;
  return new UsageError(`${error.message.replace(/\.$/, '')}. ${adviceFor(error.message)}`, { cause: error });
}

function adviceFor(message: string): string {
  if (message.startsWith('no such table')) {
    return 'The views are hacks, charted, events, commits, people, snapshots, snapshot_hacks, chart and aliases.';
  }
  if (message.startsWith('no such column')) return 'SELECT * FROM the view with --limit 1 shows its columns.';
  if (message.includes('more than one statement')) return 'Ask one question at a time.';
  return 'Mend the query.';
}
