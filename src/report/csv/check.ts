import type { ChangedHack, CheckReport } from '../../model/check.ts';
import { renderColumns, type Value } from './records.ts';

/** The columns, in order: a name and what a change says under it. */
const COLUMNS: readonly (readonly [name: string, valueOf: (hack: ChangedHack) => Value])[] = [
  ['change', ({ change }) => change],
  ['fate', ({ removal }) => removal?.fate ?? null],
  ['removal', ({ removal }) => removal?.kind ?? null],
  ['extent', ({ removal }) => removal?.extent ?? null],
  ['confidence', ({ removal }) => removal?.confidence ?? null],
  ['kind', ({ kind }) => kind],
  ['tag', ({ tag }) => tag],
  ['text', ({ text }) => text],
  ['owner', ({ owner }) => owner],
  ['issues', ({ issues }) => issues.join(' ')],
  ['due', ({ due }) => due],
  ['path', ({ path }) => path],
  ['line', ({ line }) => line],
  ['column', ({ column }) => column],
  ['enclosing', ({ enclosing }) => enclosing],
  ['path_before', ({ before }) => before?.path ?? null],
  ['line_before', ({ before }) => before?.line ?? null],
  ['text_before', ({ before }) => before?.text ?? null],
  ['fingerprint', ({ fingerprint }) => fingerprint],
  ['id', ({ id }) => id],
];

/** One record per change. */
export function renderCheckCsv({ changes }: CheckReport): string {
  return renderColumns(COLUMNS, changes);
}
