import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import { EDITS } from './edits.ts';
import { generateHistory } from './generate-history.ts';
import { at } from './random.ts';
import type { ModelCommit } from './workshop.ts';

const SEEDS = Array.from({ length: 300 }, (_, index) => index + 1);
const HISTORIES = SEEDS.map((seed) => generateHistory(seed));
const GRAPH_OPERATIONS = [
  'empty commit',
  'another root',
  'root of a library',
  'subtree merge',
  'merge',
  'merge of an older commit',
  'merge the wrong way round',
  'criss-cross merge',
  'octopus merge',
  'revert',
  'cherry-pick',
];

test('the same seed makes the same history, another seed another', () => {
  assert.deepEqual(generateHistory(7).story, generateHistory(7).story);
  assert.notDeepEqual(generateHistory(7).story, generateHistory(8).story);
});

test('three hundred histories hold every operation many times', () => {
  const counts = new Map<string, number>();
  for (const operation of HISTORIES.flatMap(({ commits }) => commits.flatMap((made) => made.operations))) {
    const name = operation.replace(/:.*/, '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rare = [...EDITS.map(({ name }) => name), ...GRAPH_OPERATIONS].filter((name) => (counts.get(name) ?? 0) < 50);
  assert.deepEqual(rare, []);
});

test('histories have equal dates, clocks that go back, and merges of renames on one side', () => {
  const commits = HISTORIES.slice(0, 40).map((history) => history.commits);
  const hasPair = (accept: (before: ModelCommit, after: ModelCommit) => boolean): number =>
    commits.filter((made) => made.some((after, index) => index > 0 && accept(at(made, index - 1), after))).length;
  assert.ok(hasPair((before, after) => before.committed === after.committed) > 20);
  assert.ok(hasPair((before, after) => before.committed > after.committed) > 20);
  assert.ok(commits.filter(hasRenameOnOneSide).length > 10);
});

function hasRenameOnOneSide(commits: readonly ModelCommit[]): boolean {
  return commits.some((merge) => {
    const [ours, theirs] = merge.parents.map((parent) => at(commits, parent).tree);
    return [...merge.tree.values()].some(({ id, path }) => {
      const paths = [ours?.get(id)?.path ?? path, theirs?.get(id)?.path ?? path];
      return merge.parents.length === 2 && paths.includes(path) && paths[0] !== paths[1];
    });
  });
}

test('no line and no hack stands twice in one tree', () => {
  for (const { seed, commits } of HISTORIES) {
    for (const commit of commits) {
      const lines = [...commit.tree.values()].flatMap((file) => file.lines);
      const hacks = lines.flatMap(({ hack }) => hack ?? []);
      assert.equal(new Set(lines.map(({ id }) => id)).size, lines.length, `seed ${seed}, ${commit.name}`);
      assert.equal(new Set(hacks).size, hacks.length, `seed ${seed}, ${commit.name}`);
      assert.equal(commit.texts.size, commit.tree.size, `seed ${seed}, ${commit.name}: two files at one path`);
    }
  }
});

test('an author writes two commits in one second only as cherry-picks of one commit', () => {
  for (const { seed, commits } of HISTORIES) {
    const originals = commits.filter(({ operations }) => !operations.some((name) => name.startsWith('cherry-pick')));
    const moments = originals.map(({ author, authored }) => `${author} ${authored}`);
    assert.equal(new Set(moments).size, moments.length, `seed ${seed}`);
  }
});

test('what git holds is what the generator means, at every commit', async () => {
  for (const { seed, commits, story } of HISTORIES.slice(0, 20)) {
    await using repository = await repositoryOf(story, { bare: true });
    const log = await repository.git('log', '--all', '--format=%H %T %P');
    const trees = new Map(log.split('\n').map((line) => [line.slice(0, 40), line.slice(41)]));
    for (const commit of commits) {
      const parents = commit.parents.map((parent) => repository.oidOf(at(commits, parent).name));
      const expected = `${treeOidOf(commit.texts)} ${parents.join(' ')}`;
      assert.equal(trees.get(repository.oidOf(commit.name)), expected, `seed ${seed}, ${commit.name}`);
    }
    assert.equal(await repository.git('rev-parse', 'main'), repository.oidOf(at(commits, commits.length - 1).name));
  }
});

/** What git calls the tree of these texts. See git-mktree(1): `<mode> SP <name> NUL <20 bytes>`, folders sorted as `name/`. */
function treeOidOf(texts: ReadonlyMap<string, string>): string {
  const folders = new Map<string, Map<string, string>>();
  const entries: { sort: string; mode: string; name: string; oid: string }[] = [];
  for (const [path, text] of texts) {
    const slash = path.indexOf('/');
    if (slash === -1) entries.push({ sort: path, mode: '100644', name: path, oid: oidOf('blob', Buffer.from(text)) });
    else {
      const folder = path.slice(0, slash);
      folders.set(folder, (folders.get(folder) ?? new Map<string, string>()).set(path.slice(slash + 1), text));
    }
  }
  for (const [name, inside] of folders) {
    entries.push({ sort: `${name}/`, mode: '40000', name, oid: treeOidOf(inside) });
  }
  const sorted = entries.toSorted((a, b) => (a.sort < b.sort ? -1 : 1));
  const records = sorted.flatMap(({ mode, name, oid }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')]);
  return oidOf('tree', Buffer.concat(records));
}

function oidOf(type: 'blob' | 'tree', bytes: Buffer): string {
  return createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
}
