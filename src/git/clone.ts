import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CommitOid } from '../model/git.ts';
import type { Environment } from './hardening.ts';
import { readBatch } from './batch.ts';
import { readGit, type GitContext } from './process.ts';
import { splitLines } from './records.ts';

/** Each service: the variable that betrays it, and what makes it fetch the whole history. */
const SERVICES: readonly { readonly variable: string; readonly advice: string }[] = [
  { variable: 'GITHUB_ACTIONS', advice: 'give actions/checkout "fetch-depth: 0"' },
  { variable: 'GITLAB_CI', advice: 'set the variable GIT_DEPTH: "0"' },
  { variable: 'TF_BUILD', advice: 'give the checkout step "fetchDepth: 0"' },
  { variable: 'BITBUCKET_BUILD_NUMBER', advice: 'set "clone: depth: full"' },
  { variable: 'JENKINS_URL', advice: 'switch "Shallow clone" off in the checkout step' },
];

/** What to do about a cut history, as the end of a sentence; for the CI service the environment tells of, if any. */
export function adviceForUnshallow(env: Environment): string {
  const service = SERVICES.find(({ variable }) => env[variable] !== undefined && env[variable] !== '');
  return service?.advice ?? 'run "git fetch --unshallow"';
}

/** The commits at which a shallow clone is cut, among the ancestors of the tips: they name parents that are not here. */
export async function readShallowBoundary(context: GitContext, tips: readonly CommitOid[]): Promise<CommitOid[]> {
  if (tips.length === 0) return [];
  const input = tips.map((tip) => `${tip}\n`).join('');
  const output = await readGit(context, { name: 'rev-list', args: ['--max-parents=0', '--stdin'] }, input);
  const roots = splitLines(output.toString('latin1'));
  const boundary: CommitOid[] = [];
  // The raw object still names the parents that the list of roots no longer sees.
  await readBatch(context, { requests: roots, sizeLimit: Number.MAX_SAFE_INTEGER }, (frame) => {
    if (/^tree [0-9a-f]+\nparent /.test(frame.bytes?.toString('latin1', 0, 200) ?? ''))
      boundary.push(frame.request as CommitOid);
  });
  return boundary;
}

/** Whether git marked what it fetched as a part: every partial clone has such packs, and few others do. */
export function hasPromisedPacks(commonDir: string): boolean {
  const folder = join(commonDir, 'objects/pack');
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.promisor'));
}
