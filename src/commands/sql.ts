import { UsageError } from '../errors.ts';
import type { PeopleStyle } from '../model/config.ts';
import type { CommandResult, Request } from '../model/request.ts';
import type { SqlOptions, SqlReport, SqlSource } from '../model/sql.ts';
import { askDatabase } from '../store/ask-database.ts';
import { findQuestion, QUESTIONS, type Need, type Question } from '../store/questions.ts';
import { mineStory } from './mining/mine-story.ts';
import { databaseFile, withSession, type Session } from './mining/session.ts';

/** `hackdebt sql`: brings the database up to date and asks it a question. */
export async function run(request: Request<SqlOptions>): Promise<CommandResult> {
  const { source } = request.options;
  const report = source.kind === 'list' ? await listQuestions(request) : await ask(request, source);
  return { report, exitCode: 0 };
}

function listQuestions(request: Request<SqlOptions>): Promise<SqlReport> {
  return withSession(request, { store: false, allowShallow: true }, async (session) => ({
    schema: 'hackdebt.sql/1',
    name: null,
    question: null,
    sql: null,
    columns: ['name', 'question'],
    rows: QUESTIONS.filter(({ needs }) => needs !== 'sprint' || hasWhat('sprint', session)).map(
      ({ name, question }) => [`@${name}`, question],
    ),
    hasMore: false,
  }));
}

async function ask(request: Request<SqlOptions>, source: Exclude<SqlSource, { kind: 'list' }>): Promise<SqlReport> {
  const { options, outside } = request;
  const named = source.kind === 'named' ? requireQuestion(source.name) : null;
  const sql = named?.sql ?? (await readSql(request, source));
  const { file, line, people } = await prepare(request, named);
  const values = { line, now: outside.now.toISOString() };
  const { limit, seconds } = options;
  const answer = await askDatabase({ file, sql, limit, seconds, values, signal: outside.signal });
  if (answer.hasMore) request.console.note(`Only the first ${answer.rows.length} rows are here: give --limit.`);
  const shown = named?.needs === 'people' && people === 'initials' ? abbreviateNames(answer.rows) : answer.rows;
  const { name = null, question = null } = named ?? {};
  return { schema: 'hackdebt.sql/1', name, question, sql, ...answer, rows: shown };
}

function requireQuestion(name: string): Question {
  const question = findQuestion(name);
  if (question) return question;
  const names = QUESTIONS.map((known) => `@${known.name}`).join(', ');
  throw new UsageError(`@${name} is no question here. There are ${names}.`);
}

async function readSql({ outside }: Request<SqlOptions>, source: SqlSource): Promise<string> {
  if (source.kind === 'query') return source.sql;
  return Buffer.from(await outside.readStdin()).toString('utf8');
}

interface Prepared {
  readonly file: string;
  readonly line: string;
  readonly people: PeopleStyle;
}

function prepare(request: Request<SqlOptions>, question: Question | null): Promise<Prepared> {
  const { allowShallow } = request.options;
  return withSession(request, { store: true, allowShallow }, async (session) => {
    if (question?.needs && !hasWhat(question.needs, session)) throw new UsageError(LACKS[question.needs](question));
    await mineStory(session);
    const { repository, line, config } = session;
    return { file: databaseFile(request, repository), line: line.name, people: config.people };
  });
}

function hasWhat(need: Need, { config }: Session): boolean {
  return need === 'sprint' ? config.sprint !== null : config.people !== 'none';
}

const LACKS: Record<Need, (question: Question) => string> = {
  sprint: ({ name }) => `@${name} needs a calendar. Add "sprint" to hackdebt.config.json.`,
  people: ({ name }) => `@${name} names people, and nobody agreed. Set "people" to "names" or "initials".`,
};

/** The first column holds the names: `Ann Baker` becomes `AB`. */
function abbreviateNames(rows: SqlReport['rows']): SqlReport['rows'] {
  return rows.map(([name, ...others]) => [initialsOf(String(name)), ...others]);
}

function initialsOf(name: string): string {
  const words = name.split(/[\s.]+/u).filter((word) => word !== '');
  return words.map((word) => ([...word][0] ?? '').toUpperCase()).join('');
}
