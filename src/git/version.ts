import { buildEnvironment } from './hardening.ts';
import { readGit } from './process.ts';
import type { OpenOptions } from './repository.ts';

/** The oldest git that answers all that is asked here. */
export const OLDEST_GIT = '2.31';

/** What git calls itself, and whether that is young enough. */
export interface GitVersion {
  readonly version: string;
  readonly isSupported: boolean;
}

/** `git version 2.39.5 (Apple Git-154)`; an UnsoundError where there is no git. */
export async function readGitVersion({ env, signal, git = 'git' }: OpenOptions): Promise<GitVersion> {
  const context = { git, env: buildEnvironment(env), ...(signal && { signal }) };
  const output = await readGit(context, { name: 'version', args: [] });
  const version = /\d+(?:\.\d+)+/.exec(output.toString('latin1'))?.[0] ?? 'unknown';
  return { version, isSupported: compareVersions(version, OLDEST_GIT) >= 0 };
}

function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number));
  const at = right?.findIndex((number, index) => number !== (left?.[index] ?? 0)) ?? -1;
  return at < 0 ? 0 : (left?.[at] ?? 0) - (right?.[at] ?? 0);
}
