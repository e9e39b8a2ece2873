import type { DemoFact, Fact, Sprint, SprintConfig } from '../model/sprint.ts';
import { demoMoment, sprintAt, sprintBefore } from './calendar.ts';

/** The sprint whose demo is the last one, and this week's demo if it is still ahead. */
export interface LastDemo {
  readonly sprint: Sprint;
  readonly upcoming: Date | null;
}

/** Null before the first demo of all. */
export function findLastDemo(config: SprintConfig, now: Date): LastDemo | null {
  const current = sprintAt(config, now);
  if (!current) return null;
  const moment = demoMoment(config, current);
  if (moment <= now) return { sprint: current, upcoming: null };
  const before = sprintBefore(config, current);
  return before && { sprint: before, upcoming: moment };
}

/** What the team decided for a sprint (null: without one); of several facts the latest. */
export function findDemoFact(facts: readonly Fact[], sprint: string | null): DemoFact | undefined {
  const demos = facts.filter((fact): fact is DemoFact => fact.kind === 'demo' && fact.sprint === sprint);
  return demos.toSorted(byTime).at(-1);
}

/** The youngest tag of the sprint whose name matches `demoTag`. `seconds` are those of Unix. */
export function findDemoTag<Tag extends { readonly name: string; readonly seconds: number }>(
  tags: readonly Tag[],
  demoTag: string,
  sprint: Sprint,
): Tag | undefined {
  const [from, to] = [sprint.from.getTime() / 1000, sprint.to.getTime() / 1000];
  return tags
    .filter(({ name, seconds }) => isDemoTag(demoTag, name) && seconds >= from && seconds < to)
    .toSorted((one, other) => one.seconds - other.seconds)
    .at(-1);
}

/** Whether a tag's name matches `demoTag`, where `*` stands for anything. */
export function isDemoTag(pattern: string, tag: string): boolean {
  const parts = pattern.split('*');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return tag === pattern;
  if (tag.length < first.length + last.length || !tag.startsWith(first) || !tag.endsWith(last)) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = tag.indexOf(part, from);
    if (found === -1) return false;
    from = found + part.length;
  }
  return from <= tag.length - last.length;
}

/** By instant; equal instants by commit, so that every clone decides the same. */
function byTime(a: DemoFact, b: DemoFact): number {
  const difference = Date.parse(a.date) - Date.parse(b.date);
  return difference !== 0 ? difference : a.commit < b.commit ? -1 : 1;
}
