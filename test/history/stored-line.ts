import Database from 'better-sqlite3';
import { foldHistory } from '../../src/history/fold.ts';
import { orderCommits } from '../../src/history/canonical-order.ts';
import { languageKey } from '../../src/markers/languages/lookup.ts';
import type { BlobOid, CommitOid, RepoPath } from '../../src/model/git.ts';
import type { MinedBlob } from '../../src/model/store.ts';
import { Connection } from '../../src/store/connection.ts';
import { buildStore } from '../../src/store/methods.ts';
import { prepareDatabase } from '../../src/store/prepare.ts';
import type { Store } from '../../src/store/store.ts';
import type { FoldableHistory } from './foldable-history.ts';

const LINE = 'main';
const RULES = 'rules';

/** The line of a generated history in a store in memory, brought up to date as a run does it. */
export interface StoredLine {
  /** Follows the line to a tip: from where the store ends, or anew where the tip does not continue that. */
  mine(tip: CommitOid): Promise<void>;
  /** Every row that folds derive, table by table. */
  dump(): Record<string, unknown[]>;
  close(): Promise<void>;
}

export async function openStoredLine(history: FoldableHistory): Promise<StoredLine> {
  const database = new Database(':memory:');
  const repoId = prepareDatabase(database, { file: ':memory:', repository: '', isOnDisk: false });
  const connection = new Connection(database, { file: ':memory:', repoId });
  const store = buildStore(connection, { note: null, lock: async () => () => {} });
  await store.writeSights(RULES, minedBlobs(history));
  return {
    mine: (tip) => mine(store, history, tip),
    dump: () => Object.fromEntries(Object.entries(DERIVED).map(([name, sql]) => [name, database.prepare(sql).all()])),
    close: () => store.close(),
  };
}

/** All that is derived; paths and people by their names, since their numbers tell in which order they were ever met. */
const DERIVED: Readonly<Record<string, string>> = {
  commits: 'SELECT rank, oid, parents, position, landed, author_time, subject, changes FROM commit_rows ORDER BY rank',
  nodes: 'SELECT node, path, mining_id, blob, hacks FROM node_rows JOIN paths USING (path_id) ORDER BY node',
  stays: 'SELECT * FROM node_spans ORDER BY node, open_from',
  hacks: 'SELECT * FROM hack_rows ORDER BY hack',
  spans: 'SELECT * FROM hack_spans ORDER BY hack, open_from',
  events: 'SELECT * FROM event_rows ORDER BY hack, rank, ordinal',
  lines: 'SELECT * FROM lines',
};

/** Every blob of the history with its markers, so that wordings have one number whichever commits are folded first. */
function minedBlobs({ commits, sightsOf }: FoldableHistory): MinedBlob[] {
  const found = new Map<string, MinedBlob>();
  for (const { changes } of commits.values()) {
    for (const { path, after } of changes) {
      if (after === null) continue;
      const language = languageKey(path);
      found.set(`${language} ${after}`, { blob: after, language, sights: sightsOf(path, after) });
    }
  }
  return [...found.values()];
}

async function mine(store: Store, history: FoldableHistory, tip: CommitOid): Promise<void> {
  const start = await store.readTip(LINE, RULES);
  const known = start ? ancestorsOf(history, start.oid) : new Set<CommitOid>();
  const fresh = new Map([...history.commits].filter(([oid]) => ancestorsOf(history, tip).has(oid) && !known.has(oid)));
  const steps = orderCommits(fresh, tip, start);
  if (!steps) {
    await store.clearFold(LINE);
    return mine(store, history, tip);
  }
  const inside = new Set(fresh.keys());
  const boundary = new Set(steps.flatMap(({ commit }) => commit.parents).filter((oid) => !inside.has(oid)));
  const nodes = steps.flatMap(({ commit }) => commit.changes.flatMap(nodeOf));
  const prior = start && (await store.readPrior(LINE, { boundary: [...boundary], nodes }));
  const fold = foldHistory(steps, history.sightsOf, prior);
  const last = steps.at(-1);
  if (!last?.position) return;
  await store.writeFold(LINE, {
    fold,
    commits: steps.map(({ commit }) => commit),
    tip: { oid: last.commit.oid, rank: last.rank, position: last.position },
    foldKey: RULES,
    ruleset: RULES,
    languageOf: ({ path }) => languageKey(path),
    names: [],
  });
}

function nodeOf({ path, after }: { path: RepoPath; after: BlobOid | null }): { path: RepoPath; blob: BlobOid }[] {
  return after === null ? [] : [{ path, blob: after }];
}

/** A commit and all it descends from. */
export function ancestorsOf({ commits }: FoldableHistory, oid: CommitOid): Set<CommitOid> {
  const found = new Set([oid]);
  for (const one of found) for (const parent of commits.get(one)?.parents ?? []) found.add(parent);
  return found;
}

/** The first-parent chain of a commit, oldest first. */
export function mainlineOf({ commits }: FoldableHistory, tip: CommitOid): CommitOid[] {
  const chain: CommitOid[] = [];
  for (let oid: CommitOid | undefined = tip; oid !== undefined; oid = commits.get(oid)?.parents[0]) chain.unshift(oid);
  return chain;
}
