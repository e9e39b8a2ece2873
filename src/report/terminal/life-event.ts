import type { EventKind } from '../../model/lineage.ts';
import type { Excerpt, LifeEvent } from '../../model/report.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import type { Paint } from '../palette.ts';
import type { Style } from '../style.ts';
import { renderMinute, shortenCommit } from '../words.ts';
import { renderPlace } from './hack-row.ts';

/** What happened, in words. */
const VERBS: Readonly<Record<EventKind, string>> = {
  introduced: 'introduced',
  copied: 'copied',
  moved: 'moved',
  reworded: 'reworded',
  removed: 'removed',
  reopened: 'reopened',
  'merged-into': 'merged',
};

/** One event: when, what, who, in which commit, why; then the lines before (`-`) and after (`+`). */
export function renderEvent(event: LifeEvent, { palette }: Style): string[] {
  const into = event.into === null ? '' : ` into ${event.into}`;
  const who = `by ${escapeTerminal(event.author.name)}${event.author.email ? ` <${escapeTerminal(event.author.email)}>` : ''}`;
  const subject = event.subject === '' ? '' : ` "${escapeTerminal(event.subject)}"`;
  const commit = `in ${shortenCommit(event.commit)}${subject}`;
  const lines = [`${renderMinute(event.date)}  ${palette.title(VERBS[event.kind] + into)} ${who} ${commit}`];
  const through = event.landed !== null && event.landed !== event.commit;
  if (through) lines.push(palette.faint(`  came in with ${shortenCommit(event.landed)}`));
  if (event.landed === null) lines.push(palette.faint('  not on the line'));
  if (event.why !== null) lines.push(palette.faint(`  matched by: ${escapeTerminal(event.why)}`));
  return [...lines, ...renderChange(event, { before: palette.bad, after: palette.good })];
}

/** Lines that only changed their place are shown once. */
function renderChange({ before, after }: LifeEvent, paint: { before: Paint; after: Paint }): string[] {
  if (before && after && before.lines.join('\n') === after.lines.join('\n')) {
    return [`    ${renderPlace(before)}`, ...renderExcerpt(' ', after, (text) => text)];
  }
  return [...renderExcerpt('-', before, paint.before), ...renderExcerpt('+', after, paint.after)];
}

function renderExcerpt(sign: string, excerpt: Excerpt | null, paint: Paint): string[] {
  if (excerpt === null) return [];
  const lines = excerpt.lines.map((text) => paint(`    ${sign} ${escapeTerminal(text)}`.trimEnd()));
  return [`    ${renderPlace(excerpt)}`, ...lines];
}
