import { UnsoundError, UsageError } from '../errors.ts';
import type { PeopleStyle } from '../model/config.ts';
import type { CommandResult, Request } from '../model/request.ts';
import type { SqlOptions, SqlReport, SqlSource } from '../model/sql.ts';
import { askDatabase, type Asking } from '../store/ask-database.ts';
import { ALL_PATHS, type Part } from '../store/limit-views.ts';
import { findQuestion, QUESTIONS, type Need, type Question } from '../store/questions.ts';
import { mineStory } from './mining/mine-story.ts';
import { databaseFile } from './mining/database-file.ts';
import { withSession, type Session } from './mining/session.ts';
import { matchTold, toldPaths } from './telling/paths.ts';

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
  const { file, line, people, scope, part: told } = await prepare(request, named);
  const values = { line, now: outside.now.toISOString() };
  const { limit, seconds } = options;
  const asking = { file, seconds, signal: outside.signal };
  const part = told && (await partOf(asking, told));
  const answer = await askDatabase({ ...asking, sql, limit, values, part });
  if (answer.hasMore) request.console.note(`Only the first ${answer.rows.length} rows are here: give --limit.`);
  const shown = named?.needs === 'people' && people === 'initials' ? abbreviateNames(answer.rows) : answer.rows;
  const { name = null, question = null } = named ?? {};
  const ofScope = scope === null ? {} : { scope };
  return { schema: 'hackdebt.sql/1', ...ofScope, name, question, sql, ...answer, rows: shown };
}

/** The paths are the database's own, so that patterns need not be understood there. */
async function partOf(asking: Pick<Asking, 'file' | 'seconds' | 'signal'>, { isTold, calendar }: Told): Promise<Part> {
  const all = await askDatabase({ ...asking, sql: ALL_PATHS, limit: Number.MAX_SAFE_INTEGER, values: {}, part: null });
  return { paths: all.rows.flatMap(([path]) => (typeof path === 'string' && isTold(path) ? [path] : [])), calendar };
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
  readonly scope: string | null;
  /** Null: everything is told of. */
  readonly part: Told | null;
}

/** A scope or folder that is asked about. */
interface Told extends Pick<Part, 'calendar'> {
  isTold(path: string): boolean;
}

function prepare(request: Request<SqlOptions>, question: Question | null): Promise<Prepared> {
  const { allowShallow } = request.options;
  return withSession(request, { store: true, allowShallow }, async (session) => {
    if (question?.needs && !hasWhat(question.needs, session)) throw new UsageError(LACKS[question.needs](question));
    const { mined } = await mineStory(session);
    const { repository, line, config, scope, store } = session;
    const file = databaseFile(request, repository);
    // What was read in memory is not in the file, which is what is asked.
    if (store.note !== null && mined.read > 0) {
      throw new UnsoundError(`${file} is not up to date and cannot be written: name another with --db.`);
    }
    return { file, line: line.name, people: config.people, scope: scope?.name ?? null, part: toldPart(session) };
  });
}

function toldPart(session: Session): Told | null {
  const paths = toldPaths(session, []);
  if (paths.length === 0) return null;
  session.request.console.note(`Asked of the hacks in ${paths.join(', ')} alone.`);
  return { isTold: matchTold(session), calendar: session.scope?.sprint ? session.scope.name : null };
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
