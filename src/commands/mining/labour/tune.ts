import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * So many bytes of bytecode a function runs before V8 thinks of optimising it; 67,584 unless told. At that, a scan of a few seconds spends a
 * fifth of its time on optimising what hardly runs again, in each thread anew: preact takes 17 % less with this, vue core 9 %, redis 6 %.
 */
const BUDGET = 400_000;
/**
 * By so many percent of what is alive the heap may grow before it is cleared; left alone V8 lets it grow to several times that. Redis takes 290 MB
 * when left alone, 275 at 80 % and 245 at this, in the same time.
 */
const GROWTH = 60;

/**
 * Tells V8 that a run takes seconds and reads gigabytes: for this process and its threads, from now on. What Node loads of its own behind it
 * comes without its cached code (20 ms, if done at the start). Node 21 and newer count otherwise when to optimise, and are left alone in that.
 */
export function tuneForLongRun(nodeVersion: string): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  if (nodeVersion.startsWith('20.')) setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}

/**
 * Clears this thread's heap at once: where all that a stretch of a long history was folded from has just been let go, V8 would keep it until
 * as much again is there.
 */
export function clearHeap(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
