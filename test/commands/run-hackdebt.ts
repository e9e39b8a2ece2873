import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestRepository } from '../rig/repository-of.ts';

const BIN = fileURLToPath(new URL('../../../bin/hackdebt.js', import.meta.url));

/** The clock of every test: a Friday afternoon. */
export const NOW = '2026-11-20T15:00:00Z';

/** What a run printed; `report` is its JSON. */
export interface Outcome {
  readonly stdout: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads whatever the document holds
  readonly report: any;
}

/** Runs the built program on a repository and reads its JSON; a failure fails the test with what it said. */
export async function runHackdebt(repository: TestRepository, ...args: readonly string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [BIN, ...args, '--json', '-C', repository.dir], {
    env: { PATH: process.env['PATH'] ?? '', HACKDEBT_NOW: NOW },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  assert.equal(code, 0, stderr);
  return { stdout, report: JSON.parse(stdout) };
}

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  let all = '';
  for await (const chunk of stream) all += String(chunk);
  return all;
}
