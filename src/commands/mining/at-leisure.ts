import { setImmediate } from 'node:timers/promises';

/** So long this thread computes at a stretch, in milliseconds. */
const STRETCH = 20;

/**
 * Takes long work of this thread step by step to its end, and returns what it returns. In between this thread listens from time to time:
 * other threads go on with what is next for them, and Ctrl-C is heard.
 */
export async function atLeisure<T>(work: Generator<undefined, T>): Promise<T> {
  for (let until = performance.now() + STRETCH; ;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + STRETCH;
  }
}
