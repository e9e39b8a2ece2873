import type { PeopleStyle } from '../model/config.ts';

/** Says a person as the configuration wants; null where it names nobody. */
export type Naming = (name: string) => string | null;

/** First names among these people; who shares one keeps the whole name. */
export function buildNaming(style: PeopleStyle, people: Iterable<string>): Naming {
  if (style === 'none') return () => null;
  if (style === 'initials') return initialsOf;
  const holders = new Map<string, Set<string>>();
  for (const name of people) {
    const first = firstNameOf(name);
    holders.set(first, (holders.get(first) ?? new Set()).add(name));
  }
  return (name) => ((holders.get(firstNameOf(name))?.size ?? 0) > 1 ? name : firstNameOf(name));
}

function firstNameOf(name: string): string {
  return name.trim().split(/\s+/, 1)[0] ?? name;
}

/** `Ada Lovelace` -> `AL` */
function initialsOf(name: string): string {
  const words = name.trim().split(/[\s-]+/);
  return words.map((word) => [...word][0]?.toUpperCase() ?? '').join('');
}
