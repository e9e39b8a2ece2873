import type { Marker } from '../model/marker.ts';
import type { LineIndex } from './lines.ts';

const IGNORE = /hackdebt-ignore(-next-line)?(?!-)/g;

/** The markers but for those on a line that says `hackdebt-ignore`, or below one that says `hackdebt-ignore-next-line`. */
export function withoutIgnored(markers: Marker[], text: string, lines: LineIndex): Marker[] {
  if (markers.length === 0 || !text.includes('hackdebt-ignore')) return markers;
  return markers.filter(({ line }) => {
    const above = text.slice(lines.startOf(line - 1), lines.startOf(line));
    const own = text.slice(lines.startOf(line), lines.startOf(line + 1));
    return !says(above, true) && !says(own, false);
  });
}

function says(line: string, next: boolean): boolean {
  if (!line.includes('hackdebt-ignore')) return false;
  return [...line.matchAll(IGNORE)].some((match) => (match[1] !== undefined) === next);
}
