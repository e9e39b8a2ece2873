import type { StandupItem } from '../model/standup.ts';

/** Hacks that say the same and fared the same: read out once. */
export interface StandupGroup {
  readonly first: StandupItem;
  readonly count: number;
}

/** Groups in the order of their first hacks. */
export function groupAlike(items: readonly StandupItem[]): StandupGroup[] {
  const groups = new Map<string, StandupItem[]>();
  for (const item of items) {
    const { id, tag, text, by, fate, branch } = item;
    const key = text === '' ? id : JSON.stringify([tag, text, by, fate, branch]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [{ first, count: others.length + 1 }] : []));
}

/** `3x print a link`. Raw text: escape it. */
export function sayGroup({ first: { text }, count }: StandupGroup): string {
  return count === 1 ? text : `${count}x ${text}`;
}

/** How many hacks of the groups are not among the first ones. */
export function countRest(groups: readonly StandupGroup[], shown: number): number {
  return groups.slice(shown).reduce((sum, { count }) => sum + count, 0);
}
