import type { ListReport } from '../../model/report.ts';
import type { Style } from '../style.ts';
import { renderNumber } from '../words.ts';
import { digitsFor, hackCells } from './hack-row.ts';
import { renderTable } from './table.ts';

/** Rows of a terminal unless `--limit` says otherwise. */
const ROWS = 30;

/** One line per hack, and how many of how many. */
export function renderList({ hacks }: ListReport, style: Style): string {
  if (hacks.length === 0) return 'No hack matches.\n';
  const shown = hacks.slice(0, style.limit ?? ROWS);
  const digits = digitsFor(hacks, style);
  const rows = shown.map((hack) => hackCells(hack, digits, style));
  const footer = `${renderNumber(shown.length)} of ${renderNumber(hacks.length)}`;
  return [...renderTable(rows, style.width), style.palette.faint(footer), ''].join('\n');
}
