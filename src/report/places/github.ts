import { escapeWorkflowData, escapeWorkflowProperty } from '../escape/workflow.ts';
import { levelOf, type Place } from './place.ts';

const COMMANDS = { warning: 'warning', note: 'notice' } as const;

/** `::warning file=src/a.ts,line=12,endLine=12,col=5,title=HACK::text`, one a line. */
export function renderWorkflowCommands(places: readonly Place[]): string {
  return places.map(renderCommand).join('');
}

function renderCommand(place: Place): string {
  const { path, line, endLine, column, tag, text } = place;
  const properties = [
    `file=${escapeWorkflowProperty(path)}`,
    `line=${line}`,
    `endLine=${endLine}`,
    `col=${column}`,
    `title=${escapeWorkflowProperty(tag)}`,
  ].join(',');
  return `::${COMMANDS[levelOf(place)]} ${properties}::${escapeWorkflowData(text === '' ? tag : text)}\n`;
}
