import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { BARE_ENVIRONMENT } from '../rig/run-git.ts';
import { generateHistory } from './generate-history.ts';
import { mergeTrees } from './merge-trees.ts';
import type { FileModel, Line, Tree } from './model.ts';
import { renderFile, renderTree } from './model.ts';
import { at } from './random.ts';

/** A tree of one-letter lines: the letter, in lower case, is the line's identity. */
function treeOf(files: Record<string, string>): Tree {
  const models = Object.entries(files).map(([name, letters]): [number, FileModel] => {
    const [file = '', path = file] = name.split('=');
    const lines = [...letters].map((text): Line => ({
      id: text.toLowerCase().charCodeAt(0),
      kind: 'code',
      text,
      hack: null,
    }));
    return [file.charCodeAt(0), { id: file.charCodeAt(0), path, lines }];
  });
  return new Map(models);
}

function merged(
  states: Record<'base' | 'ours' | 'theirs', Record<string, string>>,
  prefer: 'ours' | 'theirs' = 'ours',
) {
  const [base, ours, theirs] = [treeOf(states.base), treeOf(states.ours), treeOf(states.theirs)];
  const texts = renderTree(mergeTrees({ base, ours, theirs, prefer }));
  return Object.fromEntries([...texts].map(([path, text]) => [path, text.replaceAll('\n', '')]));
}

test('lines added and removed on both sides are added and removed', () => {
  assert.deepEqual(merged({ base: { f: 'abcd' }, ours: { f: 'axbcd' }, theirs: { f: 'abdz' } }), { f: 'axbdz' });
});

test('a wording changed on one side is taken, one changed on both goes with the preferred side', () => {
  assert.deepEqual(merged({ base: { f: 'ab' }, ours: { f: 'ab' }, theirs: { f: 'aB' } }), { f: 'aB' });
  const both = { base: { f: 'ab' }, ours: { f: 'Ab' }, theirs: { f: 'b' } };
  assert.deepEqual(merged(both, 'ours'), { f: 'Ab' });
  assert.deepEqual(merged(both, 'theirs'), { f: 'b' });
});

test('a file deleted on one side and changed on the other stays whole or goes', () => {
  const states = { base: { f: 'ab' }, ours: { f: 'aB' }, theirs: {} };
  assert.deepEqual(merged(states, 'ours'), { f: 'aB' });
  assert.deepEqual(merged(states, 'theirs'), {});
});

test('a file deleted on one side and left alone on the other is gone', () => {
  assert.deepEqual(merged({ base: { f: 'ab' }, ours: { f: 'ab' }, theirs: {} }), {});
});

test('a rename on one side meets edits on the other', () => {
  const states = { base: { 'f=old': 'ab' }, ours: { 'f=old': 'abx' }, theirs: { 'f=new': 'ab' } };
  assert.deepEqual(merged(states), { new: 'abx' });
});

test('a line moved to another file on one side is moved, with its new wording', () => {
  const states = { base: { f: 'ab', g: 'c' }, ours: { f: 'Ab', g: 'c' }, theirs: { f: 'b', g: 'ca' } };
  assert.deepEqual(merged(states), { f: 'b', g: 'cA' });
});

test('an order changed on one side is taken', () => {
  assert.deepEqual(merged({ base: { f: 'abc' }, ours: { f: 'abc' }, theirs: { f: 'cab' } }), { f: 'cab' });
});

test('of two files at one path the preferred stays', () => {
  const states = { base: {}, ours: { 'f=new': 'a' }, theirs: { 'g=new': 'b' } };
  assert.deepEqual(merged(states, 'ours'), { new: 'a' });
  assert.deepEqual(merged(states, 'theirs'), { new: 'b' });
});

test('where git merges a file cleanly, the model agrees with git-merge-file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hackdebt-merge-'));
  const results = Array.from({ length: 40 }, (_, seed) => mergedFiles(seed + 1))
    .flat()
    .map((file) => {
      for (const name of ['base', 'ours', 'theirs'] as const) writeFileSync(join(folder, name), file[name]);
      const git = spawnSync('git', ['merge-file', '-p', 'ours', 'base', 'theirs'], {
        cwd: folder,
        env: BARE_ENVIRONMENT,
      });
      return { ...file, isClean: git.status === 0, git: git.stdout.toString() };
    });
  rmSync(folder, { recursive: true });
  const clean = results.filter(({ isClean }) => isClean);
  assert.ok(clean.length > 40, `${clean.length} clean merges`);
  for (const { where, model, git } of clean) assert.equal(model, git, where);
});

/** Files that both sides of a merge changed, without lines that moved: those git takes for removed and added. */
function mergedFiles(seed: number): { where: string; base: string; ours: string; theirs: string; model: string }[] {
  const { commits } = generateHistory(seed);
  return commits.flatMap((merge) => {
    const [ours, theirs] = merge.parents.map((parent) => at(commits, parent));
    if (ours === undefined || theirs === undefined || merge.parents.length !== 2) return [];
    const shared = [...ours.ancestors].filter((index) => theirs.ancestors.has(index));
    const base = shared
      .map((index) => at(commits, index))
      .find((commit) => shared.every((index) => commit.ancestors.has(index)));
    if (base === undefined) return [];
    return [...merge.tree.keys()].flatMap((id) => {
      const files = [base, ours, theirs, merge].map((commit) => commit.tree.get(id));
      const [was, our, their, model] = files.map((file) => (file === undefined ? '' : renderFile(file)));
      if (was === undefined || our === undefined || their === undefined || model === undefined) return [];
      const isMoving =
        files.some((file) => file === undefined) || hasMoves([base, ours, theirs, merge].map(({ tree }) => tree));
      if (isMoving || our === was || their === was || our === their) return [];
      return [{ where: `seed ${seed}, ${merge.name}, file ${id}`, base: was, ours: our, theirs: their, model }];
    });
  });
}

/** Whether some line stands in different files, or two lines in different orders. */
function hasMoves(trees: readonly Tree[]): boolean {
  const [base, ...others] = trees.map(
    (tree) =>
      new Map(
        [...tree.values()].flatMap((file) => file.lines.map((line, index) => [line.id, { file: file.id, index }])),
      ),
  );
  return others.some((places) => {
    const kept = [...places].filter(([id]) => base?.has(id));
    return kept.some(([id, { file, index }], rank) => {
      const before = kept[rank - 1];
      const [was, wasBefore] = [base?.get(id), before === undefined ? undefined : base?.get(before[0])];
      if (was?.file !== file) return true;
      return before?.[1].file === file && before[1].index < index && (wasBefore?.index ?? -1) > was.index;
    });
  });
}
