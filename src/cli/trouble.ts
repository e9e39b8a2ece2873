import { Interrupted } from '../errors.ts';
import type { Io } from './io.ts';

/** Signals and errors that nobody awaits. `release` must be called. */
export interface Trouble {
  /** Aborts with Interrupted, or with the error that nobody caught. */
  readonly signal: AbortSignal;
  /** Rejects with an error that nobody caught; never resolves. */
  readonly uncaught: Promise<never>;
  release(): void;
}

/** The first signal asks to stop; the second one finds no listener and ends the process the system's way. */
export function listenForTrouble(io: Pick<Io, 'on' | 'off'>): Trouble {
  const controller = new AbortController();
  const fail = (error: unknown): void => controller.abort(error);
  const uncaught = new Promise<never>((_, reject) => {
    const { signal } = controller;
    signal.addEventListener('abort', () => !(signal.reason instanceof Interrupted) && reject(signal.reason));
  });
  const listeners: Record<string, (cause: unknown) => void> = {
    SIGINT: () => stop('SIGINT'),
    SIGTERM: () => stop('SIGTERM'),
    uncaughtException: fail,
    unhandledRejection: fail,
  };
  const release = (): void => {
    for (const [event, listener] of Object.entries(listeners)) io.off(event, listener);
  };
  const stop = (signal: 'SIGINT' | 'SIGTERM'): void => {
    for (const event of ['SIGINT', 'SIGTERM'] as const) io.off(event, listeners[event] ?? fail);
    controller.abort(new Interrupted(signal));
  };
  for (const [event, listener] of Object.entries(listeners)) io.on(event, listener);
  return { signal: controller.signal, uncaught, release };
}

/** Rejects when the signal says so, to be raced with what cannot be told to stop; never resolves. */
export function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
