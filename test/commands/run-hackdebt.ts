import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BARE_ENVIRONMENT } from '../rig/run-git.ts';

/** The program. */
export const BIN = fileURLToPath(new URL('../../../bin/hackdebt.js', import.meta.url));
const WEDNESDAY = '2026-11-18T13:00:00Z';

/** How a run of the program ended. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** A module that node loads first. */
  readonly require?: string;
}

/** Runs the program as a user would, on a Wednesday, in a bare environment. */
export function runHackdebt(args: readonly string[], { cwd, input, env, require }: RunOptions): Promise<Run> {
  const node = require === undefined ? [BIN] : ['--require', require, BIN];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, ...args], {
      cwd,
      env: { ...BARE_ENVIRONMENT, HACKDEBT_NOW: WEDNESDAY, ...env },
      stdio: 'pipe',
    });
    const printed = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...printed }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
