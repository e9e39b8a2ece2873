import type { Hack } from '../../model/hack.ts';
import type { OutcomeReport } from '../../model/outcome.ts';
import { renderRecords, type Value } from './records.ts';

/** The columns, in order: a name and what a hack says under it. People are not named. */
export const HACK_COLUMNS: readonly (readonly [name: string, valueOf: (hack: Hack) => Value])[] = [
  ['id', ({ id }) => id],
  ['status', ({ status }) => status],
  ['fate', ({ fate }) => fate],
  ['stale', ({ stale }) => stale],
  ['kind', ({ kind }) => kind],
  ['tag', ({ tag }) => tag],
  ['text', ({ text }) => text],
  ['path', ({ path }) => path],
  ['line', ({ line }) => line],
  ['enclosing', ({ enclosing }) => enclosing],
  ['introduced', ({ introduced }) => introduced.date],
  ['introduced_commit', ({ introduced }) => introduced.commit],
  ['age_days', ({ ageDays }) => ageDays],
  ['moves', ({ moves }) => moves],
  ['rewordings', ({ rewordings }) => rewordings],
  ['touches', ({ touches }) => touches],
  ['removed', ({ removed }) => removed?.date ?? null],
  ['removed_commit', ({ removed }) => removed?.commit ?? null],
  ['removal', ({ removed }) => removed?.removal ?? null],
  ['extent', ({ removed }) => removed?.extent ?? null],
  ['acknowledged', ({ removed }) => removed?.acknowledged ?? null],
  ['self_removed', ({ removed }) => removed?.selfRemoved ?? null],
  ['lines_added', ({ lines }) => lines?.added ?? null],
  ['lines_standing', ({ lines }) => lines?.standing ?? null],
];

/** One record per hack after a header, ended by CR LF (RFC 4180); the first column says which part of the report it belongs to. */
export function renderOutcomeCsv({ hacks, newSince, carriedIn, commits }: OutcomeReport): string {
  const groups: readonly (readonly [string, readonly Hack[]])[] = [
    ['asked', hacks],
    ['new', newSince],
    ['carried', carriedIn.hacks],
    ['commit', commits],
  ];
  const records = groups.flatMap(([group, members]) =>
    members.map((hack) => [group, ...HACK_COLUMNS.map(([, valueOf]) => valueOf(hack))]),
  );
  return renderRecords(['group', ...HACK_COLUMNS.map(([name]) => name)], records);
}
