import type { MilestoneRule } from '../model/config.ts';
import { isRealDate } from '../model/sprint.ts';
import type { JsonSource } from './json-source.ts';

/** One of the `milestones` of a configuration that passed the schema: a pattern of tags, or a name for a date. */
export type RawMilestone = string | { readonly name: string; readonly date: string };

/** Checks what a schema cannot say. Throws UsageError. */
export function buildMilestones(raw: readonly RawMilestone[], source: JsonSource): readonly MilestoneRule[] {
  return raw.map((milestone, index) => {
    if (typeof milestone === 'string') return { kind: 'tag', pattern: milestone };
    const { name, date } = milestone;
    if (isRealDate(date)) return { kind: 'date', name, date };
    throw source.complain(['milestones', index], `"milestones" has no such date: ${date}. Check month and day.`);
  });
}
