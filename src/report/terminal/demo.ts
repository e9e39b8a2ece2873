import type { DemoReport } from '../../model/report.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import type { Style } from '../style.ts';
import { renderCount, renderMinute, shortenCommit } from '../words.ts';

/** What was recorded, where, and what to do with it. */
export function renderDemo({ sprint, demo, open, file, changed }: DemoReport, { palette }: Style): string {
  const whose = sprint === null ? 'The demo' : `The demo of ${escapeTerminal(sprint)}`;
  const commit = `${shortenCommit(demo.commit)} "${escapeTerminal(demo.subject)}" of ${renderMinute(demo.date)}`;
  const recorded = changed
    ? `Written to ${escapeTerminal(file)}: commit it.`
    : `${escapeTerminal(file)} said so already.`;
  return [`${palette.title(whose)} is ${commit}, with ${renderCount(open, 'open hack')}.`, recorded, ''].join('\n');
}
