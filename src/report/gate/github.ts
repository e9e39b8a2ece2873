import type { CheckReport, FindingLevel } from '../../model/check.ts';
import { sayVerdict } from '../check.ts';
import { escapeWorkflowData, escapeWorkflowProperty } from '../escape/workflow.ts';
import { disarmLines, escapeTerminal } from '../escape/terminal.ts';
import type { Annotation } from '../places/annotation.ts';
import { annotationsOf } from './annotations.ts';

/** GitHub shows so many annotations of a level and step, and hides the rest. */
const MOST = 10;

/** Workflow commands for what has a place, at most ten of a level, then the verdict as plain text. */
export function renderCheckGithub(report: CheckReport): string {
  const annotations = annotationsOf(report);
  const levels: readonly FindingLevel[] = ['error', 'warning', 'notice'];
  const shown = levels.flatMap((level) => annotations.filter((one) => one.level === level).slice(0, MOST));
  const hidden = annotations.length - shown.length;
  const verdict = disarmLines(escapeTerminal(sayVerdict(report)));
  const rest = hidden > 0 ? ` ${hidden} more in the job summary.` : '';
  return `${shown.map(renderCommand).join('')}${verdict}${rest}\n`;
}

/** `::error file=src/a.ts,line=12,endLine=12,col=5,title=hackdebt noSwept::text`; see actions/runner, ActionCommand.cs. */
function renderCommand({ level, rule, place, message }: Annotation): string {
  const where =
    place === null
      ? []
      : [
          `file=${escapeWorkflowProperty(place.path)}`,
          `line=${place.line}`,
          `endLine=${place.endLine}`,
          `col=${place.column}`,
        ];
  const properties = [...where, `title=${escapeWorkflowProperty(`hackdebt ${rule}`)}`].join(',');
  return `::${level} ${properties}::${escapeWorkflowData(message)}\n`;
}
