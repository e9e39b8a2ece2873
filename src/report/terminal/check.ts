import type { ChangedHack, CheckReport, Finding } from '../../model/check.ts';
import { hasNews, sayChange, sayId, sayStale, sayVerdict } from '../check.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import type { Paint } from '../palette.ts';
import type { Style } from '../style.ts';
import { cutToWidth } from '../width.ts';
import { renderNumber } from '../words.ts';
import { renderPlace } from './hack-row.ts';
import { renderTable, type Cell } from './table.ts';

/** Columns of a hack's text before what a rule says of it. */
const WIDE = 120;

/** So many changes are listed; the others are counted. */
const MOST = 30;

/** The verdict in one line, what the rules say, what changed. One line where there is nothing to tell. */
export function renderCheck(report: CheckReport, style: Style): string {
  const { palette, limit, width } = style;
  const paint = report.verdict === 'failed' ? palette.bad : palette.title;
  const verdict = paint(escapeTerminal(sayVerdict(report)));
  const stale = sayStale(report).map((line) => palette.faint(line));
  if (!hasNews(report)) return [verdict, ...stale, ''].join('\n');
  const shown = report.changes.slice(0, limit ?? MOST);
  const rest = report.changes.length - shown.length;
  return [
    verdict,
    ...renderFindings(report.findings, style),
    ...(shown.length > 0
      ? [
          '',
          ...renderTable(
            shown.map((hack) => changeCells(hack, style)),
            width,
          ),
        ]
      : []),
    ...(rest > 0 ? [palette.faint(`  and ${renderNumber(rest)} more`)] : []),
    ...(stale.length > 0 ? ['', ...stale] : []),
    '',
  ].join('\n');
}

function renderFindings(findings: readonly Finding[], style: Style): string[] {
  if (findings.length === 0) return [];
  return ['', ...findings.flatMap((finding) => renderFinding(finding, style))];
}

function renderFinding({ rule, level, message, advice, hack, allowed }: Finding, style: Style): string[] {
  const { palette } = style;
  const paints: Record<Finding['level'], Paint> = {
    error: palette.bad,
    warning: palette.doubtful,
    notice: palette.faint,
  };
  const where =
    hack === null
      ? ''
      : `${sayId(hack, style, ' ')}${renderPlace(hack)} ${escapeTerminal(cutToWidth(`${hack.tag} ${hack.text}`.trimEnd(), WIDE))}: `;
  const told = `${paints[level](`${level} ${rule}`)}  ${where}${escapeTerminal(message)}`;
  return [told, palette.faint(allowed === null ? `    ${advice}` : `    allowed: ${escapeTerminal(allowed)}`)];
}

function changeCells(hack: ChangedHack, style: Style): Cell[] {
  const { palette } = style;
  const fate = hack.removal?.fate;
  const paint =
    fate === 'swept' ? palette.bad : fate === 'refactored' || fate === 'deleted' ? palette.good : palette.doubtful;
  const from =
    hack.before !== null && hack.before.path !== hack.path ? ` (was in ${escapeTerminal(hack.before.path)})` : '';
  return [
    { text: `  ${sayChange(hack)}`, paint },
    { text: sayId(hack, style), paint: palette.id },
    { text: escapeTerminal(hack.tag), paint: palette.tag },
    { text: renderPlace(hack) },
    { text: `${escapeTerminal(hack.text)}${from}` },
  ];
}
