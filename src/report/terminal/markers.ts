import type { MarkersReport, SkippedFile } from '../../model/report.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import type { Style } from '../style.ts';
import { renderCount } from '../words.ts';
import { renderPlace } from './hack-row.ts';
import { renderTable, type Cell } from './table.ts';

/** One line per marker, then how many, then what was skipped and why. */
export function renderMarkers({ markers, skipped }: MarkersReport, style: Style): string {
  const rows = markers.map((marker): Cell[] => [
    { text: escapeTerminal(marker.tag), paint: style.palette.tag },
    { text: `${renderPlace(marker)}:${marker.column}` },
    { text: escapeTerminal(marker.text) },
  ]);
  const footer = `${renderCount(markers.length, 'marker')}${renderSkipped(skipped)}`;
  return [...renderTable(rows, style.width), style.palette.faint(footer), ''].join('\n');
}

/** `; skipped 3 files: 2 binary, 1 vendored` */
function renderSkipped(skipped: readonly SkippedFile[]): string {
  if (skipped.length === 0) return '';
  const counts = new Map<string, number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => `${count} ${reason}`);
  return `; skipped ${renderCount(skipped.length, 'file')}: ${reasons.join(', ')}`;
}
