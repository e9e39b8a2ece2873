import { createHash } from 'node:crypto';
import type { BlobOid, Commit, CommitOid, PathChange, RepoPath } from '../../src/model/git.ts';
import type { Fold } from '../../src/model/lineage.ts';
import type { Sight } from '../../src/model/marker.ts';
import { orderCommits } from '../../src/history/canonical-order.ts';
import { foldHistory } from '../../src/history/fold.ts';

/** One commit of a pure story: files are changes to the first parent's tree; null takes a file away. */
export interface Telling {
  readonly name: string;
  /** Default: the commit before; [] starts a root. */
  readonly parents?: readonly string[];
  readonly author?: string;
  readonly at?: number;
  readonly files: Readonly<Record<string, string | null>>;
}

type ChangedCommit = Commit & { readonly changes: readonly PathChange[] };

/** A story folded without git: the last commit is the tip. `said` lists events as `kind commit text`. */
export function foldOf(story: readonly Telling[]): { fold: Fold; said: string[] } {
  const texts = new Map<BlobOid, string>();
  const commits = new Map<CommitOid, ChangedCommit>();
  const trees = new Map<string, Map<string, string>>();
  for (const [index, telling] of story.entries()) {
    const before = story[index - 1];
    const parents = telling.parents ?? (before ? [before.name] : []);
    const tree = new Map(trees.get(parents[0] ?? ''));
    const changes = Object.entries(telling.files).map(([path, text]) => change(tree, path, { text, texts }));
    trees.set(telling.name, tree);
    commits.set(oidOf(telling.name), { ...commitOf(telling, parents), changes });
  }
  const order = orderCommits(commits, oidOf(story.at(-1)?.name ?? '')) ?? [];
  const fold = foldHistory(order, (_path, blob) => sightsIn(texts.get(blob) ?? ''));
  return { fold, said: fold.events.map((event) => describe(fold, event)) };
}

/** A commit's name is its oid, so ties in the canonical order are decided by the names. */
export function oidOf(name: string): CommitOid {
  return name as CommitOid;
}

function change(
  tree: Map<string, string>,
  path: string,
  { text, texts }: { text: string | null; texts: Map<BlobOid, string> },
): PathChange {
  const before = tree.has(path) ? blobOf(tree.get(path) ?? '') : null;
  if (text === null) tree.delete(path);
  else tree.set(path, text);
  if (text !== null) texts.set(blobOf(text), text);
  return { path: path as RepoPath, before, after: text === null ? null : blobOf(text) };
}

function commitOf({ name, author = 'ann', at = 0 }: Telling, parents: readonly string[]): Commit {
  const person = { name: author, email: `${author}@example.org` };
  const time = {
    seconds: at || [...name].reduce((sum, letter) => sum * 7 + letter.charCodeAt(0), 1),
    offsetMinutes: 0,
  };
  return {
    oid: oidOf(name),
    parents: parents.map(oidOf),
    author: person,
    authorTime: time,
    committer: person,
    commitTime: time,
    message: name,
  };
}

function blobOf(text: string): BlobOid {
  return createHash('sha1').update(text).digest('hex') as BlobOid;
}

/** A line with an upper-case tag is a marker; the lines around it are its neighbours. */
function sightsIn(text: string): Sight[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const match = /\b(TODO|FIXME|HACK)\b:? ?(.*)/.exec(line);
    if (!match) return [];
    const around = { before: hash(lines[index - 1]), code: hash(lines[index + 1]), scope: 0 };
    const wording = {
      kind: 'tag' as const,
      tag: match[1] ?? '',
      text: match[2] ?? '',
      owner: null,
      issues: [],
      due: null,
    };
    return [
      {
        wording: { ...wording, priority: 0, enclosing: definitionAbove(lines, index), around },
        line: index + 1,
        column: match.index + 1,
        endLine: index + 1,
      },
    ];
  });
}

function definitionAbove(lines: readonly string[], index: number): string | null {
  return (
    /^function (\w+)/.exec(lines.slice(0, index).findLast((line) => line.startsWith('function ')) ?? '')?.[1] ?? null
  );
}

function hash(line: string | undefined): number {
  const text = (line ?? '').trim();
  return text === '' ? 0 : createHash('sha1').update(text).digest().readUInt32LE();
}

function describe(fold: Fold, { kind, rank, before, after, into }: Fold['events'][number]): string {
  const commit = fold.commits.find((row) => row.rank === rank)?.oid;
  const place = after ?? before;
  return `${kind} ${commit} ${place?.path} ${place?.wording.text}${into === null ? '' : ` into ${into}`}`;
}
