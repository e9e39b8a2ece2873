import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestContext } from 'node:test';
import type { TestRepository } from '../rig/repository-of.ts';
import { runGit } from '../rig/run-git.ts';
import type { Story } from '../rig/story.ts';
import { TODO_FEED } from './check-branch.ts';
import { folderOf } from './temporary-folder.ts';

/** A file with one hack, on its second line. */
export const FRESH = 'export function chart(songs) {\n  // FIXME sort by plays\n  return songs.sort();\n}\n';
/** What a job for a pull request is told. */
export const GITHUB = { GITHUB_ACTIONS: 'true', GITHUB_REF: 'refs/pull/7/merge', GITHUB_BASE_REF: 'main' };

/** A branch that admits a FIXME, `main` that went on, and the merge of both that GitHub checks out. */
export const PULL: Story = [
  { name: 'base', files: { 'feed.js': TODO_FEED } },
  { name: 'work', on: 'topic', parents: ['base'], files: { 'chart.js': FRESH } },
  { name: 'later', files: { 'other.js': '// XXX ours\n' } },
  { name: 'merge', on: 'merge', parents: ['later', 'work'], files: { 'chart.js': FRESH } },
];

/** A clone of so many commits of a branch, as a CI makes it. */
export async function cloneOf(
  context: TestContext,
  source: TestRepository,
  { branch, depth }: { readonly branch: string; readonly depth?: number },
): Promise<{ dir: string }> {
  const dir = join(folderOf(context), 'clone');
  const flags = ['--quiet', '--branch', branch, ...(depth === undefined ? [] : [`--depth=${depth}`])];
  await runGit(['clone', ...flags, pathToFileURL(source.dir).href, dir], { cwd: source.dir });
  return { dir };
}

/** The tags of what is new. */
export function newOnes({ changes }: { readonly changes: readonly { change: string; tag: string }[] }): string[] {
  return changes.filter(({ change }) => change === 'new').map(({ tag }) => tag);
}
