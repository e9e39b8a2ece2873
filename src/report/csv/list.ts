import type { ListReport } from '../../model/report.ts';
import { HACK_COLUMNS } from './outcome.ts';
import { renderColumns } from './records.ts';

/** One record per hack; people are not named. */
export function renderListCsv({ hacks }: ListReport): string {
  return renderColumns(HACK_COLUMNS, hacks);
}
