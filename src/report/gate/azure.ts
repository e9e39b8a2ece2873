import type { CheckReport } from '../../model/check.ts';
import { sayVerdict } from '../check.ts';
import { disarmLines, escapeTerminal } from '../escape/terminal.ts';
import type { Annotation } from '../places/annotation.ts';
import { annotationsOf } from './annotations.ts';

/** Azure DevOps logging commands for errors and warnings, then the verdict. See azure-pipelines-tasks, docs/authoring/commands.md. */
export function renderCheckAzure(report: CheckReport): string {
  const lines = annotationsOf(report)
    .filter(({ level }) => level !== 'notice')
    .map(renderIssue);
  return `${lines.join('')}${disarmLines(escapeTerminal(sayVerdict(report)))}\n`;
}

/** `##vso[task.logissue type=warning;sourcepath=src/a.ts;linenumber=12;columnnumber=5;code=noSwept]text` */
function renderIssue({ level, rule, place, message }: Annotation): string {
  const where =
    place === null
      ? []
      : [`sourcepath=${escapeProperty(place.path)}`, `linenumber=${place.line}`, `columnnumber=${place.column}`];
  const properties = [`type=${level}`, ...where, `code=${rule}`].join(';');
  return `##vso[task.logissue ${properties}]${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return escapeTerminal(text).replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(';', '%3B').replaceAll(']', '%5D');
}
