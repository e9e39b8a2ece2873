import type { Hack } from '../model/hack.ts';
import type { ListOrder } from '../model/request.ts';

type Compare = (one: Hack, other: Hack) => number;

/** Each order with its natural direction: most touched, oldest, newest, or by place; ties by place. */
const ORDERS: Record<ListOrder, Compare> = {
  touches: (one, other) => other.touches - one.touches || other.ageDays - one.ageDays,
  age: (one, other) => other.ageDays - one.ageDays,
  date: (one, other) => one.ageDays - other.ageDays,
  path: () => 0,
};

/** Hacks in an order; the same input gives the same order on every machine. */
export function sortHacks(hacks: readonly Hack[], order: ListOrder): Hack[] {
  const compare = ORDERS[order];
  return hacks.toSorted((one, other) => compare(one, other) || comparePlaces(one, other));
}

function comparePlaces(one: Hack, other: Hack): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.line - other.line || one.column - other.column || (one.id < other.id ? -1 : 1);
}
