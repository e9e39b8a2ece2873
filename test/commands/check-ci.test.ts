import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { checkBranch } from './check-branch.ts';
import { cloneOf, GITHUB, newOnes, PULL } from './pull-request.ts';
import { folderOf } from './temporary-folder.ts';

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
  ['CI_MERGE_REQUEST_TARGET_BRANCH_SHA', (base) => base],
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

test('a workflow that checks out the branch itself is compared with where that left its target', async (context) => {
  const story: Story = [
    ...PULL,
    { name: 'more', on: 'topic', parents: ['work'], files: { 'more.js': '// XXX more\n' } },
  ];
  await using source = await repositoryOf(story);
  const clone = await cloneOf(context, source, { branch: 'topic' });
  const { report } = await checkBranch(clone, ['--json'], { ...GITHUB, GITHUB_SHA: source.oidOf('merge') });
  assert.equal(report.base.foundBy, 'GITHUB_BASE_REF');
  assert.deepEqual(newOnes(report), ['FIXME', 'XXX']);
});

test('what GitLab merged is not held against the branch that it was merged with', async (context) => {
  await using source = await repositoryOf(PULL);
  const clone = await cloneOf(context, source, { branch: 'merge' });
  const { report } = await checkBranch(clone, ['--json'], {
    CI_MERGE_REQUEST_DIFF_BASE_SHA: source.oidOf('base'),
    CI_MERGE_REQUEST_TARGET_BRANCH_SHA: source.oidOf('later'),
  });
  assert.deepEqual(newOnes(report), ['FIXME']);
});
