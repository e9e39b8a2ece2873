import type { ChangedHack, CheckReport } from '../../model/check.ts';
import { escapeCsv } from '../escape/csv.ts';

type Value = string | number | null;

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
];

/** One record per change after a header, ended by CR LF (RFC 4180). */
export function renderCheckCsv({ changes }: CheckReport): string {
  const records = changes.map((hack) => COLUMNS.map(([, valueOf]) => valueOf(hack)));
  const header = COLUMNS.map(([name]) => name);
  return [header, ...records].map((record) => `${record.map(escapeCsv).join(',')}\r\n`).join('');
}
