import type { SqlReport } from '../../model/sql.ts';
import { escapeCsv } from '../escape/csv.ts';

/** A header and one record per row, ended by CR LF (RFC 4180). */
export function renderAnswerCsv({ columns, rows }: SqlReport): string {
  return [columns, ...rows].map((record) => `${record.map(escapeCsv).join(',')}\r\n`).join('');
}
