import type { Marker } from '../model/marker.ts';
import type { LineIndex } from './lines.ts';

const IGNORE = /hackdebt-ignore(-next-line)?(?!-)/g;

/** The markers but for those on a line that says `hackdebt-ignore`, or below one that says `hackdebt-ignore-next-line`. */
export function withoutIgnored(markers: Marker[], text: string, lines: LineIndex): Marker[] {
  if (markers.length === 0 || !text.includes('hackdebt-ignore')) return markers;
  const ignored = new Set<number>();
  for (const match of text.matchAll(IGNORE)) ignored.add(lines.lineOf(match.index) + (match[1] === undefined ? 0 : 1));
  return markers.filter((marker) => !ignored.has(marker.line));
}
