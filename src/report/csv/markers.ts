import type { MarkersReport, PlacedMarker } from '../../model/report.ts';
import { renderColumns, type Value } from './records.ts';

/** The columns, in order: a name and what a marker says under it. */
const COLUMNS: readonly (readonly [name: string, valueOf: (marker: PlacedMarker) => Value])[] = [
  ['path', ({ path }) => path],
  ['line', ({ line }) => line],
  ['column', ({ column }) => column],
  ['end_line', ({ endLine }) => endLine],
  ['kind', ({ kind }) => kind],
  ['tag', ({ tag }) => tag],
  ['text', ({ text }) => text],
  ['owner', ({ owner }) => owner],
  ['issues', ({ issues }) => issues.join(' ')],
  ['due', ({ due }) => due],
];

/** One record per marker. */
export function renderMarkersCsv({ markers }: MarkersReport): string {
  return renderColumns(COLUMNS, markers);
}
