import { COMMANDS } from './commands.ts';
import type { Io } from './io.ts';
import { parseArgv } from './program.ts';
import type { CommandRow } from './row.ts';
import { listenForTrouble } from './trouble.ts';
import { readPackage } from './version.ts';
import { writeStream } from './stream.ts';

/** The whole program: argv without node and script in, exit code out. Never throws. */
export async function main(argv: readonly string[], io: Io, rows: readonly CommandRow[] = COMMANDS): Promise<number> {
  for (const sink of [io.stdout, io.stderr]) sink.on('error', () => undefined);
  const trouble = listenForTrouble(io);
  try {
    return await Promise.race([start({ argv, io, rows }, trouble.signal), trouble.uncaught]);
  } catch (error) {
    const { renderFailure } = await import('./failures.ts');
    const failure = renderFailure(trouble.signal.aborted ? trouble.signal.reason : error, readPackage());
    await writeStream(io.stderr, failure.text).catch(() => undefined);
    return failure.exitCode;
  } finally {
    trouble.release();
  }
}

interface Start {
  readonly argv: readonly string[];
  readonly io: Io;
  readonly rows: readonly CommandRow[];
}

async function start({ argv, io, rows }: Start, signal: AbortSignal): Promise<number> {
  const invocation = parseArgv(argv, rows, readPackage().version);
  if (invocation.kind === 'print') {
    await writeStream(io.stdout, invocation.text);
    return 0;
  }
  const { runCommand } = await import('./run.ts');
  return runCommand(invocation, io, signal);
}
