import { escapeCsv } from '../escape/csv.ts';

export type Value = string | number | boolean | null;

/** A header and records, each ended by CR LF (RFC 4180). */
export function renderRecords(header: readonly string[], records: readonly (readonly Value[])[]): string {
  return [header, ...records].map((record) => `${record.map(escapeCsv).join(',')}\r\n`).join('');
}

/** A table by its columns: a name, and what a row says under it. */
export function renderColumns<Row>(
  columns: readonly (readonly [name: string, valueOf: (row: Row) => Value])[],
  rows: readonly Row[],
): string {
  return renderRecords(
    columns.map(([name]) => name),
    rows.map((row) => columns.map(([, valueOf]) => valueOf(row))),
  );
}
