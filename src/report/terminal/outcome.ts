import type { Hack } from '../../model/hack.ts';
import type { FolderOutcome, OutcomeReport } from '../../model/outcome.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import { FATES } from '../fates.ts';
import { shortenId } from '../ids.ts';
import { closingLinesOf, demoLinesOf, renderSummary, saidBy, sectionsOf, titleOf, type Section } from '../outcome.ts';
import type { Style } from '../style.ts';
import { renderMoment, renderNumber, shortenCommit } from '../words.ts';
import { digitsFor, renderPlace } from './hack-row.ts';
import { renderHead } from './head.ts';
import { findShare } from './share.ts';
import { renderTable, type Cell } from './table.ts';

/** The whole report takes at most so many lines; with `--all` the older hacks come on top. */
const LINES = 40;
const FOLDERS = 5;

/** What became of the hacks: counts, sections by fate, who paid, what is new. */
export function renderOutcome(report: OutcomeReport, style: Style): string {
  const digits = digitsFor([...report.hacks, ...report.newSince, ...report.carriedIn.hacks, ...report.commits], style);
  const top = renderTop(report, style);
  const bottom = [...renderFolders(report.folders), ...closingLinesOf(report).map(escapeTerminal)];
  const sections = sectionsOf(report);
  const room = LINES - top.length - bottom.length - 1 - 2 * sections.length;
  const share = findShare(
    sections.map((section) => section.hacks.length),
    room,
  );
  const body = sections.flatMap((section) => renderSection(section, { digits, share, style }));
  const older = report.carriedIn.hacks.map((hack) => hackCells(hack, false, { digits, share, style }));
  return `${[...top, ...body, '', ...bottom, ...renderTable(older, style.width)].join('\n')}\n`;
}

function renderTop(report: OutcomeReport, style: Style): string[] {
  const { paths } = report;
  const limited = paths.length > 0 ? `, in ${paths.map(escapeTerminal).join(' ')}` : '';
  return [
    style.palette.title(escapeTerminal(titleOf(report))),
    `${renderHead(report, style)}, as of ${renderMoment(report.asOf)}${limited}`,
    ...demoLinesOf(report).map(escapeTerminal),
    renderSummary(report),
  ];
}

interface Layout {
  readonly digits: number;
  /** Hacks shown per section. */
  readonly share: number;
  readonly style: Style;
}

function renderSection(section: Section, layout: Layout): string[] {
  const { palette, width } = layout.style;
  const paint = section.kind in FATES ? palette[FATES[section.kind as keyof typeof FATES].paint] : palette.title;
  const shown = section.hacks.slice(0, layout.share);
  const rest = section.hacks.length - shown.length;
  const rows = shown.map((hack) => hackCells(hack, section.wantsProof, layout));
  return [
    '',
    `${paint(`${section.title} (${renderNumber(section.hacks.length)})`)}${section.meaning === '' ? '' : `: ${section.meaning}`}`,
    ...renderTable(rows, width),
    ...(rest > 0 && shown.length > 0 ? [palette.faint(`  and ${renderNumber(rest)} more`)] : []),
  ];
}

/** A doubtful one shows the command that proves it in place of its id. */
function hackCells(hack: Hack, wantsProof: boolean, { digits, style: { palette } }: Layout): Cell[] {
  const id = shortenId(hack.id, digits);
  return [
    { text: `  ${wantsProof ? `hackdebt show ${id}` : id}`, paint: palette.id },
    { text: escapeTerminal(hack.tag), paint: palette.tag },
    { text: renderPlace(hack) },
    { text: hack.status === 'removed' ? shortenCommit(hack.removed.commit) : '', paint: palette.faint },
    { text: escapeTerminal(saidBy(hack)) },
  ];
}

/** `By folder: src 3 of 8 open, lib 0 of 4 open` */
function renderFolders(folders: readonly FolderOutcome[]): string[] {
  if (folders.length < 2) return [];
  const shown = folders.slice(0, FOLDERS).map(({ path, open, total }) => `${escapeTerminal(path)} ${open} of ${total}`);
  const rest = folders.length > FOLDERS ? `, and ${folders.length - FOLDERS} more` : '';
  return [`Open by folder: ${shown.join(', ')}${rest}.`];
}
