import type { AgendaItem, AgendaReport } from '../../model/agenda.ts';
import {
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
import { codeMarkdown, escapeMarkdown } from '../escape/markdown.ts';

/** The agenda as a file to print, tick and write into. */
export function renderAgendaMarkdown(report: AgendaReport): string {
  return [
    `# Agenda: ${escapeMarkdown(sayTable(report))}`,
    '',
    ...sayAhead(report).map((line) => `${escapeMarkdown(line)}\n`),
    ...sayQuote(report).map((line) => `> ${escapeMarkdown(line)}`),
    ...sayPromises(report).map((line) => `\n${escapeMarkdown(line)}`),
    ...headingsOf(report).flatMap((question) => [
      '',
      questionLine(questionHeading(question)),
      '',
      ...detailed(report)
        .filter((item) => item.question === question)
        .flatMap(entryLines),
      ...onlyNamed(report)
        .filter((item) => item.question === question)
        .map(entryLine),
    ]),
    ...explainLines(report),
    '',
    '## Pace',
    '',
    escapeMarkdown(sayPace(report)),
    '',
  ].join('\n');
}

/** A question as a heading of the file. */
export function questionLine(heading: string): string {
  return `## ${heading}`;
}

/** A hack as people find it: a box, its id, what it says, and below it room for what is decided. */
export function entryLines(item: AgendaItem): string[] {
  const { suggested, reasons, ask, decided } = item;
  return [
    entryLine(item),
    `  - suggested: ${suggested}${escapeMarkdown(`: ${sayReasons(reasons)}`)}${ask === null ? '' : ` · ask: ${escapeMarkdown(ask)}`}`,
    `  - decision: ${decided ?? ''} · owner:  · note: `,
  ];
}

function entryLine({ hack }: AgendaItem): string {
  const { id, path, line } = hack;
  return `- [ ] ${id} ${escapeMarkdown(sayHack(hack))} ${codeMarkdown(`${path}:${line}`)}`;
}

function explainLines({ explain }: AgendaReport): string[] {
  if (explain.length === 0) return [];
  return [
    '',
    '## Who explains what to whom?',
    '',
    '| what | why | who explains | to whom | good | bad | worth reusing |',
    '|---|---|---|---|---|---|---|',
    ...explain.map(
      ({ path, line, why, who }) =>
        `| ${codeMarkdown(`${path}:${line}`)} | ${why} | ${escapeMarkdown(who ?? '')} | | | | |`,
    ),
  ];
}
