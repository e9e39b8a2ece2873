import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldHistory } from '../../src/history/fold.ts';
import type { Step } from '../../src/history/lineage.ts';
import type { BlobOid, CommitOid, RepoPath } from '../../src/model/git.ts';
import type { Position, Rank } from '../../src/model/lineage.ts';
import type { Sight, Wording } from '../../src/model/marker.ts';

/** What each commit makes of the files it changes: their markers, or null for a file that goes. */
type Versions = readonly Readonly<Record<string, readonly Wording[] | null>>[];

function marker(text: string, before: number, code: number): Wording {
  const around = { before, code, scope: 5 };
  return { kind: 'tag', tag: 'TODO', text, owner: null, issues: [], due: null, priority: 0, enclosing: null, around };
}

/** How often the fold looks at a marker: a measure of its effort that is the same on every machine. */
function effortOf(versions: Versions): number {
  let looks = 0;
  const sights = new Map<BlobOid, readonly Sight[]>();
  const blobs = new Map<string, BlobOid>();
  const steps = versions.map((version, index): Step => {
    const changes = Object.entries(version).map(([path, wordings]) => {
      const after = wordings && (`${index} ${path}` as BlobOid);
      const before = blobs.get(path) ?? null;
      if (after)
        sights.set(
          after,
          (wordings ?? []).map((wording, at) => watched({ wording, line: 3 * at + 1, column: 1, endLine: 3 * at + 1 })),
        );
      if (after) blobs.set(path, after);
      return { path: path as RepoPath, before, after };
    });
    return {
      commit: { ...commitOf(index), changes },
      rank: (index + 1) as Rank,
      position: (index + 1) as Position,
      landed: (index + 1) as Position,
    };
  });
  function watched(sight: Sight): Sight {
    return {
      ...sight,
      get wording() {
        looks++;
        return sight.wording;
      },
    };
  }
  foldHistory(steps, (_path, blob) => sights.get(blob) ?? []);
  return looks;
}

function commitOf(index: number): Omit<Step['commit'], 'changes'> {
  const [author, authorTime] = [
    { name: 'ann', email: 'ann@example.org' },
    { seconds: index, offsetMinutes: 0 },
  ];
  const parents = index === 0 ? [] : [String(index - 1) as CommitOid];
  return {
    oid: String(index) as CommitOid,
    parents,
    author,
    authorTime,
    committer: author,
    commitTime: authorTime,
    message: '',
  };
}

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Asserts that twice the work costs about twice the effort. */
function assertLinear(make: (size: number) => Versions, size: number): void {
  const [once, twice] = [effortOf(make(size)), effortOf(make(2 * size))];
  assert.ok(twice < 2.4 * once, `${size}: ${once} looks, ${2 * size}: ${twice}`);
}

/** Markers with texts of their own. */
function distinct(count: number): Wording[] {
  return many(count, (n) => marker(`fix thing ${n}`, n + 1, n + 1e6));
}

/** Markers with one text between lines of their own. */
function equal(count: number, shift: number): Wording[] {
  return many(count, (n) => marker('fix the thing', n + shift, n + shift + 1e6));
}

/** Files with one marker each. */
function files(count: number, { folder, verb }: { folder: string; verb: string }): Versions[number] {
  return Object.fromEntries(many(count, (n) => [`${folder}/${n}.c`, [marker(`${verb} thing ${n}`, n + 1, n + 1e6)]]));
}

test('markers by the thousand that move to another file cost what they are', () => {
  assertLinear((size) => [{ a: distinct(size) }, { a: null, b: distinct(size + 1) }], 1500);
});

test('equal markers by the thousand cost what they are', () => {
  assertLinear((size) => [{ a: equal(size, 1) }, { a: null, b: equal(size, 2e6) }], 1500);
});

test('files by the thousand that move and are reworded cost what they are', () => {
  assertLinear((size) => {
    const old = files(size, { folder: 'old', verb: 'fix' });
    const gone = Object.fromEntries(Object.keys(old).map((path) => [path, null]));
    return [old, { ...gone, ...files(size, { folder: 'new', verb: 'mend' }) }];
  }, 1000);
});

test('a commit that touches a file of many markers, but none of them, looks at each but a few times', () => {
  const block = distinct(300);
  const [some, more] = [effortOf(many(101, () => ({ a: block }))), effortOf(many(1101, () => ({ a: block })))];
  assert.ok((more - some) / 1000 / 300 <= 6, `${(more - some) / 1000} looks a commit`);
});
