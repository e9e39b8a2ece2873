import type { Console } from '../model/request.ts';
import { escapeTerminal } from '../report/escape/terminal.ts';
import type { Common } from './common.ts';
import type { Sink } from './io.ts';
import { openProgress } from './progress.ts';

/** A console that must be closed before the report is written. */
export interface OpenConsole extends Console {
  close(): void;
}

/** Notes, details and progress on stderr. */
export function openConsole(stderr: Sink, { quiet, verbose }: Pick<Common, 'quiet' | 'verbose'>): OpenConsole {
  const progress = openProgress(stderr);
  const say = (line: string): void => {
    progress.erase();
    stderr.write(`${escapeTerminal(line)}\n`);
  };
  return {
    note: (line) => void (quiet || say(line)),
    detail: (line) => void (verbose && say(line)),
    progress: (step, done, total) => void (quiet || progress.show(step, done, total)),
    close: () => progress.erase(),
  };
}
