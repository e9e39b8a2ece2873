import { escapeTerminal } from '../report/escape/terminal.ts';
import type { Sink } from './io.ts';

/** Milliseconds of work before anything is shown, and between two pictures. */
const PATIENCE = 300;
const PERIOD = 100;
const ERASE = '\r\u001b[K';

/** One line on the terminal that tells what is being done; `erase` takes it away. */
export interface Progress {
  show(step: string, done?: number, total?: number): void;
  erase(): void;
}

/** Draws only on a terminal. `clock` counts milliseconds; no timer keeps the process alive. */
export function openProgress(sink: Sink, clock: () => number = () => performance.now()): Progress {
  let due = clock() + PATIENCE;
  let isShown = false;
  const erase = (): void => {
    if (isShown) sink.write(ERASE);
    isShown = false;
  };
  const show = (step: string, done?: number, total?: number): void => {
    const time = clock();
    if (time < due) return;
    due = time + PERIOD;
    isShown = true;
    sink.write(ERASE + renderStep(step, done, total).slice(0, (sink.columns ?? 80) - 1));
  };
  return sink.isTTY === true ? { show, erase } : { show: () => undefined, erase };
}

function renderStep(step: string, done?: number, total?: number): string {
  const text = escapeTerminal(step);
  if (done === undefined) return `${text} ...`;
  const count = done.toLocaleString('en-US');
  if (total === undefined || total <= 0) return `${text} ${count}`;
  const percent = Math.min(100, Math.floor((100 * done) / total));
  return `${text} ${count} of ${total.toLocaleString('en-US')} (${percent} %)`;
}
