import { renderAgendaMarkdown } from './markdown/agenda.ts';
import { renderAgenda } from './terminal/agenda.ts';
import type { Format, ListReport, Report, SchemaName } from '../model/report.ts';
import { renderCheckCsv } from './csv/check.ts';
import { annotationsOf } from './gate/annotations.ts';
import { renderCheckAzure } from './gate/azure.ts';
import { renderCheckGithub } from './gate/github.ts';
import { renderCheckJunit } from './gate/junit.ts';
import { renderCheckSarif } from './gate/sarif.ts';
import { renderCheckMarkdown } from './markdown/check.ts';
import { renderListCsv } from './csv/list.ts';
import { renderMarkersCsv } from './csv/markers.ts';
import { renderOutcomeCsv } from './csv/outcome.ts';
import { renderTrendCsv } from './csv/trend.ts';
import { renderAnswerCsv } from './csv/sql.ts';
import { disarmLines } from './escape/terminal.ts';
import { renderJson } from './json/json.ts';
import { renderListMarkdown } from './markdown/list.ts';
import { renderOutcomeMarkdown } from './markdown/outcome.ts';
import { renderAnswerMarkdown } from './markdown/sql.ts';
import { renderStandupMarkdown } from './markdown/standup.ts';
import { annotatePlaces, standingPlaces } from './places/annotation.ts';
import { renderGitlab } from './places/gitlab.ts';
import { renderRdjson } from './places/rdjson.ts';
import { renderWorkflowCommands } from './places/github.ts';
import { renderSarif } from './places/sarif.ts';
import { renderVimgrep } from './places/vimgrep.ts';
import type { Style } from './style.ts';
import { renderCheck } from './terminal/check.ts';
import { renderDecide } from './terminal/decide.ts';
import { renderDemo } from './terminal/demo.ts';
import { renderDoctor } from './terminal/doctor.ts';
import { renderInit } from './terminal/init.ts';
import { renderList } from './terminal/list.ts';
import { renderMarkers } from './terminal/markers.ts';
import { renderOutcome } from './terminal/outcome.ts';
import { renderScan } from './terminal/scan.ts';
import { renderShow } from './terminal/show.ts';
import { renderStandup } from './terminal/standup.ts';
import { renderTrend } from './terminal/trend.ts';
import { renderAnswer } from './terminal/sql.ts';

export type { Style } from './style.ts';

type Renderer<Of extends Report> = (report: Of, style: Style) => string;

/** Which documents exist in which formats. */
const RENDERERS: {
  readonly [Name in SchemaName]: Partial<Record<Format, Renderer<Extract<Report, { schema: Name }>>>>;
} = {
  'hackdebt.scan/1': { terminal: renderScan, json: renderJson },
  'hackdebt.list/1': {
    terminal: renderList,
    json: (report, { limit }) => renderJson(cut(report, limit)),
    vimgrep: (report, { limit }) => renderVimgrep(cut(report, limit).hacks),
    csv: (report, { limit }) => renderListCsv(cut(report, limit)),
    markdown: (report, style) => renderListMarkdown(cut(report, style.limit), style),
    sarif: (report, { limit }) => renderSarif(standingPlaces(cut(report, limit).hacks)),
    gitlab: (report, { limit }) => renderGitlab(annotatePlaces(standingPlaces(cut(report, limit).hacks))),
    rdjson: (report, { limit }) => renderRdjson(annotatePlaces(standingPlaces(cut(report, limit).hacks))),
  },
  'hackdebt.show/1': { terminal: renderShow, json: renderJson },
  'hackdebt.report/1': {
    terminal: renderOutcome,
    json: renderJson,
    markdown: renderOutcomeMarkdown,
    csv: renderOutcomeCsv,
  },
  'hackdebt.standup/1': { terminal: renderStandup, markdown: renderStandupMarkdown, json: renderJson },
  'hackdebt.trend/1': { terminal: renderTrend, json: renderJson, csv: renderTrendCsv },
  'hackdebt.markers/1': {
    terminal: renderMarkers,
    json: renderJson,
    vimgrep: ({ markers }) => renderVimgrep(markers),
    github: ({ markers }) => renderWorkflowCommands(markers),
    sarif: ({ markers }) => renderSarif(markers),
    gitlab: ({ markers }) => renderGitlab(annotatePlaces(markers)),
    rdjson: ({ markers }) => renderRdjson(annotatePlaces(markers)),
    csv: renderMarkersCsv,
  },
  'hackdebt.agenda/1': { terminal: renderAgenda, json: renderJson, markdown: renderAgendaMarkdown },
  'hackdebt.check/1': {
    terminal: renderCheck,
    json: renderJson,
    markdown: renderCheckMarkdown,
    csv: renderCheckCsv,
    github: renderCheckGithub,
    azure: renderCheckAzure,
    sarif: renderCheckSarif,
    gitlab: (report) => renderGitlab(annotationsOf(report)),
    rdjson: (report) => renderRdjson(annotationsOf(report)),
    junit: renderCheckJunit,
  },
  'hackdebt.demo/1': { terminal: renderDemo, json: renderJson },
  'hackdebt.sql/1': {
    terminal: renderAnswer,
    table: renderAnswer,
    json: renderJson,
    csv: renderAnswerCsv,
    markdown: renderAnswerMarkdown,
  },
  'hackdebt.decide/1': { terminal: renderDecide, json: renderJson },
  'hackdebt.init/1': { terminal: renderInit, json: renderJson },
  'hackdebt.doctor/1': { terminal: renderDoctor, json: renderJson },
};

/** Lines of text that CI systems log: none may begin like a command. */
const TEXTS: readonly Format[] = ['terminal', 'table', 'markdown', 'junit'];

/** A report as text. Throws where it has no such format: argv is checked before. */
export function renderReport(report: Report, format: Format, style: Style): string {
  const renderers = RENDERERS[report.schema] as Partial<Record<Format, Renderer<Report>>>;
  const renderer = renderers[format];
  if (!renderer) throw new Error(`${report.schema} has no format ${format}`);
  const text = renderer(report, style);
  return TEXTS.includes(format) ? disarmLines(text) : text;
}

/** The formats of a document. */
export function formatsOf(schema: SchemaName): readonly Format[] {
  return Object.keys(RENDERERS[schema]) as Format[];
}

/** Only a terminal has a limit of its own. */
function cut(report: ListReport, limit: number | null): ListReport {
  return { ...report, hacks: report.hacks.slice(0, limit ?? Infinity) };
}
