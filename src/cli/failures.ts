import { Interrupted, UnsoundError, UsageError } from '../errors.ts';
import { escapeTerminal } from '../report/escape/terminal.ts';
import type { Package } from './version.ts';

/** How a failure ends the program: what stderr says, and the exit code. */
export interface Failure {
  readonly exitCode: number;
  readonly text: string;
}

/** 128 + the number of the signal, as shells do. */
const SIGNAL_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** The user's errors are one line; everything else is a bug and tells all. */
export function renderFailure(error: unknown, { version, bugs }: Package): Failure {
  if (error instanceof UsageError) return { exitCode: 2, text: renderLine(error.message) };
  if (error instanceof UnsoundError) return { exitCode: 3, text: renderLine(error.message) };
  if (error instanceof Interrupted) return { exitCode: SIGNAL_CODES[error.signal], text: renderLine(error.message) };
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = [
    `hackdebt: this is a bug in hackdebt ${version} (Node ${process.versions.node}, ${process.platform} ${process.arch}).`,
    `Please report it with the lines below${bugs === null ? '' : ` at ${bugs}`}:`,
    ...stack.split('\n').map(escapeTerminal),
  ];
  return { exitCode: 70, text: `${lines.join('\n')}\n` };
}

function renderLine(message: string): string {
  return `hackdebt: ${escapeTerminal(message.replace(/\s*\n\s*/g, ' '))}\n`;
}
