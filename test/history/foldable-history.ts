import { createHash } from 'node:crypto';
import { orderCommits } from '../../src/history/canonical-order.ts';
import type { Step } from '../../src/history/lineage.ts';
import type { SightsOf } from '../../src/history/node-book.ts';
import { findSights } from '../../src/markers/find-sights.ts';
import { languageKey } from '../../src/markers/languages/lookup.ts';
import { DEFAULT_RULESET } from '../../src/markers/ruleset.ts';
import type { BlobOid, CommitOid, PathChange, RepoPath } from '../../src/model/git.ts';
import type { Sight } from '../../src/model/marker.ts';
import type { History } from '../truth/generate-history.ts';
import type { ModelCommit } from '../truth/workshop.ts';

/** A generated history as the fold wants it: the real detector, but no git; oids are digests of the commits' names. */
export interface FoldableHistory {
  readonly history: History;
  /** Every commit, those off the line too. */
  readonly commits: ReadonlyMap<CommitOid, Step['commit']>;
  readonly tip: CommitOid;
  readonly sightsOf: SightsOf;
  oidOf(name: string): CommitOid;
}

export function foldableHistory(history: History): FoldableHistory {
  const oidOf = (name: string): CommitOid => digest(`${history.seed} ${name}`) as CommitOid;
  const changed = history.commits.map((commit) => changedCommit(commit, history, oidOf));
  const texts = new Map<BlobOid, string>();
  for (const commit of history.commits) for (const text of commit.texts.values()) texts.set(blobOf(text), text);
  return {
    history,
    commits: new Map(changed.map((commit) => [commit.oid, commit])),
    tip: oidOf(history.commits.at(-1)?.name ?? ''),
    sightsOf: (path, blob) => sightsIn(texts.get(blob) ?? '', path),
    oidOf,
  };
}

/** The commits of the line's history, in their order. */
export function stepsOf({ commits, tip }: FoldableHistory): Step[] {
  return orderCommits(commits, tip) ?? [];
}

function changedCommit(made: ModelCommit, { commits }: History, oidOf: (name: string) => CommitOid): Step['commit'] {
  const parents = made.parents.flatMap((index) => commits[index] ?? []);
  return {
    oid: oidOf(made.name),
    parents: parents.map(({ name }) => oidOf(name)),
    author: personOf(made.author),
    authorTime: { seconds: made.authored, offsetMinutes: 0 },
    committer: personOf(made.committer),
    commitTime: { seconds: made.committed, offsetMinutes: 0 },
    message: made.operations.join(', '),
    changes: changesBetween(parents[0]?.texts ?? new Map(), made.texts),
  };
}

function personOf(name: string): Step['commit']['author'] {
  return { name, email: `${name}@example.org` };
}

function changesBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): PathChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return paths
    .map((path) => ({ path: path as RepoPath, before: before.get(path), after: after.get(path) }))
    .filter((change) => change.before !== change.after)
    .map((change) => ({ ...change, before: blobOrNull(change.before), after: blobOrNull(change.after) }));
}

function blobOrNull(text: string | undefined): BlobOid | null {
  return text === undefined ? null : blobOf(text);
}

const blobs = new Map<string, BlobOid>();

/** A name for a text, the same for equal texts. */
export function blobOf(text: string): BlobOid {
  const known = blobs.get(text);
  if (known !== undefined) return known;
  const blob = digest(text) as BlobOid;
  blobs.set(text, blob);
  return blob;
}

const sightings = new Map<string, readonly Sight[]>();

/** The markers of a text, searched once however often the histories show it. */
function sightsIn(text: string, path: string): readonly Sight[] {
  const key = languageKey(path);
  const asked = `${key}\0${text}`;
  const known = sightings.get(asked);
  if (known) return known;
  const found = findSights(Buffer.from(text), { path, key, ruleset: DEFAULT_RULESET });
  sightings.set(asked, found);
  return found;
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
