import { escapeTerminal } from './terminal.ts';

/** Makes untrusted text one line of Markdown that shows it literally: no markup, HTML, table cell, mention or link. */
export function escapeMarkdown(text: string): string {
  return escapeTerminal(text)
    .replace(/[\\`*_[\]|~&$]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replace(/^(\s*)([-+=#>])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/[@#]|:(?=\/\/)|www(?=\.)|\bGH(?=-)/gi, '$&&#8203;');
}

/** Untrusted text as inline code; the fence is longer than any run of back-ticks inside. Safe in a table. */
export function codeMarkdown(text: string): string {
  const safe = escapeTerminal(text).replaceAll('|', '\\|');
  const runs = safe.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const pad = runs.length > 0 ? ' ' : '';
  return `${fence}${pad}${safe}${pad}${fence}`;
}
