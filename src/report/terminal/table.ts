import type { Paint } from '../palette.ts';
import { cutToWidth, measureWidth, padToWidth } from '../width.ts';

/** A piece of a row; its text is safe to print already. */
export interface Cell {
  readonly text: string;
  readonly paint?: Paint;
  readonly right?: boolean;
}

/** Blanks between two columns. */
const GAP = 2;

/** Rows as lines with equal columns; columns that are empty in every row are left out. The last one is cut to `width`. */
export function renderTable(rows: readonly (readonly Cell[])[], width: number | null): string[] {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count }, (_, column) => widestOf(rows, column));
  return rows.map((row) => renderRow(row, widths, width));
}

function widestOf(rows: readonly (readonly Cell[])[], column: number): number {
  return rows.reduce((widest, row) => Math.max(widest, measureWidth(row[column]?.text ?? '')), 0);
}

function renderRow(row: readonly Cell[], widths: readonly number[], width: number | null): string {
  const last = row.length - 1;
  const line: string[] = [];
  let used = 0;
  for (const [column, cell] of row.entries()) {
    const wide = widths[column] ?? 0;
    if (wide === 0) continue;
    line.push(column === last ? renderLast(cell, width === null ? Infinity : width - used) : renderCell(cell, wide));
    used += wide + GAP;
  }
  return line.join(' '.repeat(GAP)).trimEnd();
}

function renderCell({ text, paint, right }: Cell, width: number): string {
  const padded = right ? ' '.repeat(width - measureWidth(text)) + text : padToWidth(text, width);
  return paint ? paint(padded) : padded;
}

/** At least so many columns of the last cell are shown, however narrow the terminal. */
const LEAST = 20;

function renderLast({ text, paint }: Cell, width: number): string {
  const cut = width === Infinity ? text : cutToWidth(text, Math.max(LEAST, width));
  return paint ? paint(cut) : cut;
}
