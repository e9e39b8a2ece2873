import type { AgendaItem, AgendaReport } from '../../model/agenda.ts';
import {
  countIn,
  detailed,
  headingsOf,
  onlyNamed,
  questionHeading,
  sayPace,
  sayPromises,
  sayQuote,
  sayTable,
} from '../agenda.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import { countIdDigits, shortenId } from '../ids.ts';
import type { Style } from '../style.ts';
import { renderNumber } from '../words.ts';
import { renderPlace } from './hack-row.ts';
import { renderTable, type Cell } from './table.ts';

/** The agenda on a screen: what to decide, and why. */
export function renderAgenda(report: AgendaReport, style: Style): string {
  const { palette } = style;
  const digits = style.idDigits ?? countIdDigits(report.items.map(({ hack }) => hack.id));
  const rest = onlyNamed(report);
  return [
    palette.title(escapeTerminal(sayTable(report))),
    ...[...sayQuote(report), ...sayPromises(report)].map(escapeTerminal),
    ...headingsOf(report).flatMap((question) => renderQuestion(report, question, { digits, style })),
    ...(rest.length > 0 ? ['', `${renderNumber(rest.length)} more in a line each with --format markdown.`] : []),
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

function renderQuestion(report: AgendaReport, question: AgendaItem['question'], { digits, style }: Layout): string[] {
  const items = detailed(report).filter((item) => item.question === question);
  const rows = items.flatMap((item): Cell[][] => {
    const { hack, suggested, reasons, ask, decided } = item;
    const said = [
      `${decided === null ? 'suggested' : 'decided'}: ${decided ?? suggested}`,
      ...reasons,
      ...(ask === null ? [] : [`ask ${ask}`]),
    ];
    return [
      [
        { text: `  ${shortenId(hack.id, digits)}`, paint: style.palette.id },
        { text: escapeTerminal(`${hack.tag} ${hack.text}`.trimEnd()) },
      ],
      [{ text: '' }, { text: `${renderPlace(hack)}  ${escapeTerminal(said.join('; '))}`, paint: style.palette.faint }],
    ];
  });
  return [
    '',
    style.palette.title(`${questionHeading(question)} (${countIn(report, question)})`),
    ...renderTable(rows, style.width),
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
