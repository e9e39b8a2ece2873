import type { SqlReport, SqlValue } from '../../model/sql.ts';
import { escapeMarkdown } from '../escape/markdown.ts';

/** The question if it has a name, and a table; what was left out is said below it. */
export function renderAnswerMarkdown({ question, columns, rows, hasMore }: SqlReport): string {
  const isNumber = columns.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'));
  const lines = [
    ...(question === null ? [] : [`**${escapeMarkdown(question)}**`, '']),
    renderRow(columns),
    `| ${isNumber.map((right) => (right ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(renderRow),
    ...(hasMore ? ['', `The first ${rows.length} rows; there are more.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function renderRow(row: readonly SqlValue[]): string {
  return `| ${row.map((value) => (value === null ? '' : escapeMarkdown(String(value)))).join(' | ')} |`;
}
