import type { TestRepository } from '../rig/repository-of.ts';
import { runHackdebt, type Run } from './run-hackdebt.ts';

/** A file with one hack, on its second line. */
export const TODO_FEED =
  "export function feed(songs) {\n  // TODO don't do this, talk to MySQL\n  return songs.map(load);\n}\n";

/** A run of `check`; `report` is its JSON if it printed any. */
export interface CheckRun extends Run {
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads whatever the document holds
  readonly report: any;
}

/** Runs `hackdebt check` in a repository. */
export async function checkBranch(
  { dir }: Pick<TestRepository, 'dir'>,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CheckRun> {
  const run = await runHackdebt(['check', ...args], { cwd: dir, env });
  return { ...run, report: run.stdout.startsWith('{') ? JSON.parse(run.stdout) : null };
}
