import { orderCommits } from '../../history/canonical-order.ts';
import { foldByStep } from '../../history/fold.ts';
import type { SightsOf } from '../../history/node-book.ts';
import type { Admission } from '../../model/admission.ts';
import type { CommitOid } from '../../model/git.ts';
import type { FoldTip, Prior } from '../../model/lineage.ts';
import type { Step } from '../../history/lineage.ts';
import { atLeisure } from './at-leisure.ts';
import { draftAdmissions, findAdmissions } from './admissions/find-admissions.ts';
import { listBlobs, sightKey } from './blob-list.ts';
import type { CommitLog } from './commit-log.ts';
import { foldKeyOf } from './fold-key.ts';
import { readDisplayNames } from './display-names.ts';
import { mineBlobs } from './mine-blobs.ts';
import { requireOwnLine } from './own-line.ts';
import type { Route } from './route.ts';
import { searchBlobs } from './search-blobs.ts';
import type { Session } from './session.ts';

/** The line up to which everything is stored. */
export interface MinedLine {
  /** Null for a line without commits. */
  readonly tip: FoldTip | null;
  /** How many commits this run read for the first time. */
  readonly read: number;
}

/** What a run read of the line: a kilobyte a commit, which goes when the verdicts are told. */
export interface LineRead {
  readonly tip: FoldTip;
  /** The commits that this run read for the first time, in canonical order. */
  readonly steps: readonly Step[];
  /** The admissions in their messages: counted by other threads, if there are any, while this one folds. */
  readonly admitted: Promise<readonly Admission[]>;
}

/** The line as it is stored, if that is up to the tip. */
export async function findMined(session: Session, tip: CommitOid): Promise<LineRead | undefined> {
  const known = await readStoredTip(session);
  return known?.oid === tip ? nothingNew(known) : undefined;
}

function readStoredTip(session: Session): Promise<FoldTip | undefined> {
  return session.store.readTip(session.line.name, foldKeyOf(session));
}

function nothingNew(tip: FoldTip): LineRead {
  return { tip, steps: [], admitted: Promise.resolve([]) };
}

/**
 * Brings the stored story of the line to its tip, or as far as one stretch of the route leads: from where it ends, or anew where history
 * was rewritten or the rules changed. Whoever calls it has the line to itself.
 */
export async function mineLine(session: Session, route: Route): Promise<LineRead> {
  const start = await readStoredTip(session);
  if (start?.oid === route.tip) return nothingNew(start);
  return (start && (await mineFrom(session, route, start))) ?? mineAnew(session, route);
}

/** Undefined where the tip does not continue what is stored. */
async function mineFrom(session: Session, route: Route, start: FoldTip): Promise<LineRead | undefined> {
  if (!(await session.repository.resolve(start.oid))) return undefined;
  const { commits, end } = await route.next(start.oid);
  const steps = orderCommits(commits, end, start);
  if (!steps) return undefined;
  const prior = await session.store.readPrior(session.line.name, questionOf(steps, session));
  return foldAndStore(session, { commits, steps, prior });
}

async function mineAnew(session: Session, route: Route): Promise<LineRead> {
  await requireOwnLine(session);
  await session.store.clearFold(session.line.name);
  const { commits, end } = await route.next();
  return foldAndStore(session, { commits, steps: orderCommits(commits, end) ?? [], prior: undefined });
}

/** Which of the past a fold of these steps touches. */
export function questionOf(steps: readonly Step[], { rules }: Session): Parameters<Session['store']['readPrior']>[1] {
  const inside = new Set(steps.map(({ commit }) => commit.oid));
  const boundary = new Set(steps.flatMap(({ commit }) => commit.parents).filter((oid) => !inside.has(oid)));
  const nodes = steps.flatMap(({ commit }) =>
    commit.changes.flatMap(({ path, after }) =>
      after === null || rules.languageOf(path) === undefined ? [] : [{ path, blob: after }],
    ),
  );
  return { boundary: [...boundary], nodes };
}

interface Harvest {
  readonly commits: CommitLog;
  readonly steps: readonly Step[];
  readonly prior: Prior | undefined;
}

async function foldAndStore(session: Session, { commits, steps, prior }: Harvest): Promise<LineRead> {
  const { store, line, rules, request } = session;
  const last = steps.at(-1);
  if (!last?.position) throw new Error('a fold without a last mainline commit');
  const tip = { oid: last.commit.oid, rank: last.rank, position: last.position };
  const [sightsOf, drafts] = await Promise.all([
    mineSights(session, commits),
    atLeisure(draftAdmissions(session, steps)),
  ]);
  const admitted = findAdmissions(session, drafts);
  // Whoever waits for them is told; until then this run may fail for a reason of its own.
  admitted.catch(() => undefined);
  request.console.progress('following hacks', steps.length);
  const fold = await atLeisure(foldByStep(steps, sightsOf, prior));
  await store.writeFold(line.name, {
    fold,
    commits: steps.map(({ commit }) => commit),
    tip,
    foldKey: foldKeyOf(session),
    ruleset: rules.sightKey,
    names: await readDisplayNames(session, steps),
    languageOf: ({ path }) => rules.languageOf(path) ?? '',
  });
  return { tip, steps, admitted };
}

/** Searches every blob that commits bring, unless an earlier run did, and answers for each path and blob. */
export async function mineSights(session: Session, commits: CommitLog): Promise<SightsOf> {
  const { rules, store, workforce, request } = session;
  const list = listBlobs(commits, rules.languageOf);
  const sights = await mineBlobs(list, {
    known: (asked) => store.readSights(rules.sightKey, asked),
    search: (asked, take) => searchBlobs(asked, workforce, take),
    keep: (batch) => store.writeSights(rules.sightKey, batch),
    onProgress: (done, total) => request.console.progress('searching file versions', done, total),
  });
  return (path, blob) => {
    const language = rules.languageOf(path);
    return language === undefined ? [] : (sights.get(sightKey(blob, language)) ?? []);
  };
}
