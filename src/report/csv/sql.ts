import type { SqlReport } from '../../model/sql.ts';
import { renderRecords } from './records.ts';

/** One record per row. */
export function renderAnswerCsv({ columns, rows }: SqlReport): string {
  return renderRecords(columns, rows);
}
