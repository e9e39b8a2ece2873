import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BARE_ENVIRONMENT } from '../rig/run-git.ts';

export const BIN = fileURLToPath(new URL('../../../bin/hackdebt.js', import.meta.url));

/** A moment after everything that happens in the tests' repositories. */
export const NOW = '2026-11-18T13:00:00Z';

/** Where and how a process is started. */
export interface Start {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Node to run it with; default the one that runs the tests. */
  readonly node?: string;
  /** The program; default that of this project. */
  readonly bin?: string;
  readonly uid?: number;
}

/** How a process ended; `code` is null when a signal ended it. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process at work. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ending>;
}

/** Starts the program as a user would, in a bare environment. */
export function start(argv: readonly string[], options: Start): Started {
  const { cwd, env = {}, input = '', node = process.execPath, bin = BIN, uid } = options;
  const child = spawn(node, [bin, ...argv], {
    cwd,
    env: { ...BARE_ENVIRONMENT, HACKDEBT_NOW: NOW, ...env },
    stdio: 'pipe',
    ...(uid !== undefined && { uid, gid: uid }),
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = new Promise<Ending>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended };
}

/** Runs the program to its end. */
export function run(argv: readonly string[], options: Start): Promise<Ending> {
  return start(argv, options).ended;
}
