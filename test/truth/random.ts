/** Reproducible chance: the same seed gives the same choices on every machine. */
export interface Random {
  /** Whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** True in `share` of the cases (0 to 1). */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the rows, each as likely as its weight. */
  pickRow<T extends { readonly weight: number }>(rows: readonly T[]): T;
}

/** The generator mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to shuffle stories. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => at(list, below(list.length)),
    pickRow: (rows) => {
      let left = next() * rows.reduce((sum, row) => sum + row.weight, 0);
      return rows.find((row) => (left -= row.weight) < 0) ?? at(rows, rows.length - 1);
    },
  };
}

/** The element at `index`, which the caller knows to exist. */
export function at<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new RangeError(`No element ${index} in a list of ${list.length}.`);
  return element;
}
