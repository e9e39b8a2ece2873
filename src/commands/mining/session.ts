import { UnsoundError } from '../../errors.ts';
import { adviceForUnshallow } from '../../git/clone.ts';
import type { Line } from '../../git/line.ts';
import type { Repository } from '../../git/repository.ts';
import { openRepository } from '../../git/repository.ts';
import type { Config, Scope } from '../../model/config.ts';
import type { CommitOid } from '../../model/git.ts';
import type { SprintConfig } from '../../model/sprint.ts';
import type { Request } from '../../model/request.ts';
import { openStore } from '../../store/open.ts';
import type { Store } from '../../store/store.ts';
import { databaseFile } from './database-file.ts';
import { workforceFor, type Workforce } from './labour/workforce.ts';
import type { MarkerRules } from './marker-rules.ts';
import { readMarkerRules } from './marker-rules.ts';
import { rootReader } from './root-reader.ts';
import { chooseScope } from './scope.ts';

/** A repository, its configuration and line, and the place where what is known of it is kept. */
export interface Session {
  readonly request: Request<unknown>;
  readonly repository: Repository;
  /** With the calendar of the scope. */
  readonly config: Config;
  /** Null: the whole repository. */
  readonly scope: Scope | null;
  /** The calendar of the whole repository. */
  readonly commonSprint: SprintConfig | null;
  readonly line: Line;
  /** The rules of the line's tip. */
  readonly rules: MarkerRules;
  readonly store: Store;
  /** Who does the dear parts of mining. */
  readonly workforce: Workforce;
  /** Commits at which the history is cut; hacks born there may be older. Empty for a full clone. */
  readonly cuts: ReadonlySet<CommitOid>;
}

/** What a command wants of a session. */
export interface SessionOptions {
  /** False: work in memory and write nothing. */
  readonly store: boolean;
  /** Null: a shallow clone is refused, and the command has no flag to go on. */
  readonly allowShallow: boolean | null;
  /** If it is open already. */
  readonly repository?: Repository;
}

/** Opens a session, hands it to `work`, and closes its store and sends its workforce home whatever happens. */
export async function withSession<T>(
  request: Request<unknown>,
  options: SessionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await openSession(request, options);
  try {
    return await work(session);
  } finally {
    const leaving = session.workforce.close();
    try {
      await session.store.close();
    } finally {
      await leaving;
    }
  }
}

async function openSession(request: Request<unknown>, options: SessionOptions): Promise<Session> {
  const { env, signal } = request.outside;
  const repository = options.repository ?? (await openRepository(request.dir, { env, signal }));
  const { config: common } = await request.settings.readConfig(rootReader(repository));
  const scope = chooseScope(common, request.settings, repository);
  const config = scope?.sprint ? { ...common, sprint: scope.sprint } : common;
  const line = await repository.line(config.branch ?? undefined);
  const tree = line.tip === null ? null : repository.tree(line.tip);
  // Git reads it while it is asked of cuts; where trees are missing, that says why.
  tree?.catch(() => undefined);
  const cuts = await findCuts(repository, line, { allowShallow: options.allowShallow, env });
  const files = (await tree)?.files ?? [];
  const rules = await readMarkerRules(repository, files, config);
  const store = await openStore({
    file: options.store ? databaseFile(request, repository) : ':memory:',
    onWait: (message) => request.console.note(message),
    signal,
  });
  if (store.note !== null) request.console.note(store.note);
  const workforce = workforceFor(request, { repository, ruleset: rules.ruleset });
  return { request, repository, config, scope, commonSprint: common.sprint, line, rules, store, workforce, cuts };
}

async function findCuts(
  repository: Repository,
  line: Line,
  { allowShallow, env }: Pick<SessionOptions, 'allowShallow'> & { env: Readonly<Record<string, string>> },
): Promise<ReadonlySet<CommitOid>> {
  if (repository.location.isShallow && !allowShallow) {
    const otherwise = allowShallow === null ? '' : '; or pass --allow-shallow';
    throw new UnsoundError(
      `this is a shallow clone: what happened before its cut cannot be told. To get it all, ${adviceForUnshallow(env)}${otherwise}.`,
    );
  }
  if (await repository.isPartial()) {
    throw new UnsoundError(
      'this is a partial clone: older versions of the files are not here. Clone it without --filter, or run "git fetch --refetch --no-filter".',
    );
  }
  return new Set(await repository.shallowBoundary(line.tip === null ? [] : [line.tip]));
}
