import assert from 'node:assert/strict';
import type { TestRepository } from '../rig/repository-of.ts';
import { runHackdebt } from './run-hackdebt.ts';

/** A Friday afternoon. */
const FRIDAY = '2026-11-20T15:00:00Z';

/** What a run printed; `report` is its JSON. */
export interface Outcome {
  readonly stdout: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads whatever the document holds
  readonly report: any;
}

/** Runs a command on a repository, on a Friday, and reads its JSON; a failure fails the test with what was said. */
export async function readReport(repository: TestRepository, ...args: readonly string[]): Promise<Outcome> {
  const run = await runHackdebt([...args, '--json'], { cwd: repository.dir, env: { HACKDEBT_NOW: FRIDAY } });
  assert.equal(run.status, 0, run.stderr);
  return { stdout: run.stdout, report: JSON.parse(run.stdout) };
}
