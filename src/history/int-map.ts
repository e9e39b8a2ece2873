const BITS = 5;
const WIDTH = 1 << BITS;
const MASK = WIDTH - 1;
const LEVELS = 5;

type Slot<V> = Branch<V> | V | undefined;
interface Branch<V> extends ReadonlyArray<Slot<V>> {}

/** One key on which two maps differ. */
export interface Difference<V> {
  readonly key: number;
  readonly before: V | undefined;
  readonly after: V | undefined;
}

/**
 * A persistent map from small integers (0 to 2^25 - 1) to values. A changed copy shares all but a few branches with its origin,
 * so each commit can keep its own tree, and comparing two of them costs what differs, not what they hold.
 */
export class IntMap<V> {
  readonly #root: Branch<V>;

  private constructor(root: Branch<V>) {
    this.#root = root;
  }

  static empty<V>(): IntMap<V> {
    return new IntMap<V>([]);
  }

  get(key: number): V | undefined {
    let slot: Slot<V> = this.#root;
    for (let level = LEVELS - 1; level >= 0 && slot !== undefined; level--) {
      slot = (slot as Branch<V>)[(key >>> (level * BITS)) & MASK];
    }
    return slot as V | undefined;
  }

  /** The map with `key` set to `value`; `undefined` takes the key out. */
  with(key: number, value: V | undefined): IntMap<V> {
    return this.get(key) === value ? this : new IntMap(changed(this.#root, key, { value, level: LEVELS - 1 }));
  }

  /** All keys of both; the values of this map win. */
  union(other: IntMap<V>): IntMap<V> {
    const root = united(this.#root, other.#root, LEVELS - 1);
    return root === this.#root ? this : new IntMap(root);
  }

  /** Keys whose values are not identical, from this map to `other`, ascending. */
  differences(other: IntMap<V>): Difference<V>[] {
    const found: Difference<V>[] = [];
    collect({ before: this.#root, after: other.#root }, { level: LEVELS - 1, prefix: 0 }, found);
    return found;
  }

  /** All values, by ascending key. */
  values(): V[] {
    return IntMap.empty<V>()
      .differences(this)
      .flatMap(({ after }) => (after === undefined ? [] : [after]));
  }
}

function changed<V>(
  branch: Branch<V>,
  key: number,
  { value, level }: { value: V | undefined; level: number },
): Branch<V> {
  const copy = branch.slice();
  const slot = (key >>> (level * BITS)) & MASK;
  while (copy.length <= slot) copy.push(undefined);
  copy[slot] =
    level === 0 ? value : changed((copy[slot] as Branch<V> | undefined) ?? [], key, { value, level: level - 1 });
  return copy;
}

function united<V>(mine: Branch<V>, theirs: Branch<V>, level: number): Branch<V> {
  if (mine === theirs || theirs.length === 0) return mine;
  let copy: Slot<V>[] | undefined;
  for (let slot = 0; slot < theirs.length; slot++) {
    const merged = unitedSlot(mine[slot], theirs[slot], level);
    if (merged === mine[slot]) continue;
    copy ??= Array.from({ length: Math.max(mine.length, theirs.length) }, (_, index) => mine[index]);
    copy[slot] = merged;
  }
  return copy ?? mine;
}

function unitedSlot<V>(mine: Slot<V>, theirs: Slot<V>, level: number): Slot<V> {
  if (theirs === undefined) return mine;
  if (mine === undefined) return theirs;
  return level === 0 ? mine : united(mine as Branch<V>, theirs as Branch<V>, level - 1);
}

function collect<V>(
  pair: { before: Slot<V>; after: Slot<V> },
  { level, prefix }: { level: number; prefix: number },
  found: Difference<V>[],
): void {
  if (pair.before === pair.after) return;
  if (level < 0) {
    found.push({ key: prefix, before: pair.before as V | undefined, after: pair.after as V | undefined });
    return;
  }
  const before = (pair.before ?? []) as Branch<V>;
  const after = (pair.after ?? []) as Branch<V>;
  for (let slot = 0; slot < Math.max(before.length, after.length); slot++) {
    const inner = { level: level - 1, prefix: (prefix << BITS) | slot };
    collect({ before: before[slot], after: after[slot] }, inner, found);
  }
}
