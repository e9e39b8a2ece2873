import type { AgendaItem, AgendaReport } from '../../model/agenda.ts';
import {
  countIn,
  detailed,
  headingsOf,
  onlyNamed,
  questionHeading,
  sayAhead,
  sayHack,
  sayPace,
  sayPromises,
  sayQuote,
  sayReasons,
  sayTable,
} from '../agenda.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import { countIdDigits, shortenId } from '../ids.ts';
import type { Style } from '../style.ts';
import { wrapToWidth } from '../width.ts';
import { renderNumber } from '../words.ts';
import { renderPlace } from './hack-row.ts';
import { renderTable, type Cell } from './table.ts';

/** The agenda on a screen: what to decide, and why. */
export function renderAgenda(report: AgendaReport, style: Style): string {
  const { palette } = style;
  const digits = style.idDigits ?? countIdDigits(report.items.map(({ hack }) => hack.id));
  return [
    palette.title(escapeTerminal(sayTable(report))),
    ...[...sayAhead(report), ...sayQuote(report), ...sayPromises(report)].map(escapeTerminal),
    ...headingsOf(report).flatMap((question) => renderQuestion(report, question, { digits, style })),
    ...renderRest(report, { digits, style }),
    ...renderExplain(report, style),
    '',
    escapeTerminal(sayPace(report)),
    '',
  ].join('\n');
}

interface Layout {
  readonly digits: number;
  readonly style: Style;
}

function renderQuestion(report: AgendaReport, question: AgendaItem['question'], layout: Layout): string[] {
  const items = detailed(report).filter((item) => item.question === question);
  if (items.length === 0) return [];
  const title = layout.style.palette.title(`${questionHeading(question)} (${countIn(report, question)})`);
  return ['', title, ...items.flatMap((item) => renderItem(item, layout))];
}

/** What it says, where it stands and who knows, what is suggested and why: nothing of it is cut. */
function renderItem({ hack, suggested, reasons, ask, decided }: AgendaItem, { digits, style }: Layout): string[] {
  const { palette, width } = style;
  const id = shortenId(hack.id, digits);
  const indent = ' '.repeat(id.length + 4);
  const room = Math.max(40, (width ?? 120) - indent.length);
  const [first = '', ...more] = wrapToWidth(escapeTerminal(sayHack(hack)), room);
  const place = `${renderPlace(hack)}${ask === null ? '' : ` · ask ${escapeTerminal(ask)}`}`;
  const because = `: ${sayReasons(reasons)}`;
  const advice = `${decided === null ? suggested : `decided: ${decided}`}${escapeTerminal(because)}`;
  return [
    `  ${palette.id(id)}  ${first}`,
    ...more.map((line) => `${indent}${line}`),
    `${indent}${palette.faint(place)}`,
    ...wrapToWidth(advice, room).map((line) => `${indent}${line}`),
  ];
}

/** So many of those that are not told in full have a line of their own. */
const MOST_NAMED = 30;

function renderRest(report: AgendaReport, { digits, style }: Layout): string[] {
  const rest = onlyNamed(report);
  if (rest.length === 0) return [];
  const rows = rest
    .slice(0, MOST_NAMED)
    .map(({ hack, suggested, decided }): Cell[] => [
      { text: `  ${shortenId(hack.id, digits)}`, paint: style.palette.id },
      { text: decided ?? suggested },
      { text: renderPlace(hack) },
      { text: escapeTerminal(sayHack(hack)) },
    ]);
  const more = rest.length - rows.length;
  return [
    '',
    style.palette.title('No time for these'),
    ...renderTable(rows, style.width),
    ...(more > 0 ? [`  and ${renderNumber(more)} more with --format markdown`] : []),
  ];
}

function renderExplain({ explain }: AgendaReport, { palette, width }: Style): string[] {
  if (explain.length === 0) return [];
  const rows = explain.map((item): Cell[] => [
    { text: `  ${renderPlace(item)}` },
    { text: item.why },
    { text: item.who === null ? '' : escapeTerminal(item.who) },
  ]);
  return ['', palette.title('Who explains what to whom?'), ...renderTable(rows, width)];
}
