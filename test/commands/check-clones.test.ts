import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import { runGit } from '../rig/run-git.ts';
import type { Story } from '../rig/story.ts';
import { checkBranch, TODO_FEED } from './check-branch.ts';
import { BIN } from './run-hackdebt.ts';
import { cloneOf, FRESH, GITHUB, newOnes, PULL } from './pull-request.ts';

test('two commits of the merge that GitHub makes are enough for a full answer', async (context) => {
  await using source = await repositoryOf(PULL);
  const clone = await cloneOf(context, source, { branch: 'merge', depth: 2 });
  const { status, report } = await checkBranch(clone, ['--json'], GITHUB);
  assert.equal(status, 0);
  assert.deepEqual(newOnes(report), ['FIXME']);
  assert.equal(report.base.name, 'HEAD^1');
});

test('one commit is not enough: exit code 3 and what to ask the checkout for; the tree can still be checked', async (context) => {
  await using source = await repositoryOf(PULL);
  const clone = await cloneOf(context, source, { branch: 'merge', depth: 1 });
  const refused = await checkBranch(clone, ['--max-open', '1'], GITHUB);
  assert.equal(refused.status, 3);
  assert.match(refused.stderr, /fetch-depth: 2/);
  const tree = await checkBranch(clone, ['--max-open', '1', '--allow-shallow', '--json'], GITHUB);
  assert.equal(tree.status, 1);
  assert.deepEqual([tree.report.base, tree.report.counts.open], [null, 3]);
  const warned = await checkBranch(clone, ['--on-unsound', 'warn', '--json'], GITHUB);
  assert.equal(warned.status, 0);
  assert.equal(warned.report.findings[0].rule, 'unsound');
});

test('what needs history fails in a clone that is cut, or becomes a warning', async (context) => {
  await using source = await repositoryOf(PULL);
  const clone = await cloneOf(context, source, { branch: 'merge', depth: 2 });
  const refused = await checkBranch(clone, ['--max-age', '1'], GITHUB);
  assert.equal(refused.status, 3);
  assert.match(refused.stderr, /fetch-depth: 0/);
  const warned = await checkBranch(clone, ['--max-age', '1', '--on-unsound', 'warn', '--json'], GITHUB);
  assert.deepEqual([warned.status, warned.report.findings[0].rule], [0, 'unsound']);
  assert.deepEqual(newOnes(warned.report), ['FIXME']);
});

test('a hack that was there already where the clone is cut may be older than the cut, and that is said', async (context) => {
  const story: Story = [
    { name: 'base', at: '2024-01-05T10:00:00Z', files: { 'feed.js': TODO_FEED } },
    { name: 'cut', at: '2026-01-05T10:00:00Z', files: { 'other.js': '// nothing\n' } },
    { name: 'work', at: '2026-11-16T10:00:00Z', files: { 'chart.js': FRESH } },
  ];
  await using source = await repositoryOf(story);
  const clone = await cloneOf(context, source, { branch: 'main', depth: 2 });
  const messages = async (max: string): Promise<string[]> => {
    const { report } = await checkBranch(clone, ['--max-age', max, '--allow-shallow', '--json']);
    return report.findings.map(({ rule, message }: never) => `${rule} ${message}`);
  };
  assert.deepEqual(await messages('1y'), [
    "unsound open hacks that were there already where this clone's history is cut may be too old for maxAge, which lets them pass.",
  ]);
  assert.deepEqual(await messages('30'), ['maxAge at least 317 days old, at most 30 allowed']);
});

test('a detached checkout is compared with the branch that the CI names', async (context) => {
  await using source = await repositoryOf(PULL);
  const clone = await cloneOf(context, source, { branch: 'topic' });
  await runGit(['checkout', '--quiet', '--detach'], { cwd: clone.dir });
  const { report } = await checkBranch(clone, ['--json'], { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' });
  assert.deepEqual(newOnes(report), ['FIXME']);
  assert.equal(report.base.foundBy, 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME');
});

test('a branch that merged its base has admitted nothing of what the base admitted', async () => {
  const story: Story = [
    ...PULL.slice(0, 3),
    { name: 'sync', on: 'topic', parents: ['work', 'later'], files: { 'other.js': '// XXX ours\n' } },
  ];
  await using repository = await repositoryOf(story, { head: 'topic' });
  const { report } = await checkBranch(repository, ['--base', 'main', '--json']);
  assert.deepEqual(newOnes(report), ['FIXME']);
});

test('a rebased branch gives the same answer', async () => {
  const rebased: Story = [
    ...PULL.slice(0, 1),
    PULL[2] ?? assert.fail(),
    { name: 'again', on: 'topic', parents: ['later'], files: { 'chart.js': FRESH } },
  ];
  for (const story of [PULL.slice(0, 3), rebased]) {
    await using repository = await repositoryOf(story, { head: 'topic' });
    const { report } = await checkBranch(repository, ['--base', 'main', '--json']);
    assert.deepEqual(newOnes(report), ['FIXME']);
  }
});

test('branches that share no commit cannot be compared', async () => {
  const story: Story = [
    ...PULL.slice(0, 1),
    { name: 'stranger', on: 'topic', parents: [], files: { 'a.js': '// TODO x\n' } },
  ];
  await using repository = await repositoryOf(story, { head: 'topic' });
  const { status, stderr } = await checkBranch(repository, ['--base', 'main']);
  assert.equal(status, 3);
  assert.match(stderr, /share no commit/);
});

test('--staged reads the index and not the work tree', async () => {
  await using repository = await repositoryOf(PULL.slice(0, 1));
  writeFileSync(join(repository.dir, 'chart.js'), FRESH);
  assert.deepEqual(newOnes((await checkBranch(repository, ['--staged', '--json'])).report), []);
  await repository.git('add', 'chart.js');
  writeFileSync(join(repository.dir, 'chart.js'), '// nothing\n');
  const { report } = await checkBranch(repository, ['--staged', '--json']);
  assert.deepEqual(newOnes(report), ['FIXME']);
  assert.deepEqual(report.head, { name: 'index', commit: null });
});

test('--staged is refused where there is no work tree', async () => {
  await using repository = await repositoryOf(PULL.slice(0, 1), { bare: true });
  const { status, stderr } = await checkBranch(repository, ['--staged']);
  assert.deepEqual(
    [status, stderr],
    [2, 'hackdebt: nothing can be staged without a work tree, and here is none. Leave --staged out.\n'],
  );
});

test('a branch cannot loosen its own gate, and is told that it tried', async () => {
  const config = (max: number): string => JSON.stringify({ rules: { maxNew: max } });
  const story: Story = [
    { name: 'base', files: { 'hackdebt.config.json': config(0) } },
    { name: 'work', on: 'topic', parents: ['base'], files: { 'chart.js': FRESH, 'hackdebt.config.json': config(9) } },
  ];
  await using repository = await repositoryOf(story, { head: 'topic' });
  const { status, report } = await checkBranch(repository, ['--base', 'main', '--json']);
  assert.equal(status, 1);
  assert.deepEqual(
    report.findings.map(({ rule }: { rule: string }) => rule),
    ['maxNew', 'policy'],
  );
});

test('a branch that calls its files generated is told so; other attributes are no policy', async () => {
  const attributes: readonly (readonly [text: string, rules: readonly string[]])[] = [
    ['chart.js linguist-generated\n', ['policy']],
    ['chart.js text=auto\n', []],
  ];
  for (const [text, rules] of attributes) {
    const files = { 'chart.js': FRESH, '.gitattributes': text };
    const story: Story = [...PULL.slice(0, 1), { name: 'work', on: 'topic', parents: ['base'], files }];
    await using repository = await repositoryOf(story, { head: 'topic' });
    const { report } = await checkBranch(repository, ['--base', 'main', '--json']);
    assert.deepEqual(
      report.findings.map(({ rule }: { rule: string }) => rule),
      rules,
    );
  }
});

test('moving 1,000 hacks by reformatting is no finding', async () => {
  const line = (index: number, pad: string): string =>
    `${pad}call(${index}); // TODO ${index % 2 ? 'again' : `nr ${index}`}\n`;
  const file = (pad: string): string =>
    `function f() {\n${Array.from({ length: 100 }, (_, index) => line(index, pad)).join('')}}\n`;
  const files = (pad: string, folder: string): [string, string | null][] =>
    Array.from({ length: 10 }, (_, index) => [`${folder}/${index}.js`, file(pad)]);
  const gone = files('', 'src').map(([path]): [string, null] => [path, null]);
  const story: Story = [
    { name: 'base', files: Object.fromEntries(files('  ', 'src')) },
    { name: 'work', on: 'topic', parents: ['base'], files: Object.fromEntries([...gone, ...files('\t', 'lib')]) },
  ];
  await using repository = await repositoryOf(story, { head: 'topic' });
  const flags = ['--max-new', '0', '--no-swept', '--ratchet', '--need-issue'];
  const { status, report } = await checkBranch(repository, ['--base', 'main', ...flags, '--json']);
  assert.equal(status, 0);
  assert.deepEqual([report.counts.new, report.counts.removed, report.counts.moved, report.findings], [0, 0, 1000, []]);
});

test('a squashed branch has admitted what its commits admitted', async () => {
  const squashed: Story = [
    ...PULL.slice(0, 1),
    { name: 'squash', parents: ['base'], files: { 'chart.js': FRESH, 'feed.js': null, 'song/feed.js': TODO_FEED } },
  ];
  await using repository = await repositoryOf(squashed);
  const { report } = await checkBranch(repository, ['--base', 'HEAD^', '--max-new', '1', '--no-swept', '--json']);
  assert.equal(report.verdict, 'passed');
  assert.deepEqual([newOnes(report), report.counts.removed, report.counts.moved], [['FIXME'], 0, 1]);
});

test('a hack that the branch brought in and took out again is no news', async () => {
  const story: Story = [
    ...PULL.slice(0, 2),
    { name: 'undone', on: 'topic', parents: ['work'], files: { 'chart.js': null } },
  ];
  await using repository = await repositoryOf(story, { head: 'topic' });
  const { stdout } = await checkBranch(repository, ['--base', 'main']);
  assert.match(stdout, /^no hack admitted, none gone/);
});

for (const objectFormat of ['sha1', 'sha256'] as const) {
  test(`a hook can look at the first commit of all (${objectFormat})`, async () => {
    await using repository = await repositoryOf([], { objectFormat });
    writeFileSync(join(repository.dir, 'feed.js'), TODO_FEED);
    await repository.git('add', '.');
    const { status, report } = await checkBranch(repository, ['--staged', '--json']);
    assert.equal(status, 0);
    assert.deepEqual(newOnes(report), ['TODO']);
    assert.deepEqual(report.base, { name: 'nothing', commit: null, foundBy: '--staged' });
  });
}

for (const args of [['-a'], ['feed.js']]) {
  test(`a hook looks at what git commit ${args.join(' ')} is about to commit`, async () => {
    await using repository = await repositoryOf([{ name: 'base', files: { 'feed.js': 'feed();\n' } }]);
    const hook = join(repository.dir, '.git/hooks/pre-commit');
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\nexec "${process.execPath}" "${BIN}" check --staged --forbid TODO\n`, {
      mode: 0o755,
    });
    writeFileSync(join(repository.dir, 'feed.js'), TODO_FEED);
    const identity = ['-c', 'user.name=Anna', '-c', 'user.email=anna@example.org'];
    await assert.rejects(repository.git(...identity, 'commit', '-m', 'feed', ...args), /TODO.* is forbidden here/);
  });
}
