import { UsageError } from '../../errors.ts';
import type { CommitOid } from '../../model/git.ts';
import type { SinceWindow, SprintWindow, Window } from '../../model/outcome.ts';
import type { ReportOptions } from '../../model/request.ts';
import type { Sprint, SprintConfig } from '../../model/sprint.ts';
import { sprintAt, sprintNamed } from '../../sprints/calendar.ts';
import { renderInstant } from '../../sprints/zone.ts';
import type { FoundDemo } from './landmarks.ts';
import { findDemo, findLastShown, findLastTag, mainlineAt } from './landmarks.ts';
import type { Session } from './session.ts';
import { readSince } from './since.ts';

/** A window whose commits are known by name only: the reports add what they say of themselves. */
export interface OpenWindow {
  /** What was open here is asked for. Null: before the line's first commit. */
  readonly reference: CommitOid | null;
  /** Hacks admitted before are told as carried in; null: all that were open count. */
  readonly admittedFrom: Date | null;
  /** The window, once its commit and the one it was squashed into are known. */
  describe(reference: SinceWindow['reference'], squash: CommitOid | null): Window;
}

/** Days looked back on where nothing else is known. */
const DAYS = 30;

/** What the options ask for; without any the last demo, else the last tag, else 30 days. */
export async function openWindow(
  session: Session,
  options: Omit<ReportOptions, 'day' | 'paths' | 'all' | 'allowShallow'>,
): Promise<OpenWindow> {
  const { config } = session;
  if (options.since !== null) return sinceWindow(session, options.since);
  if (config.sprint !== null) return sprintWindow(session, config.sprint, options);
  if (options.sprint !== null) {
    throw new UsageError(
      'no sprint is configured, so --sprint means nothing. Add "sprint" to hackdebt.config.json, or pass --since.',
    );
  }
  if (options.demo !== null) return revisionWindow(session, options.demo, 'demo');
  return plainWindow(session);
}

async function sprintWindow(
  session: Session,
  config: SprintConfig,
  options: Pick<ReportOptions, 'demo' | 'sprint'>,
): Promise<OpenWindow> {
  const last = await findLastShown(session, config);
  const asked = options.sprint === null ? undefined : sprintNamed(config, options.sprint);
  if (asked === null)
    throw new UsageError(`"${options.sprint}" is no sprint of the calendar. Name one like 2026-W47, or a date in it.`);
  const shown = options.demo === null ? undefined : await optionDemo(session, options.demo);
  const sprint = asked ?? (shown && sprintAt(config, shown.shownAt)) ?? last?.sprint;
  if (!sprint) return plainWindow(session);
  const demo = shown ?? (await findDemo(session, config, sprint));
  const isLast = options.sprint === null && options.demo === null;
  return {
    reference: demo?.commit ?? null,
    admittedFrom: sprint.from,
    describe: (reference, squash) =>
      describeSprint({ config, sprint, demo, upcoming: isLast ? (last?.upcoming ?? null) : null }, reference, squash),
  };
}

/** A revision of the repository, or a demo's commit that is gone but was recorded. */
async function requireShown({ repository, store, line }: Session, rev: string): Promise<CommitOid> {
  const commit = await repository.resolve(rev);
  if (commit !== undefined) return commit;
  const demos = /^[0-9a-f]{7,}$/.test(rev) ? await store.readSnapshots(line.name, { kind: 'demo' }) : [];
  return demos.find((demo) => demo.commit.startsWith(rev))?.commit ?? repository.require(rev);
}

async function optionDemo(session: Session, rev: string): Promise<FoundDemo> {
  const { store, line, request } = session;
  const commit = await requireShown(session, rev);
  const [known] = await store.readCommits(line.name, [commit]);
  const shownAt = known ? new Date(known.commitTime.seconds * 1000) : request.outside.now;
  return { commit, source: 'option', shownAt };
}

interface SprintParts {
  readonly config: SprintConfig;
  readonly sprint: Sprint;
  readonly demo: FoundDemo | undefined;
  readonly upcoming: Date | null;
}

function describeSprint(parts: SprintParts, reference: SinceWindow['reference'], squash: CommitOid | null): Window {
  const { config, sprint, demo, upcoming } = parts;
  const span = {
    name: sprint.name,
    from: renderInstant(sprint.from, config.timezone),
    to: renderInstant(sprint.to, config.timezone),
  };
  if (!demo || !reference) return { kind: 'date', ...span, reference: null };
  const window: SprintWindow = {
    kind: 'sprint',
    ...span,
    timezone: config.timezone,
    demo: { ...reference, source: demo.source, shownAt: renderInstant(demo.shownAt, config.timezone), matched: squash },
    upcoming: upcoming && renderInstant(upcoming, config.timezone),
  };
  return window;
}

async function sinceWindow(session: Session, since: string): Promise<OpenWindow> {
  const from = await readSince(session, since);
  if (from instanceof Date) return dateWindow(session, from, { kind: 'date', name: since });
  return revisionWindow(session, since, 'revision');
}

async function revisionWindow(session: Session, rev: string, kind: 'revision' | 'demo' | 'tag'): Promise<OpenWindow> {
  const reference = await requireShown(session, rev);
  const to = session.request.outside.now.toISOString();
  return {
    reference,
    admittedFrom: null,
    describe: (commit) => ({ kind, name: rev, from: commit?.date ?? to, to, reference: commit }),
  };
}

async function plainWindow(session: Session): Promise<OpenWindow> {
  const tag = await findLastTag(session);
  if (tag) return revisionWindow(session, tag.name, 'tag');
  const from = new Date(session.request.outside.now.getTime() - DAYS * 86_400_000);
  return dateWindow(session, from, { kind: 'days', name: `${DAYS} days` });
}

async function dateWindow(session: Session, date: Date, said: Pick<SinceWindow, 'kind' | 'name'>): Promise<OpenWindow> {
  const landed = await mainlineAt(session, date);
  const [from, to] = [date.toISOString(), session.request.outside.now.toISOString()];
  return {
    reference: landed?.oid ?? null,
    admittedFrom: null,
    describe: (reference) => ({ ...said, from, to, reference }),
  };
}
