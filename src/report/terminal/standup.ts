import type { StandupReport } from '../../model/standup.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import { countIdDigits, shortenId } from '../ids.ts';
import { countRest, groupAlike, sayGroup, type StandupGroup } from '../standup-groups.ts';
import { tellStandup } from '../standup.ts';
import type { Style } from '../style.ts';
import { renderNumber } from '../words.ts';
import { renderPlace } from './hack-row.ts';
import { findShare } from './share.ts';
import { renderHead } from './head.ts';
import { renderTable, type Cell } from './table.ts';

/** A standup takes no longer than it takes to read so many lines out. */
const LINES = 15;

/** At most 15 lines, whatever happened. */
export function renderStandup(report: StandupReport, style: Style): string {
  const { title, summary, branches, thanks, machines, shares } = tellStandup(report);
  const notStarted = tellNotStarted(report);
  const closing = [
    ['Branches', branches],
    ['Thanks', thanks],
    ['Not started', notStarted],
    ['Machines', machines],
    ['Lines', shares],
  ].filter(([, text]) => text !== '');
  const { palette } = style;
  const rows = renderItems(report, style, LINES - 2 - closing.length);
  const labels = closing.map(([label = '', text = '']): Cell[] => [
    { text: label, paint: palette.faint },
    { text: escapeTerminal(text) },
  ]);
  const lines = [
    `${renderHead(report, style)} · ${escapeTerminal(title)}`,
    palette.title(escapeTerminal(summary)),
    ...rows,
    // Sentences are not cut: the end of one may be what matters.
    ...renderTable(labels, null),
  ];
  return `${lines.join('\n')}\n`;
}

function renderItems({ items }: StandupReport, style: Style, room: number): string[] {
  const groups = [
    ['paid', groupAlike(items.paid)],
    ['gone', groupAlike(items.gone)],
    ['admitted', groupAlike(items.admitted)],
    ['moved', groupAlike(items.moved)],
  ] as const;
  const share = findShare(
    groups.map(([, group]) => group.length),
    room,
  );
  const digits = style.idDigits ?? countIdDigits(groups.flatMap(([, group]) => group.map(({ first }) => first.id)));
  const rows = groups.flatMap(([name, group]) => {
    const shown = group
      .slice(0, share)
      .map((item, index) => itemCells(item, index === 0 ? name : '', { digits, style }));
    const rest = countRest(group, shown.length);
    return rest > 0 && share > 0 ? [...shown, [{ text: '' }, { text: `and ${renderNumber(rest)} more` }]] : shown;
  });
  return renderTable(rows, style.width);
}

function itemCells(group: StandupGroup, name: string, { digits, style }: { digits: number; style: Style }): Cell[] {
  const { palette } = style;
  const item = group.first;
  const facts = [item.fate ?? '', item.by ?? '', item.branch === null ? '' : `on ${item.branch}`];
  const said = facts.filter((fact) => fact !== '').join(', ');
  return [
    { text: name, paint: palette.faint },
    { text: shortenId(item.id, digits), paint: palette.id },
    { text: escapeTerminal(item.tag), paint: palette.tag },
    { text: renderPlace(item) },
    { text: escapeTerminal(said) },
    { text: escapeTerminal(sayGroup(group)) },
  ];
}

function tellNotStarted({ notStarted }: StandupReport): string {
  const [first] = notStarted;
  if (!first) return '';
  const rest = notStarted.length > 1 ? `, and ${notStarted.length - 1} more` : '';
  return `${first.decision} ${first.path}:${first.line} ${first.text}${first.owner === null ? '' : ` (${first.owner})`}${rest}`;
}
