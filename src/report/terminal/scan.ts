import type { Hack } from '../../model/hack.ts';
import type { PlacedMarker, ScanChange, ScanReport, Since, SnapshotRef } from '../../model/report.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import { renderFates } from '../fates.ts';
import { shortenId } from '../ids.ts';
import type { Style } from '../style.ts';
import { renderAge, renderCount, renderDate, renderNumber } from '../words.ts';
import { digitsFor, renderPlace } from './hack-row.ts';
import { renderHead } from './head.ts';
import { renderTable, type Cell } from './table.ts';

/** At most 12 lines, whatever the size. */
export function renderScan(report: ScanReport, style: Style): string {
  const { counts } = report;
  const stale = counts.stale > 0 ? ` (${renderNumber(counts.stale)} stale)` : '';
  const gone = counts.removed > 0 ? ` · ${renderGone(counts.removed, renderFates(counts.fates, counts.removed))}` : '';
  const commits = `${renderCount(counts.commits, 'commit')}, ${renderNumber(counts.read)} new`;
  const lines = [
    `${renderHead(report, style)} · ${commits}`,
    `${style.palette.title(`${renderNumber(counts.open)} open`)}${stale}${gone}`,
    ...renderTable(rowsOf(report, style), style.width),
  ];
  return `${lines.join('\n')}\n`;
}

/** `19 gone: 12 refactored, 7 deleted` */
function renderGone(count: number, fates: string): string {
  return fates === '' ? `${renderNumber(count)} gone` : `${renderNumber(count)} gone: ${fates}`;
}

function rowsOf(report: ScanReport, style: Style): Cell[][] {
  const hacks = [report.oldest, report.mostTouched].filter((hack) => hack !== null);
  const digits = digitsFor(hacks, style);
  const rows: [string, string][] = report.changes.map((change) => [renderSince(change.since), renderChange(change)]);
  if (report.oldest)
    rows.push(['Oldest', `${renderHack(report.oldest, digits)} (${renderAge(report.oldest.ageDays)})`]);
  if (report.mostTouched && report.mostTouched.touches > 0) {
    rows.push(['Most touched', `${renderHack(report.mostTouched, digits)} (${report.mostTouched.touches}x)`]);
  }
  if (report.uncommitted.length > 0) rows.push(['Not committed', renderUncommitted(report.uncommitted)]);
  if (report.snapshot) rows.push(['Snapshot', renderSnapshot(report.snapshot)]);
  rows.push(['Next', `hackdebt ${report.next}`]);
  return rows.map(([label, text]) => [{ text: label, paint: style.palette.faint }, { text }]);
}

function renderSince(since: Since): string {
  switch (since.kind) {
    case 'yesterday':
      return 'Since yesterday';
    case 'demo':
      return 'Since the demo';
    case 'tag':
      return `Since ${escapeTerminal(since.name)}`;
    case 'days':
      return `Last ${since.days} days`;
    default:
      return since satisfies never;
  }
}

function renderChange({ admitted, removed, fates }: ScanChange): string {
  if (admitted === 0 && removed === 0) return 'nothing admitted, nothing gone';
  return `${renderNumber(admitted)} admitted, ${renderGone(removed, renderFates(fates, removed))}`;
}

function renderHack(hack: Hack, digits: number): string {
  return `${shortenId(hack.id, digits)} ${escapeTerminal(hack.tag)} ${renderPlace(hack)} ${escapeTerminal(hack.text)}`;
}

function renderUncommitted(markers: readonly PlacedMarker[]): string {
  const [first] = markers;
  const rest = markers.length > 1 ? `${renderNumber(markers.length)}, first ` : '';
  return first ? `${rest}${renderPlace(first)} ${escapeTerminal(`${first.tag} ${first.text}`)}` : '';
}

function renderSnapshot({ date, open, provisional, in: place }: SnapshotRef): string {
  const name = place ? `sprint ${escapeTerminal(place.sprint)}, day ${place.day}` : renderDate(date);
  return `${name}: ${renderNumber(open)} open${provisional ? ' so far' : ''}`;
}
