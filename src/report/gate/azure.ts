import type { CheckReport } from '../../model/check.ts';
import { sayVerdict } from '../check.ts';
import { disarmLines, escapeTerminal } from '../escape/terminal.ts';
import type { Annotation } from '../places/annotation.ts';
import { renderPlace } from '../terminal/hack-row.ts';
import { renderNumber } from '../words.ts';
import { annotationsOf } from './annotations.ts';

/** Azure has no notices: so many are lines of the log, and the rest is counted. */
const MOST = 30;

/**
 * Azure DevOps logging commands for errors and warnings, what else there is to say as lines of the log, then the verdict. See
 * azure-pipelines-tasks, docs/authoring/commands.md.
 */
export function renderCheckAzure(report: CheckReport): string {
  const annotations = annotationsOf(report);
  const notices = annotations.filter(({ level }) => level === 'notice');
  const rest = notices.length > MOST ? [`and ${renderNumber(notices.length - MOST)} more`] : [];
  const lines = [...notices.slice(0, MOST).map(sayNotice), ...rest, escapeTerminal(sayVerdict(report))];
  return `${annotations
    .filter(({ level }) => level !== 'notice')
    .map(renderIssue)
    .join('')}${disarmLines(lines.join('\n'))}\n`;
}

function sayNotice({ place, message }: Annotation): string {
  return `${place === null ? '' : `${renderPlace(place)} `}${escapeTerminal(message)}`;
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
