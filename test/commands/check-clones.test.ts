import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test, type TestContext } from 'node:test';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import { runGit } from '../rig/run-git.ts';
import type { Story } from '../rig/story.ts';
import { checkBranch, TODO_FEED } from './check-branch.ts';
import { folderOf } from './temporary-folder.ts';

const FRESH = 'export function chart(songs) {\n  // FIXME sort by plays\n  return songs.sort();\n}\n';
const GITHUB = { GITHUB_ACTIONS: 'true', GITHUB_REF: 'refs/pull/7/merge', GITHUB_BASE_REF: 'main' };

/** A branch that admits a FIXME, `main` that went on, and the merge of both that GitHub checks out. */
const PULL: Story = [
  { name: 'base', files: { 'feed.js': TODO_FEED } },
  { name: 'work', on: 'topic', parents: ['base'], files: { 'chart.js': FRESH } },
  { name: 'later', files: { 'other.js': '// XXX ours\n' } },
  { name: 'merge', on: 'merge', parents: ['later', 'work'], files: { 'chart.js': FRESH } },
];

/** A clone of so many commits of a branch, as a CI makes it. */
async function cloneOf(
  context: TestContext,
  source: TestRepository,
  { branch, depth }: { readonly branch: string; readonly depth?: number },
): Promise<{ dir: string }> {
  const dir = join(folderOf(context), 'clone');
  const flags = ['--quiet', '--branch', branch, ...(depth === undefined ? [] : [`--depth=${depth}`])];
  await runGit(['clone', ...flags, pathToFileURL(source.dir).href, dir], { cwd: source.dir });
  return { dir };
}

function newOnes({ changes }: { readonly changes: readonly { change: string; tag: string }[] }): string[] {
  return changes.filter(({ change }) => change === 'new').map(({ tag }) => tag);
}

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

test('on GitHub stdout gets annotations, and the files of the step a summary and outputs', async (context) => {
  const folder = folderOf(context, { summary: '', output: '' });
  const files = { GITHUB_STEP_SUMMARY: join(folder, 'summary'), GITHUB_OUTPUT: join(folder, 'output') };
  await using source = await repositoryOf(PULL);
  const clone = await cloneOf(context, source, { branch: 'merge', depth: 2 });
  const { stdout, stderr } = await checkBranch(clone, [], { ...GITHUB, ...files });
  assert.match(stdout, /^::notice file=chart\.js,line=2,/);
  assert.match(stderr, /^format github, as GITHUB_ACTIONS is set/);
  assert.match(readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'), /^\*\*hackdebt\*\*: 1 hack admitted/);
  assert.match(
    readFileSync(files.GITHUB_OUTPUT, 'utf8'),
    /^verdict<<(hackdebt-[\w-]+)\npassed\n\1\n[^]*\nnew<<\S+\n1\n/,
  );
});

/** How a CI names where a merge request goes: the branch, or the commit that it left. */
const SERVICES: readonly (readonly [variable: string, value: (base: string) => string])[] = [
  ['GITHUB_BASE_REF', () => 'main'],
  ['CI_MERGE_REQUEST_DIFF_BASE_SHA', (base) => base],
  ['CI_MERGE_REQUEST_TARGET_BRANCH_NAME', () => 'main'],
  ['SYSTEM_PULLREQUEST_TARGETBRANCH', () => 'refs/heads/main'],
  ['BITBUCKET_PR_DESTINATION_COMMIT', (base) => base],
  ['BITBUCKET_PR_DESTINATION_BRANCH', () => 'main'],
  ['CHANGE_TARGET', () => 'main'],
];
for (const [variable, value] of SERVICES) {
  test(`${variable} says what to compare with, and --base goes before it`, async (context) => {
    await using source = await repositoryOf(PULL);
    const clone = await cloneOf(context, source, { branch: 'topic' });
    const env = { [variable]: value(source.oidOf('base')) };
    const { report } = await checkBranch(clone, ['--json'], env);
    assert.deepEqual([newOnes(report), report.base.commit], [['FIXME'], source.oidOf('base')]);
    assert.equal(report.base.foundBy, variable);
    const asked = await checkBranch(clone, ['--base', 'HEAD', '--json'], env);
    assert.deepEqual([newOnes(asked.report), asked.report.base.foundBy], [[], '--base']);
  });
}

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
