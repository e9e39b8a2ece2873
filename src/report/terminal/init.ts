import type { FileState, InitReport } from '../../model/init.ts';
import type { SprintConfig } from '../../model/sprint.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import type { Style } from '../style.ts';
import { renderCount } from '../words.ts';
import { renderTable, type Cell } from './table.ts';

const STATES: Readonly<Record<FileState, string>> = {
  written: 'written',
  unchanged: 'said so already',
  kept: 'was there, left as it is',
};

/** The files, the calendar in a sentence, and the commands of the first week. */
export function renderInit({ files, sprint, advice }: InitReport, { palette, width }: Style): string {
  const rows = files.map(({ path, state }): Cell[] => [{ text: path, paint: palette.title }, { text: STATES[state] }]);
  const next = (sprint ? SPRINT_STEPS : EVERYDAY_STEPS).map(([command, about]): Cell[] => [
    { text: `  ${command}`, paint: palette.id },
    { text: about },
  ]);
  return [
    ...renderTable(rows, width),
    renderCalendar(sprint),
    '',
    'Next:',
    ...advice.map((line) => `  ${escapeTerminal(line)}`),
    ...renderTable(next, width),
    '',
  ].join('\n');
}

const SPRINT_STEPS = [
  ['hackdebt', 'read the history and record today; every day'],
  ['hackdebt demo', 'name what was shown'],
  ['hackdebt agenda', 'the paper for the day after'],
] as const;

const EVERYDAY_STEPS = [
  ['hackdebt', 'read the history and record today'],
  ['hackdebt check', 'what a branch does'],
] as const;

function renderCalendar(sprint: SprintConfig | null): string {
  if (sprint === null) return 'No sprints: reports look back to the last tag, else 30 days.';
  const { start, days, demoDay, dayEnds, timezone, demoTag } = sprint;
  const begin = /^\d/.test(start) ? `Sprints follow each other from ${start}` : `Sprints begin on ${capital(start)}`;
  const tag = demoTag === null ? '' : `, or is the tag ${escapeTerminal(demoTag)}`;
  return `${begin} and have ${renderCount(days, 'working day')}; the demo ends day ${demoDay}${tag}. A day ends at ${dayEnds} (${timezone}).`;
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
