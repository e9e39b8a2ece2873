import type { SqlReport, SqlValue } from '../../model/sql.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import type { Style } from '../style.ts';
import { renderCount, renderNumber } from '../words.ts';
import { renderTable, type Cell } from './table.ts';

/** The question if it has a name, the columns' names, a line per row, and how many there are. */
export function renderAnswer(report: SqlReport, style: Style): string {
  const { palette, width } = style;
  const head = report.columns.map((name) => ({ text: escapeTerminal(name), paint: palette.title }));
  const isNumber = report.columns.map((_, column) => report.rows.every((row) => typeof row[column] !== 'string'));
  const cells = report.rows.map((row) => row.map((value, column) => cellOf(value, isNumber[column] ?? false)));
  const aligned = head.map((cell, column) => ({ ...cell, right: cells.length > 0 && (isNumber[column] ?? false) }));
  return [
    ...(report.question === null ? [] : [palette.faint(escapeTerminal(report.question))]),
    ...renderTable([aligned, ...cells], width),
    palette.faint(renderFooter(report)),
    '',
  ].join('\n');
}

function cellOf(value: SqlValue, right: boolean): Cell {
  return { text: value === null ? '' : escapeTerminal(String(value)), right };
}

function renderFooter({ rows, hasMore }: SqlReport): string {
  return hasMore
    ? `the first ${renderNumber(rows.length)} rows, there are more: --limit`
    : renderCount(rows.length, 'row');
}
