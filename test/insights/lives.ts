import type { LineLife } from '../../src/model/trend.ts';

/** A life on the mainline by its stays: `[from, to]` in seconds, `null` = still there. One that is over was refactored. */
export function buildLife(...stays: readonly (readonly [number, number | null])[]): LineLife {
  const isOver = (stays.at(-1)?.[1] ?? null) !== null;
  return { stays: stays.map(([from, to]) => ({ from, to })), fate: isOver ? 'refactored' : null, isMerged: false };
}
